// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.h323;

import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;

/**
 * A call signalling message: a frame of TPKT (RFC 1006 §6) with a message of Q.931 (§4) in it, of which the user-user
 * element carries H.225.0.
 *
 * <pre>
 * 03 00 length(16) | 08 02 reference(16) type(8) | elements: id(8) length(8) …  7E length(16) 05 …
 * </pre>
 */
final class Q931 {
    static final int CALLING_PARTY = 0x6C;
    static final int CALLED_PARTY = 0x70;
    static final int USER_USER = 0x7E;
    static final int FIRST_ELEMENT = 9;
    private static final int TPKT = 4;
    private static final int DISCRIMINATOR = 8;
    private static final int ASN1 = 5;
    private static final int TO_ORIGINATOR = 0x80;

    private Q931() {}

    static long length(ByteView bytes) {
        for (int i = 0; i < Math.min(bytes.length(), 2); i++) {
            if (bytes.u8(i) != (i == 0 ? 3 : 0)) {
                return MessageGrammar.BROKEN;
            }
        }
        if (bytes.length() < FIRST_ELEMENT) {
            return MessageGrammar.UNKNOWN;
        }
        boolean sound = bytes.u16(2) >= FIRST_ELEMENT
                && bytes.u8(TPKT) == DISCRIMINATOR
                && bytes.u8(TPKT + 1) == 2
                && !name(type(bytes)).isEmpty();
        return sound ? bytes.u16(2) : MessageGrammar.BROKEN;
    }

    static int type(ByteView message) {
        return message.u8(TPKT + 4);
    }

    static boolean toOriginator(ByteView message) {
        return (message.u8(TPKT + 2) & TO_ORIGINATOR) != 0;
    }

    static Speaker speaker(ByteView said) {
        long length = length(said);
        if (length == MessageGrammar.BROKEN) {
            return Speaker.NOBODY;
        }
        if (length == MessageGrammar.UNKNOWN || said.length() < length) {
            return Speaker.UNFINISHED;
        }
        if (userUser(said, (int) length) < 0) {
            return Speaker.NOBODY;
        }
        return toOriginator(said) ? Speaker.SERVER : Speaker.CLIENT;
    }

    /** Where the user-user element of H.225.0 begins; -1 where the elements do not fill the message, or there is none. */
    static int userUser(ByteView message, int length) {
        int found = -1;
        int at = FIRST_ELEMENT;
        while (at < length) {
            int size = element(message, at, length);
            if (size < 0) {
                return -1;
            }
            if (message.u8(at) == USER_USER && size > 4 && message.u8(at + 3) == ASN1) {
                found = at;
            }
            at += size;
        }
        return found;
    }

    /** Octets of an element, id and length too; -1 where it does not fit. */
    static int element(ByteView message, int at, int end) {
        int id = message.u8(at);
        if (id >= 0x80) {
            return 1;
        }
        int header = id == USER_USER ? 3 : 2;
        if (end - at < header) {
            return -1;
        }
        int size = header + (id == USER_USER ? message.u16(at + 1) : message.u8(at + 1));
        return size <= end - at ? size : -1;
    }

    /** Empty for a type that H.225.0 does not use. */
    static String name(int type) {
        return switch (type) {
            case 0x01 -> "alerting";
            case 0x02 -> "call-proceeding";
            case 0x03 -> "progress";
            case 0x05 -> "setup";
            case 0x07 -> "connect";
            case 0x0D -> "setup-acknowledge";
            case 0x5A -> "release-complete";
            case 0x62 -> "facility";
            case 0x6E -> "notify";
            case 0x75 -> "status-inquiry";
            case 0x7B -> "information";
            case 0x7D -> "status";
            default -> "";
        };
    }
}
