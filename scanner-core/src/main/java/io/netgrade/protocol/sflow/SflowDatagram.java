// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.sflow;

import io.netgrade.wire.ByteView;

/**
 * One datagram in XDR.
 *
 * <pre>
 *  0 version  4 kind of address  8 agent (4 or 16)  [5: sub-agent]  sequence  uptime  samples  kind  octets …
 * </pre>
 */
final class SflowDatagram {
    private static final int IPV4 = 1;
    private static final int IPV6 = 2;
    private static final int MOST_SAMPLES = 512;

    private SflowDatagram() {}

    /** Whether the header is sound and, in version 5, the samples fill the datagram. */
    static boolean sound(ByteView bytes) {
        if (bytes.length() < 28) {
            return false;
        }
        int version = bytes.i32(0);
        int kind = bytes.i32(4);
        boolean known = (version == 2 || version == 4 || version == 5) && (kind == IPV4 || kind == IPV6);
        int at = 8 + (kind == IPV4 ? 4 : 16) + (version == 5 ? 4 : 0);
        if (!known || at + 12 > bytes.length()) {
            return false;
        }
        long samples = bytes.u32(at + 8);
        return samples <= MOST_SAMPLES
                && (version == 5 ? samples(bytes, at + 12, (int) samples) : first(bytes, at + 12, samples));
    }

    private static boolean samples(ByteView bytes, int from, int count) {
        int at = from;
        for (int i = 0; i < count; i++) {
            if (at + 8 > bytes.length() || bytes.u32(at + 4) > bytes.length() - at - 8) {
                return false;
            }
            at += 8 + bytes.i32(at + 4);
        }
        return at == bytes.length();
    }

    /** Older versions tell no octets: the first sample's kind must be one of two. */
    private static boolean first(ByteView bytes, int at, long samples) {
        return samples >= 1 && at + 4 <= bytes.length() && (bytes.i32(at) == 1 || bytes.i32(at) == 2);
    }
}
