// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.rsvp;

import io.netgrade.protocol.Datagrams;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;
import java.util.List;

/**
 * One message: version(4 bits) flags(4) type(1) checksum(2) TTL(1) zero(1) length(2), then objects of length(2), which
 * counts all and is a multiple of four, class(1) and C-type(1) (RFC 2205 §3.1).
 */
final class RsvpMessage implements Datagrams.Reader {
    private static final int HEADER = 8;
    private static final int OBJECT = 4;
    private static final int INTEGRITY = 4;
    /** Flags, key identifier and number before the digest (RFC 2747 §2). */
    private static final int INTEGRITY_HEADER = OBJECT + 16;

    private static final int LAST_TYPE = 30;
    private static final int BUNDLE = 12;
    private static final List<String> NAMES = List.of(
            "",
            "path",
            "resv",
            "path-err",
            "resv-err",
            "path-tear",
            "resv-tear",
            "resv-conf",
            "",
            "",
            "resv-tear-conf",
            "",
            "bundle",
            "ack",
            "",
            "srefresh",
            "",
            "",
            "",
            "",
            "hello");

    static boolean isSound(ByteView bytes) {
        if (bytes.length() < HEADER + OBJECT || bytes.u8(0) >>> 4 != 1 || bytes.u8(5) != 0) {
            return false;
        }
        int type = bytes.u8(1);
        int length = bytes.u16(6);
        boolean known = type >= 1 && type <= LAST_TYPE && length >= HEADER + OBJECT && length <= bytes.length();
        // A bundle holds messages, not objects, behind its own (RFC 2961 §3.1).
        return known && (type == BUNDLE || end(bytes, length) == length);
    }

    private static int end(ByteView bytes, int length) {
        int at = HEADER;
        while (length - at >= OBJECT && bytes.u16(at) >= OBJECT && bytes.u16(at) % 4 == 0) {
            at += bytes.u16(at);
        }
        return at;
    }

    @Override
    public boolean read(Inbox datagram, Said said) {
        ByteView bytes = datagram.unread();
        if (!isSound(bytes)) {
            return false;
        }
        int type = bytes.u8(1);
        int digest = digest(bytes, type);
        // A bundle may leave it to each message within to be signed (RFC 2961 §3.1).
        if ((type != BUNDLE || digest != 0) && said.isNew((long) type << 16 | digest)) {
            said.state(RsvpFacts.AUTHENTICATION.partial(algorithm(digest), name(type)));
        }
        return true;
    }

    /** Octets of the digest in the INTEGRITY object; 0 without one. */
    private static int digest(ByteView bytes, int type) {
        int length = bytes.u16(6);
        int at = HEADER;
        while (length - at >= OBJECT && bytes.u16(at) >= OBJECT && bytes.u16(at) <= length - at) {
            boolean message = type == BUNDLE && bytes.u8(at) >>> 4 == 1;
            if (!message && bytes.u8(at + 2) == INTEGRITY) {
                return Math.max(1, bytes.u16(at) - INTEGRITY_HEADER);
            }
            at += message ? length : bytes.u16(at);
        }
        return 0;
    }

    private static String algorithm(int digest) {
        return switch (digest) {
            case 0 -> "none";
            case 16 -> "hmac-md5";
            case 20 -> "hmac-sha1";
            default -> "integrity";
        };
    }

    private static String name(int type) {
        return type < NAMES.size() && !NAMES.get(type).isEmpty() ? NAMES.get(type) : "type-" + type;
    }
}
