// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.lldp;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.protocol.Datagrams;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;
import org.jspecify.annotations.Nullable;

/** LLDP: TLVs of type(7 bits) and length(9), of which the first three are chassis, port and lifetime. */
public final class LldpProtocol {
    private static final int ETHER_TYPE = 0x88CC;
    private static final int CHASSIS = 1;
    private static final int PORT = 2;
    private static final int LIFETIME = 3;
    private static final int PORT_DESCRIPTION = 4;
    private static final int NAME = 5;
    private static final int DESCRIPTION = 6;
    private static final int PORT_ID_LOWEST_TEXT = 5;

    private LldpProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("lldp", "LLDP")
                .ports(Transport.IP, ETHER_TYPE)
                .facts(LinkFacts.LLDP, CommonFacts.SOFTWARE)
                .checks(LinkFacts.LLDP_CHECKS)
                .recognisedBy(LldpProtocol::recognize)
                .readBy(opening -> Datagrams.readBy(LldpProtocol::read))
                .build();
    }

    private static Recognition recognize(Opening opening) {
        boolean carried = opening.transport() == Transport.IP && opening.initiatorPort() == ETHER_TYPE;
        return carried && isSound(Datagrams.of(opening)) ? Recognition.PEERS : Recognition.NO;
    }

    private static boolean isSound(ByteView bytes) {
        int at = 0;
        for (int wanted = CHASSIS; wanted <= LIFETIME; wanted++) {
            if (bytes.length() - at < 3 || bytes.u8(at) >>> 1 != wanted || length(bytes, at) > bytes.length() - at) {
                return false;
            }
            at += length(bytes, at);
        }
        return true;
    }

    private static int length(ByteView bytes, int at) {
        return 2 + (bytes.u16(at) & 0x01FF);
    }

    private static boolean read(Inbox datagram, Said said) {
        ByteView bytes = datagram.unread();
        if (!isSound(bytes)) {
            return false;
        }
        if (said.isNew(Said.hash(1, bytes, 0, bytes.length()))) {
            String description = text(bytes, DESCRIPTION);
            String port = text(bytes, PORT_DESCRIPTION);
            said.state(LinkFacts.LLDP.partial(text(bytes, NAME), description, port == null ? portId(bytes) : port));
            LinkSoftware.state(description, said);
        }
        return true;
    }

    private static int find(ByteView bytes, int wanted) {
        int at = 0;
        while (bytes.length() - at >= 2 && bytes.u8(at) != 0 && length(bytes, at) <= bytes.length() - at) {
            if (bytes.u8(at) >>> 1 == wanted) {
                return at;
            }
            at += length(bytes, at);
        }
        return -1;
    }

    private static @Nullable String text(ByteView bytes, int wanted) {
        int at = find(bytes, wanted);
        return at < 0 ? null : LinkSoftware.text(bytes, at + 2, length(bytes, at) - 2);
    }

    /** Sub-types 5 and 7 are names; others are addresses. */
    private static String portId(ByteView bytes) {
        int at = find(bytes, PORT);
        boolean text = at >= 0 && length(bytes, at) > 3 && bytes.u8(at + 2) >= PORT_ID_LOWEST_TEXT;
        String name = text ? LinkSoftware.text(bytes, at + 3, length(bytes, at) - 3) : null;
        return name == null ? "unnamed" : name;
    }
}
