// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.packet;

import io.netgrade.wire.ByteView;

/**
 * IPv4 (RFC 791 section 3.1).
 *
 * <pre>
 *   0 version(4 bits) header length(4 bits)  1 service   2 total length
 *   4 identification                         6 flags(3 bits) fragment offset(13 bits)
 *   8 time to live   9 protocol             10 checksum
 *  12 source        16 destination          20 options
 * </pre>
 */
public final class Ipv4Header {
    private static final int SHORTEST = 20;

    private final ByteView view = new ByteView();
    private int headerLength;
    private int totalLength;

    /**
     * False where the header is not whole or contradicts itself.
     *
     * @param onWire bytes from {@code at} to the end of the frame as it was on the wire
     */
    public boolean wrap(ByteView frame, int at, long onWire) {
        if (frame.length() - at < SHORTEST || frame.u8(at) >>> 4 != 4) {
            return false;
        }
        headerLength = (frame.u8(at) & 0x0F) * 4;
        int stated = frame.u16(at + 2);
        // Zero is what a capture shows of a segment that the network card will cut up (TCP segmentation offload).
        totalLength = stated == 0 ? (int) Math.min(onWire, Integer.MAX_VALUE) : stated;
        if (headerLength < SHORTEST || totalLength < headerLength || frame.length() - at < headerLength) {
            return false;
        }
        view.wrap(frame, at, headerLength);
        return true;
    }

    public int headerLength() {
        return headerLength;
    }

    /** Bytes of header and payload; what follows them in the frame is padding. */
    public int totalLength() {
        return totalLength;
    }

    public int timeToLive() {
        return view.u8(8);
    }

    public int protocol() {
        return view.u8(9);
    }

    /** Whether the payload is a part of a larger one. */
    public boolean fragment() {
        return (view.u16(6) & 0x3FFF) != 0;
    }

    /** Whether more parts follow this one. */
    public boolean moreFragments() {
        return (view.u16(6) & 0x2000) != 0;
    }

    /** What the parts of one datagram have in common. */
    public int identification() {
        return view.u16(4);
    }

    /** Where the payload stands in the larger one, in bytes. */
    public int fragmentOffset() {
        return (view.u16(6) & 0x1FFF) * 8;
    }

    public int source() {
        return view.i32(12);
    }

    public int destination() {
        return view.i32(16);
    }
}
