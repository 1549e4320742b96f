// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.wire;

/**
 * Reads fields one after another from hostile bytes.
 *
 * <p>A read past the end answers zero (or something empty) and marks the cursor broken; it never throws. Read the whole
 * message, then ask {@link #intact()} once. A loop over a repeated field is bound by {@link #remaining()}, never by a
 * count that the sender wrote.
 */
public final class ByteCursor {
    private final ByteView view = new ByteView();
    private int at;
    private boolean intact = true;

    public static ByteCursor of(ByteView view) {
        return new ByteCursor().over(view);
    }

    public ByteCursor over(ByteView view) {
        return over(view, 0, view.length());
    }

    public ByteCursor over(ByteView view, int from, int length) {
        this.view.wrap(view, from, length);
        this.at = 0;
        this.intact = true;
        return this;
    }

    /** Whether every read so far stayed within the bytes. */
    public boolean intact() {
        return intact;
    }

    /** Bytes left; 0 once the cursor is broken, so that loops end. */
    public int remaining() {
        return intact ? view.length() - at : 0;
    }

    /** Bytes read so far. */
    public int position() {
        return at;
    }

    public int u8() {
        int start = take(1);
        return intact ? view.u8(start) : 0;
    }

    public int u16() {
        int start = take(2);
        return intact ? view.u16(start) : 0;
    }

    public int u24() {
        int start = take(3);
        return intact ? view.u24(start) : 0;
    }

    public long u32() {
        int start = take(4);
        return intact ? view.u32(start) : 0;
    }

    public int u16le() {
        int start = take(2);
        return intact ? view.u16le(start) : 0;
    }

    public long u32le() {
        int start = take(4);
        return intact ? view.u32le(start) : 0;
    }

    public long i64() {
        int start = take(8);
        return intact ? view.i64(start) : 0;
    }

    public void skip(long count) {
        take(count);
    }

    /** Copies bytes out; empty where there are too few. */
    public byte[] bytes(long count) {
        int start = take(count);
        return intact ? view.bytes(start, (int) count) : new byte[0];
    }

    public String ascii(long count) {
        int start = take(count);
        return intact ? view.ascii(start, (int) count) : "";
    }

    /** A narrower cursor over the next bytes, for a part with a length of its own; broken where there are too few. */
    public ByteCursor sub(long count) {
        int start = take(count);
        ByteCursor inner = new ByteCursor();
        if (intact) {
            inner.over(view, start, (int) count);
        } else {
            inner.intact = false;
        }
        return inner;
    }

    private int take(long count) {
        int start = at;
        intact &= count >= 0 && count <= view.length() - at;
        if (intact) {
            at += (int) count;
        }
        return start;
    }
}
