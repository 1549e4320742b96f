// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * MongoDB's wire protocol, usually port 27017.
 *
 * <p>Read: whether commands on data are answered without a log-in, how the server runs, the mechanism of a log-in, that a
 * password went over in clear, and the server's version. Not read: users, databases, documents. Start at
 * {@link io.netgrade.protocol.mongodb.MongodbProtocol}.
 */
package io.netgrade.protocol.mongodb;
