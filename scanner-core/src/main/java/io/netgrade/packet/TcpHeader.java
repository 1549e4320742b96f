// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.packet;

import io.netgrade.wire.ByteView;

/**
 * TCP (RFC 9293 section 3.1).
 *
 * <pre>
 *   0 source port   2 destination port   4 sequence number   8 acknowledgment number
 *  12 data offset(4 bits) reserved(4 bits)   13 flags   14 window   16 checksum   18 urgent pointer   20 options
 * </pre>
 */
public final class TcpHeader {
    private static final int SHORTEST = 20;
    private static final int FIN = 0x01;
    private static final int SYN = 0x02;
    private static final int RST = 0x04;
    private static final int ACK = 0x10;

    private final ByteView view = new ByteView();
    private int headerLength;

    /** False where the header, with its options, is not whole. */
    public boolean wrap(ByteView segment) {
        if (segment.length() < SHORTEST) {
            return false;
        }
        headerLength = (segment.u8(12) >>> 4) * 4;
        if (headerLength < SHORTEST || segment.length() < headerLength) {
            return false;
        }
        view.wrap(segment, 0, headerLength);
        return true;
    }

    public int headerLength() {
        return headerLength;
    }

    public int sourcePort() {
        return view.u16(0);
    }

    public int destinationPort() {
        return view.u16(2);
    }

    /** As it stands; compared by subtraction, since it wraps. */
    public int sequence() {
        return view.i32(4);
    }

    public int acknowledgment() {
        return view.i32(8);
    }

    public boolean fin() {
        return flag(FIN);
    }

    public boolean syn() {
        return flag(SYN);
    }

    public boolean rst() {
        return flag(RST);
    }

    public boolean ack() {
        return flag(ACK);
    }

    private boolean flag(int bit) {
        return (view.u8(13) & bit) != 0;
    }
}
