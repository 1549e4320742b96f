// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.netflow;

import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;

/**
 * One export packet.
 *
 * <pre>
 *  1, 5, 7  0 version  2 records  4 uptime  8 time  …  records of one size
 *  9        0 version  2 records  4 uptime  8 time  12 sequence  16 source  20 sets
 *  IPFIX    0 10  2 octets in all  4 time  8 sequence  12 domain  16 sets
 * </pre>
 *
 * A set is an id (0 to 3 for templates, from 256 on for data), its octets, and records.
 */
final class FlowExport {
    static final int IPFIX = 10;

    private static final int IPFIX_HEADER = 16;
    private static final int NINE_HEADER = 20;
    private static final int FIRST_DATA_SET = 256;
    /** Exporters wrote no time before 1996. */
    private static final long EARLIEST = 820_000_000L;

    private FlowExport() {}

    static Speaker netflowSpeaker(ByteView bytes) {
        return netflow(bytes) ? Speaker.CLIENT : Speaker.NOBODY;
    }

    static boolean netflow(ByteView bytes) {
        if (bytes.length() < 24) {
            return false;
        }
        int count = bytes.u16(2);
        return switch (bytes.u16(0)) {
            case 1 -> records(bytes, count, 16, 52) && dated(bytes, 8);
            case 5 -> records(bytes, count, 24, 48) && dated(bytes, 8);
            case 7 -> records(bytes, count, 24, 52) && dated(bytes, 8);
            case 9 -> count >= 1 && count <= 4096 && dated(bytes, 8) && sets(bytes, NINE_HEADER, bytes.length(), 0, 1);
            default -> false;
        };
    }

    /** Octets of an IPFIX message in all, 0 where too few are here, or -1 where it is none. */
    static long ipfixLength(ByteView bytes) {
        if (bytes.length() < IPFIX_HEADER + 4) {
            boolean begins = bytes.u8(0) == 0 && (bytes.length() < 2 || bytes.u8(1) == IPFIX);
            return begins ? 0 : -1;
        }
        int length = bytes.u16(2);
        boolean sound = bytes.u16(0) == IPFIX && length >= IPFIX_HEADER + 4 && dated(bytes, 4);
        if (!sound) {
            return -1;
        }
        return length > bytes.length() || sets(bytes, IPFIX_HEADER, length, 2, 3) ? length : -1;
    }

    static Speaker ipfixSpeaker(ByteView bytes) {
        long length = ipfixLength(bytes);
        if (length < 0) {
            return Speaker.NOBODY;
        }
        return length == 0 || length > bytes.length() ? Speaker.UNFINISHED : Speaker.CLIENT;
    }

    private static boolean records(ByteView bytes, int count, int header, int record) {
        return count >= 1 && count <= 30 && bytes.length() == header + count * record;
    }

    private static boolean dated(ByteView bytes, int at) {
        return bytes.u32(at) >= EARLIEST;
    }

    private static boolean sets(ByteView bytes, int from, int end, int template, int options) {
        int at = from;
        while (at + 4 <= end) {
            int id = bytes.u16(at);
            int length = bytes.u16(at + 2);
            boolean known = id == template || id == options || id >= FIRST_DATA_SET;
            if (!known || length < 4 || length > end - at) {
                return false;
            }
            at += length;
        }
        return at == end;
    }
}
