// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ldp;

import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;

/** A hello's TLVs: common parameters (0x0400) with hold time(2) and flags(2), authentication (0x0405, RFC 7349 §2.1). */
final class LdpHello {
    private static final int COMMON = 0x0400;
    private static final int AUTHENTICATION = 0x0405;
    private static final int TLV_TYPE = 0x3FFF;
    private static final int TARGETED = 0x8000;

    private LdpHello() {}

    static boolean read(Inbox datagram, Said said) {
        ByteView bytes = datagram.unread();
        if (!LdpPdu.isHello(bytes)) {
            return false;
        }
        boolean targeted = false;
        boolean signed = false;
        int at = LdpPdu.HEADER + LdpPdu.MESSAGE_HEADER;
        while (bytes.length() - at >= 4) {
            int type = bytes.u16(at) & TLV_TYPE;
            int length = bytes.u16(at + 2);
            targeted |=
                    type == COMMON && length >= 4 && bytes.length() - at >= 8 && (bytes.u16(at + 6) & TARGETED) != 0;
            signed |= type == AUTHENTICATION;
            at += 4 + length;
        }
        if (said.isNew((targeted ? 2 : 0) + (signed ? 1 : 0))) {
            said.state(LdpFacts.HELLO.partial(targeted ? "targeted" : "link", signed ? "cryptographic" : "none"));
        }
        if (said.isNew(1L << 32 | bytes.u32(LdpPdu.ROUTER_AT))) {
            said.state(LdpFacts.ROUTER.partial(LdpPdu.router(bytes)));
        }
        return true;
    }
}
