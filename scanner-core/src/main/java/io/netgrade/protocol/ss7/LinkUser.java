// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ss7;

import io.netgrade.fact.FactType;
import io.netgrade.wire.ByteView;
import java.util.Locale;

/** What a capture of a signalling link hands over, by the number that libpcap has for frames that begin with it. */
enum LinkUser {
    /** A message whose user is not SCCP, from its service information octet on (ITU-T Q.704 14.2). */
    MTP3(141, "MTP 3"),
    /** A message of SCCP (Q.713). */
    SCCP(142, "SCCP");

    private final int linkType;
    private final String title;

    LinkUser(int linkType, String title) {
        this.linkType = linkType;
        this.title = title;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String title() {
        return title;
    }

    int linkType() {
        return linkType;
    }

    FactType[] types(Ss7Facts facts) {
        return switch (this) {
            case MTP3 -> new FactType[] {facts.traffic()};
            case SCCP ->
                new FactType[] {
                    facts.traffic(), facts.address(), facts.operation(), facts.subscriber(), facts.ciphering()
                };
        };
    }

    /** The service indicator of what MTP 3 hands over. */
    static int service(ByteView message) {
        return message.u8(0) & 0x0F;
    }

    /** Whether the message is one that its recommendation knows. */
    boolean isSound(ByteView message) {
        return switch (this) {
            case MTP3 -> message.length() > 0 && Ss7Reader.SERVICES.knows(service(message));
            case SCCP -> Sccp.isSound(message);
        };
    }
}
