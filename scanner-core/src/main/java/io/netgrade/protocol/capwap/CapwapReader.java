// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.capwap;

import io.netgrade.protocol.Datagrams;
import io.netgrade.protocol.Enclosed;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** States how each channel is protected, and what controllers tell of their rules. */
final class CapwapReader implements Datagrams.Reader {
    private static final int ETHERNET_HEADER = 14;
    private static final int DTLS = 1;
    private static final int DATA = 2;
    private static final int DISCOVERY = 3;
    private static final int OTHER = 4;
    private static final int TOLD = 1 << 16;
    private static final int DESCRIPTOR = 1;
    private static final int DESCRIPTOR_OCTETS = 12;

    private final @Nullable String channel;

    CapwapReader(@Nullable String channel) {
        this.channel = channel;
    }

    @Override
    public boolean read(Inbox datagram, Said said) {
        ByteView bytes = datagram.unread();
        int message = CapwapPacket.message(bytes);
        boolean dtls = CapwapPacket.isDtls(bytes);
        boolean data = !dtls && message == CapwapPacket.NONE && "data".equals(channel) && CapwapPacket.isData(bytes);
        if (data) {
            handOn(datagram);
            state(DATA, said);
        } else if (dtls) {
            state(DTLS, said);
        } else if (message != CapwapPacket.NONE) {
            boolean discovery = message <= 2 || message == 19 || message == 20;
            state(discovery ? DISCOVERY : OTHER, said);
            if (CapwapPacket.isOfController(message)) {
                controller(bytes, said);
            }
        }
        return dtls || data || message != CapwapPacket.NONE;
    }

    private void state(int what, Said said) {
        if (said.isNew(what)) {
            said.state(
                    switch (what) {
                        case DTLS -> CapwapFacts.CHANNEL.partial(channel, "dtls", null);
                        case DATA -> CapwapFacts.CHANNEL.partial("data", "clear", null);
                        case DISCOVERY -> CapwapFacts.CHANNEL.partial("control", "clear", "discovery");
                        default -> CapwapFacts.CHANNEL.partial("control", "clear", "other");
                    });
        }
    }

    /**
     * The descriptor of a controller (RFC 5415 §4.6.1): stations(2) limit(2) active(2) most(2) security(1) R-MAC(1) zero(1)
     * DTLS policy(1), then versions.
     */
    private static void controller(ByteView bytes, Said said) {
        int at = CapwapPacket.element(bytes, DESCRIPTOR, DESCRIPTOR_OCTETS);
        if (at == 0) {
            return;
        }
        int security = bytes.u8(at + 8);
        int policy = bytes.u8(at + 11);
        if (said.isNew(TOLD | security << 8 | policy)) {
            said.state(CapwapFacts.CONTROLLER.partial(flags(security, "psk", "x509"), flags(policy, "dtls", "clear")));
        }
    }

    /** Of both octets bit 5 is the first flag and bit 6 the second. */
    private static List<String> flags(int octet, String first, String second) {
        List<String> names = new ArrayList<>();
        if ((octet & 4) != 0) {
            names.add(first);
        }
        if ((octet & 2) != 0) {
            names.add(second);
        }
        return names;
    }

    private static void handOn(Inbox datagram) {
        ByteView bytes = datagram.unread();
        int at = CapwapPacket.headerLength(bytes);
        int flags = CapwapPacket.flags(bytes);
        if ((flags & (CapwapPacket.FRAGMENT | CapwapPacket.KEEP_ALIVE)) != 0) {
            return;
        }
        if ((flags & CapwapPacket.NATIVE) != 0) {
            int inner = WirelessFrame.ipAt(bytes, at);
            if (inner != WirelessFrame.NOWHERE) {
                datagram.encloses(Enclosed.IP, inner, bytes.length() - inner);
            }
        } else if (bytes.length() - at >= ETHERNET_HEADER) {
            datagram.encloses(Enclosed.ETHERNET, at, bytes.length() - at);
        }
    }
}
