// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * Apache Cassandra: the native protocol of CQL, versions 1 to 5, usually port 9042, and the first message between nodes,
 * usually port 7000.
 *
 * <p>Read: whether a log-in is asked for and by which authenticator, what the server supports, that a log-in went over in
 * clear (its class only), and that nodes talk in clear. Not read: users and queries. Start at
 * {@link io.netgrade.protocol.cassandra.CassandraProtocol}.
 */
package io.netgrade.protocol.cassandra;
