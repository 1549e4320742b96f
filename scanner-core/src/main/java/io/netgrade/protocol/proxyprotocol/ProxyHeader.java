// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.proxyprotocol;

import io.netgrade.fact.Fact;
import io.netgrade.wire.ByteView;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The header itself: {@code PROXY TCP4 192.0.2.1 192.0.2.2 5000 80} and CR LF, or twelve bytes of signature and a length. */
final class ProxyHeader {
    static final int BROKEN = -1;
    static final int SHORT = 0;

    private static final byte[] LINE = "PROXY ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SIGNATURE = {13, 10, 13, 10, 0, 13, 10, 'Q', 'U', 'I', 'T', 10};
    /** With CR LF (section 2.1). */
    private static final int LONGEST_LINE = 107;

    private static final int FIXED = SIGNATURE.length + 4;

    private ProxyHeader() {}

    /** Bytes of the header that stands at the beginning; {@link #SHORT} or {@link #BROKEN} else. */
    static int length(ByteView bytes) {
        if (begins(bytes, LINE)) {
            return bytes.length() < LINE.length ? SHORT : line(bytes);
        }
        if (!begins(bytes, SIGNATURE)) {
            return BROKEN;
        }
        return bytes.length() < FIXED ? SHORT : binary(bytes);
    }

    private static int line(ByteView bytes) {
        int end = bytes.indexOf('\n', 0, LONGEST_LINE);
        if (end < 0) {
            return bytes.length() < LONGEST_LINE ? SHORT : BROKEN;
        }
        boolean family = familyOfLine(bytes) != null;
        return family && bytes.u8(end - 1) == '\r' ? end + 1 : BROKEN;
    }

    private static int binary(ByteView bytes) {
        int command = bytes.u8(SIGNATURE.length);
        int family = bytes.u8(SIGNATURE.length + 1);
        boolean sound = (command == 0x20 || command == 0x21) && family >> 4 <= 3 && (family & 0xF) <= 2;
        int length = FIXED + bytes.u16(SIGNATURE.length + 2);
        return !sound ? BROKEN : bytes.length() < length ? SHORT : length;
    }

    static Fact fact(ByteView bytes) {
        String line = familyOfLine(bytes);
        return line == null
                ? ProxyFacts.HEADER.partial(2, family(bytes.u8(SIGNATURE.length), bytes.u8(SIGNATURE.length + 1)))
                : ProxyFacts.HEADER.partial(1, line);
    }

    private static @Nullable String familyOfLine(ByteView bytes) {
        if (!bytes.startsWith(LINE) || bytes.length() < LINE.length + 7) {
            return null;
        }
        return switch (bytes.ascii(LINE.length, 5)) {
            case "TCP4 " -> "tcp4";
            case "TCP6 " -> "tcp6";
            default -> bytes.ascii(LINE.length, 7).equals("UNKNOWN") ? "local" : null;
        };
    }

    private static String family(int command, int family) {
        String kind = (family & 0xF) == 2 ? "udp" : "tcp";
        return switch (command == 0x20 ? 0 : family >> 4) {
            case 1 -> kind + "4";
            case 2 -> kind + "6";
            case 3 -> "unix";
            default -> "local";
        };
    }

    private static boolean begins(ByteView bytes, byte[] expected) {
        int known = Math.min(bytes.length(), expected.length);
        for (int at = 0; at < known; at++) {
            if (bytes.u8(at) != expected[at]) {
                return false;
            }
        }
        return true;
    }
}
