// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.capwap;

import io.netgrade.protocol.Datagrams;
import io.netgrade.protocol.Enclosed;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;
import org.jspecify.annotations.Nullable;

/** States how each channel is protected. */
final class CapwapReader implements Datagrams.Reader {
    private static final int ETHERNET_HEADER = 14;
    private static final int DTLS = 1;
    private static final int DATA = 2;
    private static final int DISCOVERY = 3;
    private static final int OTHER = 4;

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
