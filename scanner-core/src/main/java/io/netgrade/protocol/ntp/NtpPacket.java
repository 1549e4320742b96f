// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ntp;

import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.Octets;

/**
 * One datagram. The first octet tells the mode in its lowest three bits and the version in the next three.
 *
 * <pre>
 *  1-5  0 flags  1 stratum  2 poll  3 precision  4 delay  8 dispersion  12 reference  16 times (4 × 8)  48 more
 *  6    0 flags  1 response, error, more, operation  2 sequence  4 status  6 association  8 offset  10 octets  12 data
 *  7    0 flags  1 sequence  2 implementation  3 request  4 error and items  6 octets of an item  8 data
 * </pre>
 */
final class NtpPacket {
    static final int TIME = 48;
    static final int CONTROL = 6;
    static final int PRIVATE = 7;
    static final int SERVER = 4;

    private static final int CLIENT = 3;
    private static final int SHORTEST_EXTENSION = 16;
    private static final int ONE_MINUTE = 60 << 16;
    private static final int LONGEST = 1 << 15;

    /** Versions 1 to 4, and every mode but the reserved one. */
    static final Octets BEGINNINGS =
            Octets.where(first -> (first >> 3 & 7) >= 1 && (first >> 3 & 7) <= 4 && (first & 7) != 0);

    private NtpPacket() {}

    static int mode(ByteView bytes) {
        return bytes.u8(0) & 7;
    }

    static int version(ByteView bytes) {
        return bytes.u8(0) >> 3 & 7;
    }

    static boolean sound(ByteView bytes) {
        boolean known = bytes.length() >= 8 && bytes.length() < LONGEST && version(bytes) >= 1 && version(bytes) <= 4;
        if (!known) {
            return false;
        }
        return switch (mode(bytes)) {
            case 0 -> false;
            case CONTROL -> control(bytes);
            case PRIVATE -> privateUse(bytes);
            default -> time(bytes);
        };
    }

    static Speaker speaker(ByteView bytes) {
        if (!sound(bytes)) {
            return Speaker.NOBODY;
        }
        return switch (mode(bytes)) {
            case 1, 2 -> Speaker.PEER;
            case CLIENT -> Speaker.CLIENT;
            case CONTROL -> (bytes.u8(1) & 0x80) != 0 ? Speaker.SERVER : Speaker.CLIENT;
            case PRIVATE -> (bytes.u8(0) & 0x80) != 0 ? Speaker.SERVER : Speaker.CLIENT;
            default -> Speaker.SERVER;
        };
    }

    /** Where no port speaks for NTP: an answer must bear times of this age, and a question a whole header and no more. */
    static Speaker strictSpeaker(ByteView bytes) {
        Speaker speaker = speaker(bytes);
        boolean told = speaker != Speaker.NOBODY
                && switch (mode(bytes)) {
                    case CONTROL -> text(bytes);
                    case PRIVATE -> monitorList(bytes);
                    case CLIENT ->
                        bytes.length() == TIME
                                && version(bytes) >= 3
                                && plausible(bytes, 40)
                                && bytes.u8(1) <= 16
                                && (bytes.i64(16) == 0 || plausible(bytes, 16));
                    default ->
                        plausible(bytes, 40) && plausible(bytes, 32) && plausible(bytes, 16) && version(bytes) >= 3;
                };
        return told ? speaker : Speaker.NOBODY;
    }

    /** Whether a control message brings text. */
    private static boolean text(ByteView bytes) {
        return bytes.u16(10) > 2 && bytes.u8(12) >= ' ' && bytes.u8(12) <= '~' && bytes.u8(13) >= ' ';
    }

    /** The request that is misused most, of a size that tools send, or an answer that its entries fill. */
    private static boolean monitorList(ByteView bytes) {
        boolean list = bytes.u8(3) == 42 || bytes.u8(3) == 20;
        int filled = 8 + (bytes.u16(4) & 0x0FFF) * (bytes.u16(6) & 0x0FFF);
        boolean response = (bytes.u8(0) & 0x80) != 0;
        boolean asked = bytes.u16(4) == 0 && (bytes.length() == 8 || bytes.length() == 48 || bytes.length() >= 184);
        return list && (response ? filled == bytes.length() && filled >= 40 : asked);
    }

    /** Where the message authentication code begins: behind the extension fields; the length of the packet where none is. */
    static int code(ByteView bytes) {
        int at = TIME;
        while (bytes.length() - at > 24 && version(bytes) == 4) {
            int length = bytes.u16(at + 2);
            if (length < SHORTEST_EXTENSION || (length & 3) != 0 || length > bytes.length() - at) {
                return at;
            }
            at += length;
        }
        return at;
    }

    private static boolean time(ByteView bytes) {
        if (bytes.length() < TIME || bytes.u8(1) > 16 || (bytes.u8(2) > 17 && bytes.u8(2) < 0xF8)) {
            return false;
        }
        boolean near = Math.abs((long) bytes.i32(4)) <= ONE_MINUTE && bytes.u32(8) <= 2L * ONE_MINUTE;
        boolean precise = bytes.u8(3) == 0 || bytes.u8(3) >= 0xD0 || mode(bytes) == CLIENT;
        boolean answered = mode(bytes) == CLIENT || bytes.i64(40) != 0;
        return near && precise && answered && end(bytes);
    }

    /** Behind the header and the extension fields there is nothing, a crypto-NAK, or a key id and a digest. */
    private static boolean end(ByteView bytes) {
        int rest = bytes.length() - code(bytes);
        return switch (rest) {
            case 0, 4, 20, 24, 36, 52, 68 -> true;
            // Version 3 and older may pad, and version 4 of some clients ends in an extension field of their own.
            default -> version(bytes) < 4 && rest == 12;
        };
    }

    private static boolean control(ByteView bytes) {
        if (bytes.length() < 12) {
            return false;
        }
        int operation = bytes.u8(1) & 0x1F;
        boolean response = (bytes.u8(1) & 0x80) != 0;
        int data = bytes.u16(10);
        int rest = bytes.length() - 12 - data;
        boolean flags = response || (bytes.u8(1) & 0x60) == 0;
        boolean known = operation <= 12 || operation == 31;
        return known
                && flags
                && rest >= 0
                && rest <= 3 + 8 + 32
                && bytes.u8(0) < 0x40
                && (response || bytes.u16(8) == 0);
    }

    private static boolean privateUse(ByteView bytes) {
        int implementation = bytes.u8(2);
        int items = bytes.u16(4) & 0x0FFF;
        int size = bytes.u16(6) & 0x0FFF;
        boolean response = (bytes.u8(0) & 0x80) != 0;
        boolean known = (implementation == 0 || implementation == 2 || implementation == 3) && bytes.u8(3) <= 45;
        boolean reserved = (bytes.u16(6) & 0xF000) == 0 && (response || (bytes.u16(4) & 0xF000) == 0);
        int rest = bytes.length() - 8 - items * size;
        // A request has room for one entry of the longest kind, and an authentication code behind it.
        return known && reserved && rest >= 0 && (response ? rest <= 24 : rest <= 216);
    }

    /** Whether a time stamp lies between 1995 and 2036, or after 2036 and before 2070 (RFC 5905 §6). */
    private static boolean plausible(ByteView bytes, int at) {
        long seconds = bytes.u32(at);
        return seconds >= 2_997_990_000L || (seconds > 0 && seconds < 1_060_000_000L);
    }
}
