// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.dns;

import io.netgrade.wire.ByteView;

/**
 * Names in place (RFC 1035 §3.1, §4.1.4). A pointer must lead before the place it stands at, and each further one before
 * the one that led to it, so that no name goes in a circle; a name has at most 255 octets.
 */
final class DnsName {
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_LABEL = 63;
    private static final int POINTER = 0xC0;

    private DnsName() {}

    /** The place behind the name at {@code at}, or -1 where it is none. Where a pointer leads is not looked at. */
    static int end(ByteView message, int at) {
        int octets = 0;
        for (int here = at; here >= 0 && here < message.length(); ) {
            int length = message.u8(here);
            if (length >= POINTER) {
                return here + 2 <= message.length() ? here + 2 : -1;
            }
            octets += 1 + length;
            here += 1 + length;
            if (length > LONGEST_LABEL || octets > LONGEST_NAME) {
                return -1;
            }
            if (length == 0) {
                return here;
            }
        }
        return -1;
    }

    /** The place behind a name of plain labels, which a first question always has; -1 where it is none. */
    static int plainEnd(ByteView message, int at) {
        for (int here = at; here < message.length() && here - at < LONGEST_NAME; ) {
            int length = message.u8(here);
            if (length > LONGEST_LABEL) {
                return -1;
            }
            here += 1 + length;
            if (length == 0) {
                return here;
            }
        }
        return -1;
    }

    /** Whether the plain name at {@code at} is the one given by its wire form in lower case, in either case. */
    static boolean equal(ByteView message, int at, byte[] wire) {
        if (message.length() - at < wire.length) {
            return false;
        }
        for (int i = 0; i < wire.length; i++) {
            int octet = message.u8(at + i);
            int lower = octet >= 'A' && octet <= 'Z' ? octet | 0x20 : octet;
            if (lower != wire[i]) {
                return false;
            }
        }
        return true;
    }

    /** The name with dots, pointers followed; empty where it is not sound. The root is a dot. */
    static String text(ByteView message, int at) {
        StringBuilder text = new StringBuilder();
        int floor = at;
        int here = at;
        while (here >= 0 && here < message.length() && text.length() <= LONGEST_NAME) {
            int length = message.u8(here);
            if (length == 0) {
                return text.length() == 0 ? "." : text.toString();
            }
            if (length >= POINTER) {
                int target = here + 2 <= message.length() ? message.u16(here) & 0x3FFF : floor;
                if (target >= floor) {
                    return "";
                }
                floor = target;
                here = target;
            } else if (length > LONGEST_LABEL || here + 1 + length > message.length()) {
                return "";
            } else {
                text.append(message.ascii(here + 1, length)).append('.');
                here += 1 + length;
            }
        }
        return "";
    }

    /** A name's wire form; labels are parted by dots. */
    static byte[] wire(String name) {
        byte[] wire = new byte[name.length() + 2];
        int at = 0;
        for (String label : name.split("\\.", -1)) {
            wire[at++] = (byte) label.length();
            for (int i = 0; i < label.length(); i++) {
                wire[at++] = (byte) label.charAt(i);
            }
        }
        return wire;
    }
}
