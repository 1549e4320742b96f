// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ppp;

import io.netgrade.protocol.Enclosed;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;

/** One packet: version and type 0x11(1) code(1) session(2) length(2), then PPP, or tags of type(2) length(2). */
final class PppoePacket {
    static final int OFFER = 0x07;
    static final int INITIATION = 0x09;
    static final int REQUEST = 0x19;
    static final int CONFIRMATION = 0x65;
    static final int TERMINATION = 0xA7;

    private static final int HEADER = 6;
    private static final int SESSION = 0x00;
    private static final int CONCENTRATOR = 0x0102;
    private static final int LONGEST_NAME = 64;

    private PppoePacket() {}

    static boolean isSound(ByteView bytes) {
        if (bytes.length() < HEADER || bytes.u8(0) != 0x11 || bytes.u16(4) > bytes.length() - HEADER) {
            return false;
        }
        return switch (bytes.u8(1)) {
            case SESSION -> bytes.u16(2) != 0 && bytes.u16(4) >= 2;
            case OFFER, INITIATION, REQUEST -> bytes.u16(2) == 0 && hasSoundTags(bytes);
            case CONFIRMATION, TERMINATION -> hasSoundTags(bytes);
            default -> false;
        };
    }

    private static boolean hasSoundTags(ByteView bytes) {
        int end = HEADER + bytes.u16(4);
        int at = HEADER;
        while (end - at >= 4) {
            at += 4 + bytes.u16(at + 2);
        }
        return at == end;
    }

    static boolean read(Inbox datagram, Said said) {
        ByteView bytes = datagram.unread();
        if (!isSound(bytes)) {
            return false;
        }
        int code = bytes.u8(1);
        if (code != SESSION) {
            discovery(bytes, code, said);
            return true;
        }
        if (said.isNew(bytes.u16(2))) {
            said.state(PppoeFacts.SESSION.partial(bytes.u16(2)));
        }
        PppAuthentication.read(bytes, HEADER, PppoeFacts.AUTHENTICATION, said);
        datagram.encloses(Enclosed.PPP, HEADER, bytes.u16(4));
        return true;
    }

    private static void discovery(ByteView bytes, int code, Said said) {
        int name = concentrator(bytes);
        if (said.isNew(Said.hash(code, bytes, name, name == 0 ? 0 : 4 + bytes.u16(name + 2)))) {
            String message = switch (code) {
                case OFFER -> "pado";
                case INITIATION -> "padi";
                case REQUEST -> "padr";
                case CONFIRMATION -> "pads";
                default -> "padt";
            };
            String says = name == 0 ? null : bytes.ascii(name + 4, Math.min(LONGEST_NAME, bytes.u16(name + 2)));
            said.state(PppoeFacts.DISCOVERY.partial(message, says));
        }
    }

    private static int concentrator(ByteView bytes) {
        int end = HEADER + bytes.u16(4);
        for (int at = HEADER; end - at >= 4; at += 4 + bytes.u16(at + 2)) {
            if (bytes.u16(at) == CONCENTRATOR) {
                return at;
            }
        }
        return 0;
    }
}
