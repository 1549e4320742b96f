// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.opcua;

import io.netgrade.wire.ByteView;

/**
 * Reads the binary encoding field after field (OPC 10000-6 §5.2), little endian. A read past the end answers zero or
 * nothing and marks the reader broken.
 */
final class OpcuaFields {
    private static final int ABSENT = -1;

    private final ByteView view;
    private int at;
    private boolean intact = true;

    OpcuaFields(ByteView view, int at) {
        this.view = view;
        this.at = at;
    }

    boolean intact() {
        return intact;
    }

    int u8() {
        int start = take(1);
        return intact ? view.u8(start) : 0;
    }

    int i32() {
        int start = take(4);
        return intact ? (int) view.u32le(start) : 0;
    }

    void skip(int octets) {
        take(octets);
    }

    String text() {
        int length = i32();
        int start = length == ABSENT ? at : take(length);
        return intact && length > 0 ? view.ascii(start, length) : "";
    }

    void skipText() {
        int length = i32();
        if (length != ABSENT) {
            take(length);
        }
    }

    void skipTexts() {
        int count = i32();
        for (int i = 0; i < count && intact; i++) {
            skipText();
        }
    }

    /** LocalizedText: what is there, then a locale, a text. */
    void skipLocalized() {
        int mask = u8();
        if ((mask & 1) != 0) {
            skipText();
        }
        if ((mask & 2) != 0) {
            skipText();
        }
    }

    /** A node's number in namespace 0; -1 for any other kind of node id (§5.2.2.9). */
    int node() {
        int kind = u8() & 0x3F;
        switch (kind) {
            case 0 -> {
                return u8();
            }
            case 1 -> {
                skip(1);
                int low = u8();
                return low | u8() << 8;
            }
            case 2 -> skip(6);
            case 3, 5 -> {
                skip(2);
                skipText();
            }
            case 4 -> skip(18);
            default -> intact = false;
        }
        return ABSENT;
    }

    /** An ExtensionObject, whose type is answered and whose body is passed over. */
    int extension() {
        int type = node();
        if (u8() != 0) {
            skipText();
        }
        return type;
    }

    private int take(int octets) {
        int start = at;
        intact &= octets >= 0 && octets <= view.length() - at;
        if (intact) {
            at += octets;
        }
        return start;
    }
}
