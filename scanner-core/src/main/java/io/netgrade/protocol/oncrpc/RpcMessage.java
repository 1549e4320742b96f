// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.oncrpc;

import io.netgrade.wire.ByteView;
import io.netgrade.wire.Octets;

/** Calls and answers (RFC 5531 9), read in place. In a stream a mark goes before: a bit for the last part, and its length. */
final class RpcMessage {
    static final long RPCBIND = 100_000;
    static final long NFS = 100_003;
    static final long MOUNT = 100_005;

    static final int MARK = 4;
    static final int CALL_HEADER = 24;

    static final long NONE = -1;
    static final long ANSWER = -2;
    static final long MORE = -3;

    private static final int LONGEST_CREDENTIAL = 400;
    private static final int LONGEST = 1 << 22;
    /** What the mark of a record may begin with: whether it is the last one, and a length that is not too long. */
    static final Octets MARKS = Octets.of(0x00, 0x80);

    private static final int LAST_VERSION = 4;
    private static final int LAST_PROCEDURE = 64;

    private RpcMessage() {}

    /** Octets with the mark, or -1. */
    static long length(ByteView bytes) {
        long part = bytes.u32(0) & 0x7FFF_FFFFL;
        return part >= 8 && part <= LONGEST ? MARK + part : NONE;
    }

    static long streamed(ByteView bytes) {
        if (bytes.length() < MARK) {
            return (bytes.u8(0) & 0x7F) == 0 ? MORE : NONE;
        }
        long length = length(bytes);
        boolean last = (bytes.u8(0) & 0x80) != 0;
        if (length < 0 || !last) {
            return NONE;
        }
        return bytes.length() < Math.min(length, MARK + CALL_HEADER + 16) ? MORE : call(bytes, MARK);
    }

    /** The program that is called, {@link #ANSWER}, or {@link #NONE}. */
    static long call(ByteView bytes, int at) {
        if (bytes.length() < at + CALL_HEADER) {
            return NONE;
        }
        if (bytes.u32(at + 4) == 1) {
            return bytes.u32(at + 8) <= 1 ? ANSWER : NONE;
        }
        boolean call = bytes.u32(at + 4) == 0 && bytes.u32(at + 8) == 2;
        boolean known = bytes.u32(at + 16) <= LAST_VERSION && bytes.u32(at + 20) <= LAST_PROCEDURE;
        return call && known && bytes.length() >= at + CALL_HEADER + 8 && isCredential(bytes, at + CALL_HEADER)
                ? bytes.u32(at + 12)
                : NONE;
    }

    private static boolean isCredential(ByteView bytes, int at) {
        return bytes.u32(at) <= 0x60000 && bytes.u32(at + 4) <= LONGEST_CREDENTIAL && bytes.u32(at + 4) % 4 == 0;
    }

    static String flavor(long number) {
        return switch ((int) number) {
            case 0 -> "none";
            case 1 -> "sys";
            case 2 -> "short";
            case 3 -> "dh";
            case 4 -> "kerberos";
            case 6 -> "gss";
            case 7 -> "tls";
            default -> "other";
        };
    }
}
