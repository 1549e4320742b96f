// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.packet;

import io.netgrade.wire.ByteView;

/**
 * Whatever stands before the network layer: Ethernet, Linux cooked, BSD loopback, or nothing.
 *
 * <pre>
 *  LINUX_SLL   packet type(2) hardware(2) length(2) address(8) protocol(2)
 *  LINUX_SLL2  protocol(2) zero(2) interface(4) hardware(2) packet type(1) length(1) address(8)
 *  NULL, LOOP  address family(4)
 * </pre>
 */
public final class LinkHeader {
    private static final int COOKED_LENGTH = 16;
    private static final int COOKED2_LENGTH = 20;
    private static final int COOKED_LLC = 4;
    private static final int FAMILY_LENGTH = 4;
    private static final int FAMILY_IPV4 = 2;

    private static final int LLC_LENGTH = 3;
    /** LLC with both access points of OSI's network layer and unnumbered information (ISO 8802-2), then IS-IS' first byte. */
    private static final int ISIS_OVER_LLC = 0xFEFE_0383;

    private static final int LLC_SNAP = 0xAAAA_0300;

    private final EthernetHeader ethernet = new EthernetHeader();
    private final Stations stations = new Stations();
    private int etherType;
    private int payloadAt;
    private long payloadLength;

    public static boolean supports(int linkType) {
        return switch (linkType) {
            case LinkType.NULL,
                    LinkType.ETHERNET,
                    LinkType.RAW_LIVE,
                    LinkType.RAW_OPENBSD,
                    LinkType.RAW,
                    LinkType.LOOP,
                    LinkType.LINUX_SLL,
                    LinkType.LINUX_SLL2,
                    LinkType.IPV4,
                    LinkType.IPV6 -> true;
            default -> false;
        };
    }

    /** False where the frame is too short for its link type, or the type is none that is supported. */
    public boolean wrap(ByteView frame, int linkType) {
        stations.wrap(frame, -1, -1);
        payloadLength = Long.MAX_VALUE;
        return switch (linkType) {
            case LinkType.ETHERNET -> ethernet(frame);
            case LinkType.LINUX_SLL ->
                frame.length() >= COOKED_LENGTH && took(ethernet.readType(frame, 14)) && cookedType(frame);
            case LinkType.LINUX_SLL2 -> cooked2(frame);
            case LinkType.NULL, LinkType.LOOP -> family(frame);
            case LinkType.RAW_LIVE, LinkType.RAW_OPENBSD, LinkType.RAW -> bare(frame);
            case LinkType.IPV4 -> bare(frame) && etherType == EtherType.IPV4;
            case LinkType.IPV6 -> bare(frame) && etherType == EtherType.IPV6;
            default -> false;
        };
    }

    /** What comes next; {@link EtherType#NONE} where it is nothing that is followed. */
    public int etherType() {
        return etherType;
    }

    public int payloadAt() {
        return payloadAt;
    }

    /** The most bytes that the payload can have where the link tells its length; what follows is padding. */
    public long payloadLength() {
        return payloadLength;
    }

    Stations stations() {
        return stations;
    }

    private boolean ethernet(ByteView frame) {
        if (!took(ethernet.wrap(frame))) {
            return false;
        }
        stations.wrap(frame, 6, 0);
        return etherType >= EthernetHeader.LOWEST_TYPE || llc(frame, etherType);
    }

    /** Logical link control, whose length an IEEE 802.3 frame tells (ISO 8802-2; SNAP: RFC 1042). */
    private boolean llc(ByteView frame, int length) {
        etherType = EtherType.NONE;
        payloadLength = length;
        if (frame.length() - payloadAt < LLC_LENGTH + 1) {
            return frame.length() - payloadAt >= LLC_LENGTH;
        }
        int head = frame.i32(payloadAt);
        if (head == ISIS_OVER_LLC) {
            etherType = EtherType.ISIS;
            advance(LLC_LENGTH);
        } else if (head == LLC_SNAP && frame.length() - payloadAt >= 8 && frame.u16(payloadAt + 4) == 0) {
            etherType = frame.u16(payloadAt + 6);
            advance(8);
        }
        return true;
    }

    private void advance(int count) {
        payloadAt += count;
        payloadLength = Math.max(0, payloadLength - count);
    }

    private boolean took(boolean read) {
        etherType = ethernet.etherType();
        payloadAt = ethernet.payloadAt();
        return read;
    }

    private boolean cooked2(ByteView frame) {
        if (frame.length() < COOKED2_LENGTH) {
            return false;
        }
        etherType = frame.u16(0);
        payloadAt = COOKED2_LENGTH;
        if (EtherType.isTag(etherType)) {
            // The tag stands at the front of the payload: its value, then the inner type.
            return frame.length() - payloadAt >= 4 && took(ethernet.readType(frame, payloadAt + 2));
        }
        return cookedType(frame);
    }

    /** Below the EtherTypes are Linux' own (if_ether.h), of which 4 is LLC without a length. */
    private boolean cookedType(ByteView frame) {
        if (etherType == COOKED_LLC) {
            return llc(frame, Integer.MAX_VALUE);
        }
        etherType = etherType < EthernetHeader.LOWEST_TYPE ? EtherType.NONE : etherType;
        return true;
    }

    private boolean family(ByteView frame) {
        if (frame.length() < FAMILY_LENGTH) {
            return false;
        }
        int value = frame.i32(0);
        // NULL is in the byte order of a machine unknown; a family is a small number in the right one.
        int family = value >>> 16 == 0 ? value : Integer.reverseBytes(value);
        payloadAt = FAMILY_LENGTH;
        etherType = switch (family) {
            case FAMILY_IPV4 -> EtherType.IPV4;
            // AF_INET6 of Linux, of the BSDs, and of macOS.
            case 10, 24, 28, 30 -> EtherType.IPV6;
            default -> EtherType.NONE;
        };
        return true;
    }

    private boolean bare(ByteView frame) {
        if (frame.length() == 0) {
            return false;
        }
        payloadAt = 0;
        etherType = switch (frame.u8(0) >>> 4) {
            case 4 -> EtherType.IPV4;
            case 6 -> EtherType.IPV6;
            default -> EtherType.NONE;
        };
        return true;
    }
}
