// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.packet;

import io.netgrade.wire.ByteView;

/**
 * Next to nothing before IP: nothing at all, the address family of BSD loopback, or Linux' netfilter log.
 *
 * <pre>
 *  NULL, LOOP  address family(4)
 *  NFLOG       address family(1) version(1) resource(2) [length(2) type(2) value, padded to four]*
 * </pre>
 *
 * NULL's family, and lengths and types of NFLOG, are in the byte order of the machine that captured.
 */
final class BareHeader extends LinkLayer {
    private static final int FAMILY_LENGTH = 4;
    private static final int FAMILY_IPV4 = 2;
    /** The attribute that holds the packet (nfnetlink_log.h). */
    private static final int LOGGED_PAYLOAD = 9;

    private static final int MOST_ATTRIBUTES = 32;

    @Override
    boolean wrap(ByteView frame, int at, int kind) {
        if (!has(frame, at, 1)) {
            return false;
        }
        return switch (kind) {
            case FAMILY -> family(frame, at);
            case NFLOG -> logged(frame, at);
            default -> bare(frame, at, kind);
        };
    }

    private boolean bare(ByteView frame, int at, int kind) {
        int type = switch (frame.u8(at) >>> 4) {
            case 4 -> EtherType.IPV4;
            case 6 -> EtherType.IPV6;
            default -> EtherType.NONE;
        };
        boolean asked = kind == BARE || type == (kind == BARE_IPV4 ? EtherType.IPV4 : EtherType.IPV6);
        return leadsTo(type, at) && asked;
    }

    private boolean family(ByteView frame, int at) {
        if (!has(frame, at, FAMILY_LENGTH)) {
            return false;
        }
        int value = frame.i32(at);
        // A family is a small number in the right order.
        int family = value >>> 16 == 0 ? value : Integer.reverseBytes(value);
        int type = switch (family) {
            case FAMILY_IPV4 -> EtherType.IPV4;
            // AF_INET6 of Linux, of the BSDs, and of macOS.
            case 10, 24, 28, 30 -> EtherType.IPV6;
            default -> EtherType.NONE;
        };
        return leadsTo(type, at + FAMILY_LENGTH);
    }

    private boolean logged(ByteView frame, int from) {
        int at = from + FAMILY_LENGTH;
        // A type is a small number in the right order.
        boolean big = has(frame, at, 4) && frame.u8(at + 2) == 0 && frame.u8(at + 3) != 0;
        for (int i = 0; i < MOST_ATTRIBUTES && has(frame, at, 4); i++) {
            int length = big ? frame.u16(at) : littleEndian16(frame, at);
            int type = big ? frame.u16(at + 2) : littleEndian16(frame, at + 2);
            if (length < 4) {
                return false;
            }
            if (type == LOGGED_PAYLOAD) {
                return leadsTo(BARE, at + 4, (long) at + length);
            }
            at += Math.min(length + 3 & ~3, frame.length() - at);
        }
        // A rule may log without the packet; else the snapshot length took it.
        return leadsTo(EtherType.NONE, at);
    }
}
