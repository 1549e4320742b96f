// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * PostgreSQL's frontend/backend protocol, version 3, usually port 5432, up to TLS.
 *
 * <p>Read: whether TLS is offered, the authentication that is asked for, that a log-in went over in clear (its class
 * only), and the server's version. Not read: users, databases, queries. Start at
 * {@link io.netgrade.protocol.postgresql.PostgresqlProtocol}.
 */
package io.netgrade.protocol.postgresql;
