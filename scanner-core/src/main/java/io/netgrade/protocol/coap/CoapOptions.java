// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.coap;

import io.netgrade.wire.ByteView;
import java.nio.charset.StandardCharsets;

/** Walks the options of a message (RFC 7252 §3.1). One object serves message after message. */
final class CoapOptions {
    private static final int URI_HOST = 3;
    private static final int OSCORE = 9;
    private static final int URI_PATH = 11;
    private static final int PAYLOAD = 0xFF;
    private static final byte[] WELL_KNOWN = ".well-known".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CORE = "core".getBytes(StandardCharsets.US_ASCII);

    private int count;
    private int pathSegments;
    private boolean textual;
    private boolean addressed;
    private boolean protectedEndToEnd;
    private boolean wellKnownCore;

    /** Whether the options from {@code at} on are sound and known, and a payload where one is announced. */
    boolean read(ByteView bytes, int at, int end) {
        count = 0;
        pathSegments = 0;
        textual = true;
        addressed = false;
        protectedEndToEnd = false;
        wellKnownCore = false;
        int option = 0;
        int here = at;
        while (here < end && bytes.u8(here) != PAYLOAD) {
            int first = bytes.u8(here);
            int delta = first >> 4;
            int length = first & 0x0F;
            int extended = here + 1 + octets(delta);
            int value = extended + octets(length);
            if (delta == 15 || length == 15 || value > end) {
                return false;
            }
            option += extend(bytes, delta, here + 1);
            length = extend(bytes, length, extended);
            here = value + length;
            if (here > end || !CoapNames.fits(option, length)) {
                return false;
            }
            note(bytes, option, value, length);
        }
        return here >= end || here + 1 < end;
    }

    int count() {
        return count;
    }

    /** Whether a path or a host is named, in text without control characters (RFC 7252 §5.10.1). */
    boolean addressed() {
        return addressed && textual;
    }

    boolean protectedEndToEnd() {
        return protectedEndToEnd;
    }

    /** Whether the path is {@code /.well-known/core}. */
    boolean wellKnownCore() {
        return wellKnownCore && pathSegments == 2;
    }

    private void note(ByteView bytes, int option, int value, int length) {
        count++;
        boolean names = option == URI_PATH || option == URI_HOST;
        addressed |= names;
        for (int at = value; at < value + length && names; at++) {
            textual &= bytes.u8(at) >= ' ' && bytes.u8(at) != 0x7F;
        }
        protectedEndToEnd |= option == OSCORE;
        if (option == URI_PATH) {
            byte[] wanted = pathSegments == 0 ? WELL_KNOWN : CORE;
            boolean same = pathSegments < 2 && length == wanted.length && bytes.holds(value, wanted);
            wellKnownCore = same && (pathSegments == 0 || wellKnownCore);
            pathSegments++;
        }
    }

    private static int octets(int nibble) {
        return nibble == 13 ? 1 : nibble == 14 ? 2 : 0;
    }

    private static int extend(ByteView bytes, int nibble, int at) {
        return switch (nibble) {
            case 13 -> 13 + bytes.u8(at);
            case 14 -> 269 + bytes.u16(at);
            default -> nibble;
        };
    }
}
