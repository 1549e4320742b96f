// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ipsec;

import io.netgrade.wire.ByteView;

/**
 * What stands readable in a packet of ESP (RFC 5879 §8): something whose own length ends just before the padding 1 2 3...,
 * the padding's length(1), its protocol(1) and a check value of a usual length.
 */
final class EspContents {
    static final int UDP = 17;
    static final int OSPF = 89;

    private static final int IPV4 = 4;
    private static final int IPV6 = 41;
    private static final int IPV4_HEADER = 20;
    private static final int IPV6_HEADER = 40;
    private static final int UDP_HEADER = 8;
    private static final int OSPF_HEADER = 16;
    private static final int OSPF_VERSION = 3;
    private static final int OSPF_LAST_TYPE = 5;
    private static final int MOST_PADDING = 16;
    private static final int[] CHECKS = {12, 16, 8, 24, 32};

    private int from;
    private int length;
    private int next;

    /** Whether it begins there. */
    boolean find(ByteView bytes, int at) {
        from = at;
        for (int check : CHECKS) {
            int end = bytes.length() - check;
            if (end - 2 > at && endsAt(bytes, end)) {
                return true;
            }
        }
        return false;
    }

    private boolean endsAt(ByteView bytes, int end) {
        next = bytes.u8(end - 1);
        int padding = bytes.u8(end - 2);
        length = end - 2 - padding - from;
        return padding <= MOST_PADDING && length > 0 && hasOwnLength(bytes) && isCounted(bytes, from + length, padding);
    }

    private boolean hasOwnLength(ByteView bytes) {
        return switch (next) {
            case IPV4 ->
                length >= IPV4_HEADER
                        && bytes.u8(from) == 0x45
                        && bytes.u16(from + 2) == length
                        && hasSoundChecksum(bytes);
            case IPV6 ->
                length >= IPV6_HEADER && bytes.u8(from) >>> 4 == 6 && bytes.u16(from + 4) + IPV6_HEADER == length;
            case UDP -> length >= UDP_HEADER && bytes.u16(from + 4) == length;
            case OSPF ->
                length >= OSPF_HEADER
                        && bytes.u8(from) == OSPF_VERSION
                        && bytes.u8(from + 1) >= 1
                        && bytes.u8(from + 1) <= OSPF_LAST_TYPE
                        && bytes.u16(from + 2) == length;
            default -> false;
        };
    }

    private boolean hasSoundChecksum(ByteView bytes) {
        int sum = 0;
        for (int i = 0; i < IPV4_HEADER; i += 2) {
            sum += bytes.u16(from + i);
        }
        return (sum & 0xFFFF) + (sum >>> 16) == 0xFFFF;
    }

    private static boolean isCounted(ByteView bytes, int at, int padding) {
        boolean counted = true;
        for (int i = 0; i < padding; i++) {
            counted &= bytes.u8(at + i) == i + 1;
        }
        return counted;
    }

    /** Whether it is a packet of IP. */
    boolean isPacket() {
        return next == IPV4 || next == IPV6;
    }

    /** IP protocol number of what was found. */
    int next() {
        return next;
    }

    int from() {
        return from;
    }

    int length() {
        return length;
    }
}
