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

/** CDP: version(1) lifetime(1) checksum(2), then TLVs of type(2) and length(2), which counts both. */
public final class CdpProtocol {
    private static final int SNAP_TYPE = 0x2000;
    private static final int HEADER = 4;
    private static final int DEVICE = 1;
    private static final int PORT = 3;
    private static final int SOFTWARE = 5;
    private static final int PLATFORM = 6;
    private static final int NATIVE_VLAN = 10;

    private CdpProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("cdp", "CDP")
                .ports(Transport.IP, SNAP_TYPE)
                .facts(LinkFacts.CDP, CommonFacts.SOFTWARE)
                .checks(LinkFacts.CDP_CHECKS)
                .recognisedBy(CdpProtocol::recognize)
                .readBy(opening -> Datagrams.readBy(CdpProtocol::read))
                .build();
    }

    private static Recognition recognize(Opening opening) {
        boolean carried = opening.transport() == Transport.IP && opening.initiatorPort() == SNAP_TYPE;
        return carried && isSound(Datagrams.of(opening)) ? Recognition.PEERS : Recognition.NO;
    }

    private static boolean isSound(ByteView bytes) {
        boolean version = bytes.length() > HEADER + 4 && bytes.u8(0) >= 1 && bytes.u8(0) <= 2;
        return version && find(bytes, DEVICE) > 0;
    }

    private static int find(ByteView bytes, int wanted) {
        int at = HEADER;
        while (bytes.length() - at >= 4 && bytes.u16(at + 2) >= 4 && bytes.u16(at + 2) <= bytes.length() - at) {
            if (bytes.u16(at) == wanted) {
                return at;
            }
            at += bytes.u16(at + 2);
        }
        return -1;
    }

    private static boolean read(Inbox datagram, Said said) {
        ByteView bytes = datagram.unread();
        if (!isSound(bytes)) {
            return false;
        }
        if (said.isNew(Said.hash(1, bytes, HEADER, bytes.length() - HEADER))) {
            int vlan = find(bytes, NATIVE_VLAN);
            boolean known = vlan > 0 && bytes.u16(vlan + 2) == 6;
            said.state(LinkFacts.CDP.partial(
                    text(bytes, DEVICE), text(bytes, PLATFORM), text(bytes, PORT), known ? bytes.u16(vlan + 4) : null));
            LinkSoftware.state(text(bytes, SOFTWARE), said);
        }
        return true;
    }

    private static @Nullable String text(ByteView bytes, int wanted) {
        int at = find(bytes, wanted);
        return at < 0 ? null : LinkSoftware.text(bytes, at + 4, bytes.u16(at + 2) - 4);
    }
}
