// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.mongodb;

import io.netgrade.wire.ByteView;
import java.util.LinkedHashMap;
import java.util.Map;

/** The elements of one document that hold a number, a truth or a short text (BSON 1.1); the others are passed over. */
final class Bson {
    private static final int MOST_ELEMENTS = 64;
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_TEXT = 256;

    private Bson() {}

    /** By their names, in the document's order; what lies inside arrays and documents is there as {@code null}-free "". */
    static Map<String, String> elements(ByteView bytes, int from) {
        Map<String, String> elements = new LinkedHashMap<>();
        int at = from + 4;
        while (at < bytes.length() && bytes.u8(at) != 0 && elements.size() < MOST_ELEMENTS) {
            int type = bytes.u8(at);
            int end = bytes.indexOf(0, at + 1, at + 1 + LONGEST_NAME);
            if (end < 0) {
                return elements;
            }
            long size = size(bytes, type, end + 1);
            if (size < 0 || size > bytes.length() - end - 1) {
                // The value is cut off or unsound; its name stands.
                elements.put(bytes.ascii(at + 1, end - at - 1), "");
                return elements;
            }
            elements.put(bytes.ascii(at + 1, end - at - 1), value(bytes, type, end + 1, (int) size));
            at = end + 1 + (int) size;
        }
        return elements;
    }

    private static String value(ByteView bytes, int type, int at, int size) {
        return switch (type) {
            case 0x01 -> Double.toString(Double.longBitsToDouble(Long.reverseBytes(bytes.i64(at))));
            case 0x02 -> bytes.ascii(at + 4, Math.min(size - 5, LONGEST_TEXT));
            case 0x08 -> bytes.u8(at) == 1 ? "true" : "false";
            case 0x10 -> Integer.toString(Integer.reverseBytes(bytes.i32(at)));
            case 0x12 -> Long.toString(Long.reverseBytes(bytes.i64(at)));
            default -> "";
        };
    }

    /** Octets of a value, or -1. */
    private static long size(ByteView bytes, int type, int at) {
        return switch (type) {
            case 0x06, 0x0A, 0x7F, 0xFF -> 0;
            case 0x08 -> 1;
            case 0x10 -> 4;
            case 0x01, 0x09, 0x11, 0x12 -> 8;
            case 0x07 -> 12;
            case 0x13 -> 16;
            case 0x02, 0x0D, 0x0E -> counted(bytes, at, 4, 1);
            case 0x03, 0x04, 0x0F -> counted(bytes, at, 0, 5);
            case 0x05 -> counted(bytes, at, 5, 0);
            default -> -1;
        };
    }

    private static long counted(ByteView bytes, int at, int head, int least) {
        long count = bytes.length() - at < 4 ? -1 : bytes.u32le(at);
        return count >= least ? count + head : -1;
    }
}
