// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.json;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;

/** JSON text being put together, in ASCII bytes. */
final class JsonText {
    private static final String HEX = "0123456789ABCDEF";
    /** Characters of one escaped: {@code \\u001B}. */
    private static final int LONGEST_ESCAPE = 6;

    private static final Instant YEAR_0 = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant YEAR_10000 =
            Instant.parse("9999-12-31T23:59:59Z").plusSeconds(1);
    private static final int DAY = 86_400;

    private static final byte[] SPACES = " ".repeat(64).getBytes(StandardCharsets.US_ASCII);

    /** For each character of ASCII, what stands after the backslash; 0 where it stands for itself, 1 for its number. */
    private static final byte[] ESCAPES = escapes();

    private byte[] bytes;
    private int size;

    JsonText(int capacity) {
        bytes = new byte[capacity];
    }

    private static byte[] escapes() {
        byte[] escapes = new byte[128];
        Arrays.fill(escapes, 0, 0x20, (byte) 1);
        escapes['\b'] = 'b';
        escapes['\t'] = 't';
        escapes['\n'] = 'n';
        escapes['\f'] = 'f';
        escapes['\r'] = 'r';
        escapes['"'] = '"';
        escapes['\\'] = '\\';
        return escapes;
    }

    int size() {
        return size;
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }

    void drainTo(OutputStream out) throws IOException {
        int written = size;
        size = 0;
        if (written > 0) {
            out.write(bytes, 0, written);
        }
    }

    void put(char ascii) {
        room(1);
        bytes[size++] = (byte) ascii;
    }

    void put(byte[] ascii) {
        room(ascii.length);
        System.arraycopy(ascii, 0, bytes, size, ascii.length);
        size += ascii.length;
    }

    void spaces(int count) {
        room(count);
        for (int left = count; left > 0; left -= SPACES.length) {
            int some = Math.min(left, SPACES.length);
            System.arraycopy(SPACES, 0, bytes, size, some);
            size += some;
        }
    }

    /** ASCII that needs no escape. */
    void raw(String ascii) {
        room(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            bytes[size++] = (byte) ascii.charAt(i);
        }
    }

    void quoted(String value) {
        room(value.length() + 2);
        byte[] into = bytes;
        int at = size;
        int length = value.length();
        into[at++] = '"';
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (c >= 128 || ESCAPES[c] != 0) {
                size = at;
                escapedFrom(value, i);
                return;
            }
            into[at++] = (byte) c;
        }
        into[at++] = '"';
        size = at;
    }

    /** The rest of a value, and the quote that ends it. */
    private void escapedFrom(String value, int from) {
        for (int i = from; i < value.length(); i++) {
            char c = value.charAt(i);
            room(LONGEST_ESCAPE);
            int escape = c < 128 ? ESCAPES[c] : 1;
            if (escape == 0) {
                bytes[size++] = (byte) c;
            } else if (escape == 1) {
                bytes[size++] = '\\';
                bytes[size++] = 'u';
                for (int shift = 12; shift >= 0; shift -= 4) {
                    bytes[size++] = (byte) HEX.charAt(c >> shift & 0xF);
                }
            } else {
                bytes[size++] = '\\';
                bytes[size++] = (byte) escape;
            }
        }
        put('"');
    }

    void number(long value) {
        if (value < 0) {
            raw(Long.toString(value));
        } else {
            digits(value, 1);
        }
    }

    /** As {@link Instant#toString} writes it, in quotes. */
    void moment(Instant value) {
        if (value.isBefore(YEAR_0) || !value.isBefore(YEAR_10000)) {
            quoted(value.toString());
            return;
        }
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(value.getEpochSecond(), DAY));
        int second = Math.floorMod(value.getEpochSecond(), DAY);
        put('"');
        digits(date.getYear(), 4);
        put('-');
        digits(date.getMonthValue(), 2);
        put('-');
        digits(date.getDayOfMonth(), 2);
        put('T');
        digits(second / 3600, 2);
        put(':');
        digits(second / 60 % 60, 2);
        put(':');
        digits(second % 60, 2);
        fraction(value.getNano());
        put('Z');
        put('"');
    }

    /** None, three, six or nine digits. */
    private void fraction(int nanos) {
        if (nanos > 0) {
            put('.');
            if (nanos % 1_000_000 == 0) {
                digits(nanos / 1_000_000, 3);
            } else if (nanos % 1_000 == 0) {
                digits(nanos / 1_000, 6);
            } else {
                digits(nanos, 9);
            }
        }
    }

    /** @param least digits, with zeros in front where there are fewer */
    private void digits(long value, int least) {
        int count = 1;
        for (long rest = value / 10; rest > 0; rest /= 10) {
            count++;
        }
        count = Math.max(count, least);
        room(count);
        long rest = value;
        for (int i = size + count - 1; i >= size; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += count;
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.addExact(size, more) * 2);
        }
    }
}
