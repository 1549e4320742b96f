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
    private static final int MD5 = 19;
    private static final int AUTHENTICATION = 29;

    private static final int FIN = 0x01;
    private static final int SYN = 0x02;
    private static final int RST = 0x04;
    private static final int PSH = 8;
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

    public boolean psh() {
        return flag(PSH);
    }

    public boolean rst() {
        return flag(RST);
    }

    public boolean ack() {
        return flag(ACK);
    }

    /** Whether the segment is signed with MD5 (RFC 2385). */
    public boolean md5() {
        return option(MD5);
    }

    /** Whether the segment is authenticated (TCP-AO, RFC 5925). */
    public boolean ao() {
        return option(AUTHENTICATION);
    }

    /** Options are kind(1) length(1) value, but kinds 0, the end of all, and 1, nothing, which have no length. */
    private boolean option(int kind) {
        int at = SHORTEST;
        while (headerLength - at >= 2 && view.u8(at) != 0) {
            int length = view.u8(at) == 1 ? 1 : view.u8(at + 1);
            boolean fits = length >= (view.u8(at) == 1 ? 1 : 2) && length <= headerLength - at;
            if (!fits || view.u8(at) == kind) {
                return fits;
            }
            at += length;
        }
        return false;
    }

    private boolean flag(int bit) {
        return (view.u8(13) & bit) != 0;
    }
}
