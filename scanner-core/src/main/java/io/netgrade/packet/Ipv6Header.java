// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.packet;

import io.netgrade.wire.ByteView;

/**
 * IPv6 (RFC 8200 section 3).
 *
 * <pre>
 *  0 version(4 bits) class(8 bits) flow label(20 bits)   4 payload length   6 next header   7 hop limit
 *  8 source(16)   24 destination(16)   40 extension headers
 * </pre>
 */
public final class Ipv6Header {
    static final int LENGTH = 40;

    private final ByteView view = new ByteView();
    private long totalLength;

    /**
     * False where the header is not whole.
     *
     * @param onWire bytes from {@code at} to the end of the frame as it was on the wire
     */
    public boolean wrap(ByteView frame, int at, long onWire) {
        if (frame.length() - at < LENGTH || frame.u8(at) >>> 4 != 6) {
            return false;
        }
        view.wrap(frame, at, LENGTH);
        int payload = view.u16(4);
        // Zero is a jumbogram (RFC 2675) or a segment that the network card will cut up.
        totalLength = payload == 0 ? onWire : LENGTH + payload;
        return true;
    }

    /** Bytes of header and payload; what follows them in the frame is padding. */
    public long totalLength() {
        return totalLength;
    }

    /** What follows: an extension header, or what the datagram carries. */
    public int nextHeader() {
        return view.u8(6);
    }

    public int hopLimit() {
        return view.u8(7);
    }

    public long sourceHigh() {
        return view.i64(8);
    }

    public long sourceLow() {
        return view.i64(16);
    }

    public long destinationHigh() {
        return view.i64(24);
    }

    public long destinationLow() {
        return view.i64(32);
    }
}
