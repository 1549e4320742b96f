// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.capture;

import io.netgrade.wire.ByteView;

/** The options at the end of a pcapng block: code(2) length(2) value(padded to 4), until code 0 or the block's end. */
final class PcapngOptions {
    private ByteView window = new ByteView();
    private boolean swapped;
    private int end;
    private int next;
    private int code;
    private int at;
    private int length;

    /** Begins anew; one object serves for all blocks. */
    PcapngOptions over(ByteView bytes, boolean swappedNumbers, int from, int to) {
        window = bytes;
        swapped = swappedNumbers;
        next = from;
        end = to;
        return this;
    }

    boolean next() {
        if (end - next < 4) {
            return false;
        }
        code = half(next);
        length = half(next + 2);
        at = next + 4;
        if (code == 0 || length > end - at) {
            return false;
        }
        next = at + (length + 3 & ~3);
        return true;
    }

    int code() {
        return code;
    }

    int length() {
        return length;
    }

    int u8() {
        return window.u8(at);
    }

    long i64() {
        long value = window.i64(at);
        return swapped ? Long.reverseBytes(value) : value;
    }

    private int half(int position) {
        short value = (short) window.u16(position);
        return (swapped ? Short.reverseBytes(value) : value) & 0xFFFF;
    }
}
