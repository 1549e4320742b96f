// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.bittorrent;

import io.netgrade.fact.FactType;

/** What netgrade can say of a BitTorrent peer. */
public final class BittorrentFacts {
    public static final FactType MESSAGE = FactType.of("bittorrent.message", "One kind of message that was seen.")
            .text("kind", "handshake, dht, utp, tracker or local-discovery");

    private BittorrentFacts() {}
}
