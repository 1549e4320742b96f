// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.rip;

import io.netgrade.protocol.Datagrams;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;

/**
 * One message: command(1) version(1) zero(2), then entries of 20 octets.
 *
 * <pre>
 *  RIP    family(2) tag(2) address(4) mask(4) next hop(4) metric(4)      (RFC 2453 §4; in version 1 zeros between)
 *  RIPng  prefix(16) tag(2) prefix length(1) metric(1)                   (RFC 2080 §2.1)
 * </pre>
 */
final class RipMessage implements Datagrams.Reader {
    private static final int HEADER = 4;
    private static final int ENTRY = 20;
    private static final int MOST_ENTRIES = 25;
    private static final int FAMILY_INTERNET = 2;
    private static final int FAMILY_AUTHENTICATION = 0xFFFF;
    private static final int SIMPLE = 2;
    private static final int CRYPTOGRAPHIC = 3;
    private static final int INFINITY = 16;
    private static final int NEXT_HOP = 0xFF;
    /** Family and type before the digest (RFC 4822 §2.5). */
    private static final int TRAILER = 4;

    private final boolean nextGeneration;

    RipMessage(boolean nextGeneration) {
        this.nextGeneration = nextGeneration;
    }

    static boolean isSound(ByteView bytes) {
        if (!hasHeader(bytes)) {
            return false;
        }
        int version = bytes.u8(1);
        int end = end(bytes);
        boolean parted = version >= 1 && version <= 2 && (end - HEADER) % ENTRY == 0 && end > HEADER;
        int first = end < bytes.length() || isAuthenticated(bytes) ? HEADER + ENTRY : HEADER;
        if (!parted || end - first > MOST_ENTRIES * ENTRY || (first > HEADER && version == 1)) {
            return false;
        }
        boolean sound = true;
        for (int at = first; at < end && sound; at += ENTRY) {
            sound = isSoundEntry(bytes, at, version);
        }
        return sound;
    }

    static boolean isSoundNextGeneration(ByteView bytes) {
        if (!hasHeader(bytes) || bytes.u8(1) != 1 || (bytes.length() - HEADER) % ENTRY != 0) {
            return false;
        }
        boolean sound = true;
        for (int at = HEADER; at < bytes.length() && sound; at += ENTRY) {
            int metric = bytes.u8(at + 19);
            boolean reached = metric >= 1 && metric <= INFINITY && endsWithPrefix(bytes, at);
            sound = bytes.u8(at + 18) <= 128 && (metric == NEXT_HOP || reached);
        }
        return sound;
    }

    /** Whether the octets behind those that the prefix length counts are zero. */
    private static boolean endsWithPrefix(ByteView bytes, int at) {
        boolean zero = true;
        for (int i = (bytes.u8(at + 18) + 7) / 8; i < 16; i++) {
            zero &= bytes.u8(at + i) == 0;
        }
        return zero;
    }

    private static boolean hasHeader(ByteView bytes) {
        return bytes.length() >= HEADER + ENTRY && bytes.u8(0) >= 1 && bytes.u8(0) <= 2 && bytes.u16(2) == 0;
    }

    private static boolean isSoundEntry(ByteView bytes, int at, int version) {
        int family = bytes.u16(at);
        long metric = bytes.u32(at + 16);
        boolean whole = family == 0 && metric == INFINITY && bytes.u8(0) == 1;
        boolean zeros = version == 2 || (bytes.u16(at + 2) == 0 && bytes.i64(at + 8) == 0);
        return (whole || family == FAMILY_INTERNET) && zeros && metric <= INFINITY;
    }

    private static boolean isAuthenticated(ByteView bytes) {
        return bytes.u16(HEADER) == FAMILY_AUTHENTICATION && bytes.u16(HEADER + 2) == SIMPLE;
    }

    /** Where the entries end: before the digest where there is one. */
    private static int end(ByteView bytes) {
        boolean signed = bytes.u16(HEADER) == FAMILY_AUTHENTICATION && bytes.u16(HEADER + 2) == CRYPTOGRAPHIC;
        int end = signed ? bytes.u16(HEADER + 4) : bytes.length();
        boolean fits = !signed
                || (end >= HEADER + ENTRY
                        && end + TRAILER < bytes.length()
                        && bytes.u16(end) == FAMILY_AUTHENTICATION
                        && bytes.u16(end + 2) == 1);
        return fits ? end : 0;
    }

    @Override
    public boolean read(Inbox datagram, Said said) {
        ByteView bytes = datagram.unread();
        boolean old = !nextGeneration && isSound(bytes);
        if (!old && !isSoundNextGeneration(bytes)) {
            return false;
        }
        String version = !old ? "ng" : bytes.u8(1) == 1 ? "1" : "2";
        String authentication = old ? authentication(bytes) : "none";
        if (said.isNew(version.hashCode() * 31L + authentication.hashCode())) {
            said.state(RipFacts.UPDATE.partial(version, authentication));
        }
        return true;
    }

    private static String authentication(ByteView bytes) {
        if (isAuthenticated(bytes)) {
            return "simple-password";
        }
        return switch (bytes.length() - end(bytes) - TRAILER) {
            case -TRAILER -> "none";
            case 16 -> "keyed-md5";
            case 20 -> "hmac-sha1";
            case 32 -> "hmac-sha256";
            case 48 -> "hmac-sha384";
            case 64 -> "hmac-sha512";
            default -> "cryptographic";
        };
    }
}
