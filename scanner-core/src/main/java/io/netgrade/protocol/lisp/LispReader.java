// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.lisp;

import io.netgrade.protocol.Enclosed;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;

/** States what each message shows, and hands on what is encapsulated. */
final class LispReader {
    private static final int DATA = 0x10;

    private LispReader() {}

    static boolean read(Inbox datagram, Said said) {
        ByteView bytes = datagram.unread();
        int type = LispMessage.type(bytes);
        boolean data = type == LispMessage.NONE && LispMessage.isData(bytes);
        if (type == LispMessage.NONE && !data) {
            return false;
        }
        if (said.isNew(data ? DATA : type)) {
            said.state(LispFacts.MESSAGE.partial(name(data ? DATA : type)));
        }
        if (type == LispMessage.REGISTER) {
            registration(bytes, said);
        }
        int header = data ? LispMessage.DATA_HEADER : LispMessage.ENCAPSULATED_HEADER;
        if (data || type == LispMessage.ENCAPSULATED) {
            datagram.encloses(Enclosed.IP, header, bytes.length() - header);
        }
        return true;
    }

    private static void registration(ByteView bytes, Said said) {
        int algorithm = bytes.u8(LispMessage.AUTHENTICATION_AT - 3);
        int length = bytes.u16(LispMessage.AUTHENTICATION_AT - 2);
        if (said.isNew(1L << 32 | (long) algorithm << 16 | length)) {
            String name = switch (algorithm) {
                case 0 -> "none";
                case 1 -> "hmac-sha1-96";
                case 2 -> "hmac-sha256-128";
                case 3 -> "hmac-sha256-128-derived";
                default -> "other";
            };
            said.state(LispFacts.REGISTRATION.partial(name, length));
        }
    }

    private static String name(int type) {
        return switch (type) {
            case LispMessage.REQUEST -> "map-request";
            case LispMessage.REPLY -> "map-reply";
            case LispMessage.REGISTER -> "map-register";
            case LispMessage.NOTIFY -> "map-notify";
            case LispMessage.NOTIFY_ACK -> "map-notify-ack";
            case LispMessage.ENCAPSULATED -> "encapsulated-control";
            default -> "data";
        };
    }
}
