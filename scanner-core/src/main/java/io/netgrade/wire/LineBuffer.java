// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Assembles one line at a time from bytes that arrive in pieces. Holds at most its limit: what a line has beyond is
 * dropped, and the line says that it was cut.
 */
public final class LineBuffer {
    private static final int FIRST_SIZE = 128;

    private final int limit;
    private byte[] held = new byte[0];
    private int length;
    private boolean whole;
    private boolean cut;

    /** @param limit in bytes, without the end of the line */
    public LineBuffer(int limit) {
        this.limit = limit;
    }

    /**
     * Takes bytes from {@code from} up to and with the next LF, or all there are. After a whole line it begins a new one.
     *
     * @return how many bytes were taken; at least one where there is one
     */
    public int take(ByteView bytes, int from) {
        if (whole) {
            clear();
        }
        int end = bytes.indexOf('\n', from, bytes.length());
        whole = end >= 0;
        int until = whole ? end : bytes.length();
        keep(bytes, from, until - from);
        return (whole ? until + 1 : until) - from;
    }

    /** Whether the LF has come. */
    public boolean whole() {
        return whole;
    }

    /** Whether the line is longer than the limit, so that its end was dropped. */
    public boolean cut() {
        return cut;
    }

    /** Whether nothing of a line has come yet. */
    public boolean empty() {
        return length == 0 && !cut && !whole;
    }

    /** The line without its CR and LF, one character for each byte (ISO 8859-1), so that no byte is lost. */
    public String text() {
        int end = !cut && length > 0 && held[length - 1] == '\r' ? length - 1 : length;
        return new String(held, 0, end, StandardCharsets.ISO_8859_1);
    }

    /** Begins a new line, and lets go of the bytes of the last one. */
    public void clear() {
        Arrays.fill(held, 0, length, (byte) 0);
        length = 0;
        whole = false;
        cut = false;
    }

    private void keep(ByteView bytes, int from, int count) {
        int kept = Math.min(count, limit - length);
        cut |= kept < count;
        if (held.length - length < kept) {
            int wanted = Math.max(FIRST_SIZE, Math.max(length + kept, 2 * held.length));
            held = Arrays.copyOf(held, Math.min(limit, wanted));
        }
        bytes.copyTo(held, length, from, kept);
        length += kept;
    }
}
