// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.packet;

import io.netgrade.wire.ByteView;

/**
 * UDP (RFC 768).
 *
 * <pre>
 *  0 source port   2 destination port   4 length of header and payload   6 checksum
 * </pre>
 */
public final class UdpHeader {
    static final int LENGTH = 8;

    private final ByteView view = new ByteView();

    /** False where the header is not whole, or states a length that it does not fill itself. */
    public boolean wrap(ByteView datagram) {
        if (datagram.length() < LENGTH) {
            return false;
        }
        view.wrap(datagram, 0, LENGTH);
        // Zero is a jumbogram (RFC 2675 section 4).
        return length() == 0 || length() >= LENGTH;
    }

    public int sourcePort() {
        return view.u16(0);
    }

    public int destinationPort() {
        return view.u16(2);
    }

    /** Bytes of header and payload. */
    public int length() {
        return view.u16(4);
    }
}
