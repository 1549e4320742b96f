// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.wire;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * A window on bytes that belong to someone else, read in place and in network byte order.
 *
 * <p>One view is made per thread and wrapped again for every packet. The bytes lie in an array: a buffer would cost a call
 * for each field. Every read is checked against the window, not against the whole array. A view is valid only during the call it was
 * handed to; what must outlive the call is copied out by {@link #bytes}, {@link #ascii} or {@link #text}.
 */
public final class ByteView {
    private static final byte[] NOTHING = {};

    private byte[] array = NOTHING;
    private int offset;
    private int length;

    /** A view of a whole array; for the slow path and for tests. */
    public static ByteView of(byte[] bytes) {
        return new ByteView().wrap(bytes, 0, bytes.length);
    }

    /** Points at {@code length} bytes of an array. */
    public ByteView wrap(byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        this.array = bytes;
        this.offset = offset;
        this.length = length;
        return this;
    }

    /** Points at a part of another view; the bounds are the other view's window. */
    public ByteView wrap(ByteView outer, int at, int length) {
        Objects.checkFromIndexSize(at, length, outer.length);
        this.array = outer.array;
        this.offset = outer.offset + at;
        this.length = length;
        return this;
    }

    /** Points at nothing, and lets go of the array. */
    public ByteView clear() {
        array = NOTHING;
        offset = 0;
        length = 0;
        return this;
    }

    public int length() {
        return length;
    }

    public int u8(int at) {
        if (at < 0 || at >= length) {
            throw beyond(at, 1);
        }
        return array[offset + at] & 0xFF;
    }

    public int u16(int at) {
        int first = place(at, 2);
        return (array[first] & 0xFF) << 8 | (array[first + 1] & 0xFF);
    }

    public int u24(int at) {
        return u8(at) << 16 | u16(at + 1);
    }

    public long u32(int at) {
        return i32(at) & 0xFFFF_FFFFL;
    }

    /** Two bytes in little-endian order. */
    public int u16le(int at) {
        return Short.reverseBytes((short) u16(at)) & 0xFFFF;
    }

    /** Four bytes in little-endian order. */
    public long u32le(int at) {
        return Integer.reverseBytes(i32(at)) & 0xFFFF_FFFFL;
    }

    /** Four bytes as they are, for comparing and hashing. */
    public int i32(int at) {
        int first = place(at, 4);
        return array[first] << 24
                | (array[first + 1] & 0xFF) << 16
                | (array[first + 2] & 0xFF) << 8
                | (array[first + 3] & 0xFF);
    }

    /** Eight bytes as they are, for comparing and hashing. */
    public long i64(int at) {
        place(at, 8);
        return (long) i32(at) << 32 | u32(at + 4);
    }

    public boolean startsWith(byte[] prefix) {
        return holds(0, prefix);
    }

    /** Whether {@code expected} stands at {@code at}; false where the window ends before. */
    public boolean holds(int at, byte[] expected) {
        if (at < 0 || length - at < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (array[offset + at + i] != expected[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether so many bytes of another view stand at {@code at}; both windows hold them. */
    public boolean holds(int at, ByteView other, int otherAt, int count) {
        Objects.checkFromIndexSize(at, count, length);
        Objects.checkFromIndexSize(otherAt, count, other.length);
        int done = 0;
        while (count - done >= Long.BYTES && i64(at + done) == other.i64(otherAt + done)) {
            done += Long.BYTES;
        }
        while (done < count && u8(at + done) == other.u8(otherAt + done)) {
            done++;
        }
        return done == count;
    }

    /** The same for a word in lower case, where the letters may be of either case. */
    public boolean holdsWord(int at, byte[] lowerCase) {
        if (at < 0 || length - at < lowerCase.length) {
            return false;
        }
        for (int i = 0; i < lowerCase.length; i++) {
            int octet = array[offset + at + i];
            if ((octet >= 'A' && octet <= 'Z' ? octet + ('a' - 'A') : octet) != lowerCase[i]) {
                return false;
            }
        }
        return true;
    }

    /** The first place of a byte at or after {@code from} and before {@code to}, or -1. */
    public int indexOf(int value, int from, int to) {
        int end = Math.min(to, length);
        for (int at = Math.max(from, 0); at < end; at++) {
            if ((array[offset + at] & 0xFF) == value) {
                return at;
            }
        }
        return -1;
    }

    /** Copies bytes out. */
    public byte[] bytes(int at, int count) {
        Objects.checkFromIndexSize(at, count, length);
        return Arrays.copyOfRange(array, offset + at, offset + at + count);
    }

    /** Copies all bytes out. */
    public byte[] bytes() {
        return bytes(0, length);
    }

    /** Copies bytes into an array that the caller keeps. */
    public void copyTo(byte[] destination, int destinationAt, int at, int count) {
        Objects.checkFromIndexSize(at, count, length);
        System.arraycopy(array, offset + at, destination, destinationAt, count);
    }

    /** Copies text out; what is not ASCII becomes U+FFFD. */
    public String ascii(int at, int count) {
        return text(at, count, StandardCharsets.US_ASCII);
    }

    /** Copies text out; what the charset does not know becomes U+FFFD. */
    public String text(int at, int count, Charset charset) {
        return new String(bytes(at, count), charset);
    }

    private int place(int at, int count) {
        if (at < 0 || at > length - count) {
            throw beyond(at, count);
        }
        return offset + at;
    }

    private IndexOutOfBoundsException beyond(int at, int count) {
        return new IndexOutOfBoundsException(count + " bytes at " + at + " of " + length);
    }

    @Override
    public String toString() {
        return "ByteView of " + length + " bytes";
    }
}
