// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.packet;

import io.netgrade.wire.ByteView;

/**
 * The common header of SCTP (RFC 9260 section 3.1).
 *
 * <pre>
 *  0 source port   2 destination port   4 verification tag   8 checksum   12 chunks
 * </pre>
 */
public final class SctpHeader {
    static final int LENGTH = 12;

    private final ByteView view = new ByteView();

    /** False where the header is not whole. */
    public boolean wrap(ByteView packet) {
        if (packet.length() < LENGTH) {
            return false;
        }
        view.wrap(packet, 0, LENGTH);
        return true;
    }

    public int sourcePort() {
        return view.u16(0);
    }

    public int destinationPort() {
        return view.u16(2);
    }

    /** CRC32c over the packet, lowest byte first. */
    public int checksum() {
        return view.i32(8);
    }

    /** What the receiver knows the association by; 0 in an INIT. */
    public int verificationTag() {
        return view.i32(4);
    }
}
