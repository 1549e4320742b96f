// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ipsec;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Datagrams;
import io.netgrade.protocol.Enclosed;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;

/** AH: next protocol(1) length in words less two(1) zero(2) SPI(4) number(4) check value. */
public final class AhProtocol {
    private static final int IP_PROTOCOL = 51;
    private static final int HEADER = 12;
    private static final int LOWEST_INDEX = 256;
    private static final int IPV4 = 4;
    private static final int IPV6 = 41;

    private AhProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("ah", "AH")
                .ports(Transport.IP, IP_PROTOCOL)
                .facts(IpsecFacts.AH)
                .checks(IpsecFacts.AH_CHECKS)
                .recognisedBy(AhProtocol::recognize)
                .readBy(opening -> Datagrams.readBy(AhProtocol::read))
                .build();
    }

    private static Recognition recognize(Opening opening) {
        boolean carried = opening.transport() == Transport.IP && opening.initiatorPort() == IP_PROTOCOL;
        return carried && headerLength(Datagrams.of(opening)) > 0 ? Recognition.PEERS : Recognition.NO;
    }

    /** Octets of the header; 0 where it is not sound. */
    private static int headerLength(ByteView bytes) {
        if (bytes.length() <= HEADER || bytes.u16(2) != 0 || bytes.u32(4) < LOWEST_INDEX) {
            return 0;
        }
        int length = (bytes.u8(1) + 2) * 4;
        return length > HEADER && length <= bytes.length() ? length : 0;
    }

    private static boolean read(Inbox datagram, Said said) {
        ByteView bytes = datagram.unread();
        int header = headerLength(bytes);
        if (header == 0) {
            return false;
        }
        int next = bytes.u8(0);
        boolean tunnel = next == IPV4 || next == IPV6;
        if (said.isNew((long) header << 8 | next)) {
            said.state(IpsecFacts.AH.partial(tunnel ? "tunnel" : "transport", next, header - HEADER));
        }
        if (tunnel) {
            datagram.encloses(Enclosed.IP, header, bytes.length() - header);
        }
        return true;
    }
}
