// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.cassandra;

import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.Octets;

/**
 * A frame of the native protocol, read in place: version (with 0x80 in answers), flags, stream (one octet up to version 2,
 * two from version 3), opcode, and the length of the body.
 */
final class CassandraFrame {
    static final int ERROR = 0x00;
    static final int STARTUP = 0x01;
    static final int READY = 0x02;
    static final int AUTHENTICATE = 0x03;
    static final int OPTIONS = 0x05;
    static final int SUPPORTED = 0x06;
    static final int QUERY = 0x07;
    static final int RESULT = 0x08;
    static final int REGISTER = 0x0B;
    static final int AUTH_RESPONSE = 0x0F;
    static final int LAST_OPCODE = 0x10;

    /** What the first message between nodes begins with. */
    static final int INTERNODE = 0xCA55_2DFA;

    private static final int ANSWER = 0x80;
    private static final int LAST_VERSION = 5;
    private static final int LAST_FLAGS = 0x1F;
    private static final int LONGEST = 256 << 20;
    private static final byte[] CQL_VERSION = {'C', 'Q', 'L', '_', 'V', 'E', 'R', 'S', 'I', 'O', 'N'};

    static final Octets BEGINNINGS = Octets.between(1, LAST_VERSION)
            .or(Octets.between(ANSWER | 1, ANSWER | LAST_VERSION))
            .or(Octets.of(INTERNODE >>> 24));

    private CassandraFrame() {}

    static int version(ByteView bytes) {
        return bytes.u8(0) & ~ANSWER;
    }

    static boolean isAnswer(ByteView bytes) {
        return (bytes.u8(0) & ANSWER) != 0;
    }

    static int header(ByteView bytes) {
        return version(bytes) < 3 ? 8 : 9;
    }

    static int opcode(ByteView bytes) {
        return bytes.u8(header(bytes) - 5);
    }

    /** Octets of the frame with its header; 0 where they are not known yet, -1 where it is no frame. */
    static long length(ByteView bytes) {
        boolean known = version(bytes) >= 1 && version(bytes) <= LAST_VERSION;
        if (!known || bytes.length() < header(bytes)) {
            return known ? 0 : -1;
        }
        long body = bytes.u32(header(bytes) - 4);
        return body <= LONGEST && opcode(bytes) <= LAST_OPCODE ? header(bytes) + body : -1;
    }

    static Speaker speaker(ByteView bytes) {
        if (bytes.u8(0) == INTERNODE >>> 24) {
            return internode(bytes);
        }
        long length = length(bytes);
        if (length <= 0) {
            boolean may = length == 0 && (bytes.length() < 2 || bytes.u8(1) <= LAST_FLAGS);
            return may ? Speaker.UNFINISHED : Speaker.NOBODY;
        }
        if (bytes.u8(1) > LAST_FLAGS) {
            return Speaker.NOBODY;
        }
        int header = header(bytes);
        return isAnswer(bytes) ? answer(bytes, header, length - header) : request(bytes, header, length - header);
    }

    private static Speaker internode(ByteView bytes) {
        if (bytes.length() < 4) {
            return Speaker.UNFINISHED;
        }
        return bytes.i32(0) == INTERNODE ? Speaker.CLIENT : Speaker.NOBODY;
    }

    private static Speaker request(ByteView bytes, int header, long body) {
        return switch (opcode(bytes)) {
            case OPTIONS -> body == 0 ? Speaker.CLIENT : Speaker.NOBODY;
            case STARTUP -> startup(bytes, header, body);
            case QUERY -> query(bytes, header, body);
            default -> Speaker.NOBODY;
        };
    }

    /** A statement of CQL begins with a word. */
    private static Speaker query(ByteView bytes, int header, long body) {
        if (bytes.length() < header + 5) {
            return body >= 5 ? Speaker.UNFINISHED : Speaker.NOBODY;
        }
        int letter = bytes.u8(header + 4) | 0x20;
        boolean word = letter >= 'a' && letter <= 'z';
        return word ? fits(bytes, header, body, 4, bytes.u32(header) + 4) : Speaker.NOBODY;
    }

    /** A map of strings (a count, then lengths and texts) of which CQL_VERSION is always one. */
    private static Speaker startup(ByteView bytes, int header, long body) {
        if (body < 4 + CQL_VERSION.length || body > 1024) {
            return Speaker.NOBODY;
        }
        if (bytes.length() < header + body) {
            return Speaker.UNFINISHED;
        }
        for (int at = header; at < header + body; at++) {
            if (bytes.holds(at, CQL_VERSION)) {
                return Speaker.CLIENT;
            }
        }
        return Speaker.NOBODY;
    }

    private static Speaker answer(ByteView bytes, int header, long body) {
        return switch (opcode(bytes)) {
            case READY -> body == 0 ? Speaker.SERVER : Speaker.NOBODY;
            case AUTHENTICATE -> {
                long text = bytes.length() >= header + 2 ? bytes.u16(header) + 2L : 0;
                yield text == 0 ? Speaker.UNFINISHED : text == body ? Speaker.SERVER : Speaker.NOBODY;
            }
            case ERROR -> {
                boolean headed = bytes.length() >= header + 6;
                long code = headed ? bytes.u32(header) : 0;
                boolean known = code <= 0x0A || code == 0x100 || (code >= 0x1000 && code <= 0x2500);
                yield known ? fits(bytes, header, body, 6, headed ? bytes.u16(header + 4) + 6L : 0) : Speaker.NOBODY;
            }
            case RESULT -> {
                boolean kind = bytes.length() >= header + 4 && bytes.u32(header) >= 1 && bytes.u32(header) <= 5;
                boolean waits = bytes.length() < header + 4 && body >= 4;
                yield waits ? Speaker.UNFINISHED : kind && body >= 4 ? Speaker.SERVER : Speaker.NOBODY;
            }
            case SUPPORTED -> body >= 2 && body < 4096 ? Speaker.SERVER : Speaker.NOBODY;
            default -> Speaker.NOBODY;
        };
    }

    private static Speaker fits(ByteView bytes, int header, long body, int head, long text) {
        if (bytes.length() < header + head) {
            return body >= head ? Speaker.UNFINISHED : Speaker.NOBODY;
        }
        boolean within = text <= body && body - text < 4096 && text > head;
        Speaker speaker = isAnswer(bytes) ? Speaker.SERVER : Speaker.CLIENT;
        return within ? speaker : Speaker.NOBODY;
    }
}
