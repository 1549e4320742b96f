// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * BitTorrent: the peer protocol's handshake over TCP and uTP (BEP 3), Kademlia between peers (DHT, BEP 5), UDP trackers
 * (BEP 15) and local discovery (BEP 14). That it is there is all that is told.
 * Encrypted peers (MSE) look like nothing. Of uTP
 * (BEP 29) that was not seen from its first packet only the port tells. Start at
 * {@link io.netgrade.protocol.bittorrent.BittorrentProtocol}.
 */
package io.netgrade.protocol.bittorrent;
