// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ssdp;

import io.netgrade.fact.FactType;

/** What netgrade can say of an SSDP service. */
public final class SsdpFacts {
    public static final FactType MESSAGE = FactType.of("ssdp.message", "One kind of message that was seen.")
            .text("kind", "search, announcement, farewell or answer");

    public static final FactType OFFER = FactType.of("ssdp.offer", "One thing that a device announces or answers for.")
            .text(
                    "type",
                    "the NT or ST field, such as"
                            + " urn:schemas-upnp-org:device:InternetGatewayDevice:1; names of single devices (uuid) are"
                            + " left out")
            .flag("internet-gateway", "whether that is a gateway or a service that maps its ports");

    private SsdpFacts() {}
}
