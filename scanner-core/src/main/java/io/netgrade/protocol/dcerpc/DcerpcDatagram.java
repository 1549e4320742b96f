// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.dcerpc;

import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Said;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;

/**
 * A datagram of version 4, read in place (C706 12.5.1): a header of 80 octets with the UUIDs of object, interface and
 * activity, and the length of what follows. PROFINET's interfaces are spoken so as well, and are no service of this kind.
 */
final class DcerpcDatagram {
    private static final int HEADER = 80;
    private static final int VERSION = 4;
    private static final int LAST_TYPE = 10;
    private static final int INTERFACE = 24;
    private static final int LENGTH = 74;
    private static final int AUTHENTICATION = 78;
    private static final int REJECT = 6;
    private static final byte[] PROFINET = {0x6C, (byte) 0x97, 0x11, (byte) 0xD1, (byte) 0x82, 0x71};
    private static final byte[] PROFINET_LITTLE = {(byte) 0x97, 0x6C, (byte) 0xD1, 0x11, (byte) 0x82, 0x71};

    private DcerpcDatagram() {}

    static Speaker speaker(ByteView bytes) {
        if (bytes.length() < HEADER || bytes.u8(0) != VERSION || bytes.u8(1) > LAST_TYPE) {
            return Speaker.NOBODY;
        }
        boolean represented = (bytes.u8(4) == 0x10 || bytes.u8(4) == 0) && bytes.u8(5) == 0 && bytes.u8(6) == 0;
        boolean little = bytes.u8(4) == 0x10;
        int length = little ? bytes.u16le(LENGTH) : bytes.u16(LENGTH);
        int authentication = bytes.u8(AUTHENTICATION);
        // What authenticates a datagram stands behind its body.
        boolean whole = authentication == 0
                ? length == bytes.length() - HEADER
                : length < bytes.length() - HEADER
                        && !DcerpcSession.type(authentication).equals("other");
        boolean others = bytes.holds(INTERFACE + 4, little ? PROFINET_LITTLE : PROFINET);
        if (!represented || !whole || others) {
            return Speaker.NOBODY;
        }
        return switch (bytes.u8(1)) {
            case 0, 1, 7, 8 -> Speaker.CLIENT;
            case 2, 3, 4, 5, REJECT -> Speaker.SERVER;
            default -> Speaker.EITHER;
        };
    }

    static boolean read(Inbox datagram, Said said) {
        ByteView bytes = datagram.unread();
        Speaker speaker = speaker(bytes);
        boolean answer = speaker == Speaker.SERVER;
        if (speaker == Speaker.NOBODY || !answer) {
            return speaker != Speaker.NOBODY;
        }
        boolean refused = bytes.u8(1) == REJECT;
        long key = Said.hash(bytes.u8(AUTHENTICATION) << 1 | (refused ? 1 : 0), bytes, INTERFACE, 16);
        if (said.isNew(key)) {
            String name = Interfaces.name(bytes, INTERFACE, bytes.u8(4) == 0x10);
            String type = DcerpcSession.type(bytes.u8(AUTHENTICATION));
            said.state(DcerpcFacts.BINDING.partial(name, type, null, !refused));
        }
        return true;
    }
}
