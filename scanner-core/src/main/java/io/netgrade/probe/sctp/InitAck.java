// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.sctp;

import io.netgrade.wire.ByteView;
import io.netgrade.wire.ByteWriter;
import java.util.Set;

/**
 * An INIT ACK chunk (RFC 9260 section 3.3.3).
 *
 * <pre>
 *  4 initiate tag   8 window   12 streams out, in   16 first TSN   20 parameters: type(2) length(2) value
 * </pre>
 */
final class InitAck {
    private static final int FIXED = 20;
    private static final int STATE_COOKIE = 7;
    private static final int HOST_NAME_ADDRESS = 11;
    /** A longer cookie than fits in a packet is not carried back. */
    private static final int LONGEST_COOKIE = 1_400;

    private static final int MOST_REPORTED = 40;

    /**
     * Addresses, unrecognized parameters, cookie preservative and address types; ECN and the lists of extensions, which bind
     * nobody who does not use them.
     */
    private static final Set<Integer> KNOWN =
            Set.of(1, 5, 6, STATE_COOKIE, 8, 9, 12, 0x8000, 0x8002, 0x8003, 0x8004, 0x8008, 0xC000, 0xC006);

    private final ByteView chunk;
    private final ByteWriter unrecognized = new ByteWriter();
    private byte[] cookie = {};
    private String fault = "";
    private int cause;

    InitAck(ByteView chunk) {
        this.chunk = chunk;
        if (chunk.length() < FIXED) {
            broken("too short", ErrorCauses.PROTOCOL_VIOLATION);
        } else if (tag() == 0 || chunk.u16(12) == 0 || chunk.u16(14) == 0) {
            broken("no tag or no streams", ErrorCauses.INVALID_PARAMETER);
        } else {
            read();
        }
    }

    private void read() {
        int at = FIXED;
        boolean more = true;
        while (more && fault.isEmpty() && chunk.length() - at >= Chunk.HEADER) {
            int type = chunk.u16(at);
            int length = chunk.u16(at + 2);
            if (length < Chunk.HEADER || length > chunk.length() - at) {
                broken("a parameter of a length that cannot be", ErrorCauses.PROTOCOL_VIOLATION);
            } else {
                more = parameter(type, at, length);
                at += length + 3 & ~3;
            }
        }
        if (fault.isEmpty() && cookie.length == 0) {
            broken("no state cookie", ErrorCauses.MISSING_PARAMETER);
        }
    }

    /** False where nothing behind it is to be read. */
    private boolean parameter(int type, int at, int length) {
        if (type == STATE_COOKIE && length - 4 > LONGEST_COOKIE) {
            broken("a state cookie of " + (length - 4) + " bytes", ErrorCauses.PROTOCOL_VIOLATION);
        } else if (type == STATE_COOKIE && cookie.length == 0) {
            cookie = chunk.bytes(at + 4, length - 4);
        } else if (type == HOST_NAME_ADDRESS) {
            broken("a host name for an address", ErrorCauses.UNRESOLVABLE_ADDRESS);
        }
        if (KNOWN.contains(type)) {
            return true;
        }
        if (Chunk.wantsReport(type >> 8) && unrecognized.length() + length <= MOST_REPORTED) {
            unrecognized.bytes(chunk.bytes(at, length)).zeros(-length & 3);
        }
        return Chunk.passesOver(type >> 8);
    }

    private void broken(String what, int why) {
        fault = what;
        cause = why;
    }

    /** What is wrong with it; empty where nothing is. */
    String fault() {
        return fault;
    }

    int cause() {
        return cause;
    }

    /** 0 where there is none. */
    int tag() {
        return chunk.length() < FIXED ? 0 : chunk.i32(4);
    }

    long window() {
        return chunk.u32(8);
    }

    int firstNumber() {
        return chunk.i32(16);
    }

    byte[] cookie() {
        return cookie;
    }

    /** The parameters that nobody knows and whose sender wants to be told, each padded. */
    byte[] unrecognized() {
        return unrecognized.written();
    }
}
