// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.packet;

import io.netgrade.wire.ByteView;

/**
 * Ethernet II with its VLAN tags (IEEE 802.3, 802.1Q, 802.1ad).
 *
 * <pre>
 *  destination(6) source(6) [tag protocol(2) tag(2)]* type(2)
 * </pre>
 */
public final class EthernetHeader {
    /** The lowest value of the type field that is a type and no length (IEEE 802.3, 3.2.6). */
    static final int LOWEST_TYPE = 0x0600;

    private static final int LENGTH = 14;
    private static final int MOST_TAGS = 4;

    private int etherType;
    private int payloadAt;
    private int vlan;

    /** Reads the header at the front of a frame, past at most four tags. */
    public boolean wrap(ByteView frame) {
        return frame.length() >= LENGTH && readType(frame, 12);
    }

    /** Reads a type field at {@code at}, and the tags that follow it. */
    boolean readType(ByteView frame, int at) {
        vlan = -1;
        etherType = frame.u16(at);
        payloadAt = at + 2;
        for (int tags = 0; EtherType.isTag(etherType); tags++) {
            if (tags == MOST_TAGS || frame.length() - payloadAt < 4) {
                return false;
            }
            vlan = vlan < 0 ? frame.u16(payloadAt) & 0x0FFF : vlan;
            etherType = frame.u16(payloadAt + 2);
            payloadAt += 4;
        }
        return true;
    }

    /** The innermost type; below 0x600 a length (IEEE 802.3). */
    public int etherType() {
        return etherType;
    }

    public int payloadAt() {
        return payloadAt;
    }

    /** The outermost VLAN's id, or -1. */
    public int vlan() {
        return vlan;
    }
}
