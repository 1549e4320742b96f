// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.x11;

import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;

/**
 * The messages that set a connection up (X Window System Protocol, 8), in the order of octets that the client names by its
 * first one: B for big-endian, l for little-endian.
 */
final class X11Setup {
    static final int CLIENT_HEADER = 12;
    static final int SERVER_HEADER = 8;
    static final int BIG = 'B';
    static final int LITTLE = 'l';
    static final int REFUSED = 0;
    static final int ACCEPTED = 1;

    private static final int VERSION = 11;
    private static final int LONGEST_AUTHORIZATION = 256;

    private X11Setup() {}

    static int u16(ByteView bytes, int at, boolean little) {
        return little ? bytes.u16le(at) : bytes.u16(at);
    }

    static int padded(int length) {
        return length + 3 & ~3;
    }

    static Speaker speaker(ByteView bytes) {
        int first = bytes.u8(0);
        return first == BIG || first == LITTLE ? client(bytes, first == LITTLE) : server(bytes, first);
    }

    private static Speaker client(ByteView bytes, boolean little) {
        if (bytes.length() < CLIENT_HEADER) {
            boolean may = bytes.length() < 2 || bytes.u8(1) == 0;
            return may ? Speaker.UNFINISHED : Speaker.NOBODY;
        }
        int name = u16(bytes, 6, little);
        int data = u16(bytes, 8, little);
        boolean fits = bytes.u8(1) == 0
                && u16(bytes, 2, little) == VERSION
                && u16(bytes, 4, little) <= 1
                && name <= LONGEST_AUTHORIZATION
                && data <= LONGEST_AUTHORIZATION
                && u16(bytes, 10, little) == 0
                && bytes.length() <= CLIENT_HEADER + padded(name) + padded(data) + 4096;
        return fits ? Speaker.CLIENT : Speaker.NOBODY;
    }

    /** What it answered, and version 11.0, in either order of octets; alone it proves little, so the client decides. */
    private static Speaker server(ByteView bytes, int first) {
        if (first > 2) {
            return Speaker.NOBODY;
        }
        if (first == 2) {
            return Speaker.UNFINISHED;
        }
        if (bytes.length() < SERVER_HEADER) {
            return Speaker.UNFINISHED;
        }
        boolean little = bytes.u16le(2) == VERSION;
        boolean version = (little || bytes.u16(2) == VERSION) && u16(bytes, 4, little) == 0;
        boolean whole = first == ACCEPTED && bytes.u8(1) == 0 && u16(bytes, 6, little) >= 8;
        return version && (whole || first == REFUSED) ? Speaker.UNFINISHED : Speaker.NOBODY;
    }
}
