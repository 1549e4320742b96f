// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.gtp;

import io.netgrade.wire.ByteView;

/**
 * The header of a GTP version 1 message (TS 29.281 5.1, TS 29.060 6), read in place: where its body begins behind optional
 * fields and extension headers.
 */
final class Gtp1Header {
    static final int SHORT = 8;
    static final int LONG = 12;

    private static final int VERSION_AND_TYPE = 0x30;
    private static final int VERSION_TYPE_SPARE = 0xF8;
    private static final int EXTENDED = 0x04;
    private static final int SEQUENCED = 0x02;
    private static final int OPTIONAL = 0x07;
    private static final int MOST_EXTENSIONS = 8;

    private int body;
    private int end;
    private int type;
    private int declared;
    private boolean sequenced;
    private int extensions;
    private final int[] extensionTypes = new int[MOST_EXTENSIONS];

    /** Whether the bytes begin with a sound header; the body may end before the length says. */
    boolean read(ByteView bytes) {
        if (bytes.length() < SHORT || !begins(bytes.u8(0))) {
            return false;
        }
        type = bytes.u8(1);
        declared = SHORT + bytes.u16(2);
        end = Math.min(declared, bytes.length());
        sequenced = (bytes.u8(0) & SEQUENCED) != 0;
        extensions = 0;
        body = SHORT;
        return (bytes.u8(0) & OPTIONAL) == 0 || readOptional(bytes);
    }

    private boolean readOptional(ByteView bytes) {
        body = LONG;
        if (end < LONG) {
            return false;
        }
        int next = (bytes.u8(0) & EXTENDED) == 0 ? 0 : bytes.u8(LONG - 1);
        while (next != 0) {
            int octets = body < end ? 4 * bytes.u8(body) : 0;
            if (octets == 0 || octets > end - body || extensions == MOST_EXTENSIONS) {
                return false;
            }
            extensionTypes[extensions++] = next;
            body += octets;
            next = bytes.u8(body - 1);
        }
        return true;
    }

    static boolean begins(int first) {
        return (first & VERSION_TYPE_SPARE) == VERSION_AND_TYPE;
    }

    int type() {
        return type;
    }

    /** Whether there is a sequence number, as in every message of the control plane. */
    boolean sequenced() {
        return sequenced;
    }

    /** Octets of the message, header and all, as it says. */
    int declared() {
        return declared;
    }

    /** Where the body begins. */
    int body() {
        return body;
    }

    /** Where the message ends, or what there is of it. */
    int end() {
        return end;
    }

    int extensions() {
        return extensions;
    }

    int extensionType(int index) {
        return extensionTypes[index];
    }
}
