// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * The MySQL client/server protocol, version 10, as MySQL and MariaDB speak it, usually port 3306, up to TLS.
 *
 * <p>Read: the server's version, whether it offers TLS, the authentication plugin, and how a log-in in clear ended (its
 * class only). Not read: users, passwords, queries. Start at {@link io.netgrade.protocol.mysql.MysqlProtocol}.
 */
package io.netgrade.protocol.mysql;
