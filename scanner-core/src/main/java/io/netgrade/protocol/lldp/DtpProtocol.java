// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.lldp;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Datagrams;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;

/** DTP: version 1(1), then TLVs of type(2) and length(2), which counts both: domain, status, kind, neighbour. */
public final class DtpProtocol {
    private static final int SNAP_TYPE = 0x2004;
    private static final int STATUS = 2;
    private static final int LAST = 4;

    private DtpProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("dtp", "DTP")
                .ports(Transport.IP, SNAP_TYPE)
                .facts(LinkFacts.DTP)
                .checks(LinkFacts.DTP_CHECKS)
                .recognisedBy(DtpProtocol::recognize)
                .readBy(opening -> Datagrams.readBy(DtpProtocol::read))
                .build();
    }

    private static Recognition recognize(Opening opening) {
        boolean carried = opening.transport() == Transport.IP && opening.initiatorPort() == SNAP_TYPE;
        return carried && status(Datagrams.of(opening)) >= 0 ? Recognition.PEERS : Recognition.NO;
    }

    /** -1 where it is no announcement. */
    private static int status(ByteView bytes) {
        if (bytes.length() < 5 || bytes.u8(0) != 1) {
            return -1;
        }
        int at = 1;
        int status = -1;
        while (bytes.length() - at >= 5 && bytes.u16(at) >= 1 && bytes.u16(at) <= LAST && bytes.u16(at + 2) >= 5) {
            status = bytes.u16(at) == STATUS ? bytes.u8(at + 4) : status;
            at += bytes.u16(at + 2);
        }
        return status;
    }

    private static String mode(int wanted) {
        return switch (wanted) {
            case 1 -> "on";
            case 2 -> "off";
            case 3 -> "desirable";
            case 4 -> "auto";
            default -> "other";
        };
    }

    private static boolean read(Inbox datagram, Said said) {
        int status = status(datagram.unread());
        if (status >= 0 && said.isNew(status)) {
            said.state(LinkFacts.DTP.partial(mode(status & 0x07), (status & 0x80) != 0));
        }
        return status >= 0;
    }
}
