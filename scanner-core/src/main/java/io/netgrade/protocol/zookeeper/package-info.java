// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * Apache ZooKeeper: its four-letter words and its client protocol, usually port 2181.
 *
 * <p>Read: which four-letter words are answered, whether a session is granted, how a client authenticates (its scheme
 * only), and the version. Not read: nodes and their data. Start at
 * {@link io.netgrade.protocol.zookeeper.ZookeeperProtocol}.
 */
package io.netgrade.protocol.zookeeper;
