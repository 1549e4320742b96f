// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.evidence;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads moments in the form that netgrade writes them in, {@code 2026-11-23T12:00:00.000000123Z} with any number of digits
 * behind the point up to nine, and their closing quote. Those that follow each other are mostly of the same second, so that
 * the last second is kept. For one thread.
 */
final class WrittenMoment {
    private static final String FORM = "dddd-dd-ddTdd:dd:dd";
    private static final int DAY = 86_400;

    private final byte[] second = new byte[FORM.length()];
    private long epochSecond;
    private @Nullable Instant value;

    /** The moment that was read last; null where there was none in this form. */
    @Nullable
    Instant value() {
        return value;
    }

    /** @return the place after the closing quote */
    int read(byte[] bytes, int from, int end) {
        value = null;
        int at = from + FORM.length();
        if (at >= end || !knowsSecond(bytes, from)) {
            return from;
        }
        int nanos = 0;
        if (bytes[at] == '.') {
            int digits = 0;
            for (at++; at < end && isDigit(bytes[at]) && digits < 9; at++, digits++) {
                nanos = 10 * nanos + bytes[at] - '0';
            }
            if (digits == 0) {
                return from;
            }
            for (; digits < 9; digits++) {
                nanos *= 10;
            }
        }
        if (at + 1 >= end || bytes[at] != 'Z' || bytes[at + 1] != '"') {
            return from;
        }
        value = Instant.ofEpochSecond(epochSecond, nanos);
        return at + 2;
    }

    private boolean knowsSecond(byte[] bytes, int from) {
        if (Arrays.equals(bytes, from, from + FORM.length(), second, 0, FORM.length())) {
            return true;
        }
        for (int i = 0; i < FORM.length(); i++) {
            char wanted = FORM.charAt(i);
            if (wanted == 'd' ? !isDigit(bytes[from + i]) : bytes[from + i] != wanted) {
                return false;
            }
        }
        return reckon(bytes, from);
    }

    private boolean reckon(byte[] bytes, int from) {
        int hour = two(bytes, from + 11);
        int minute = two(bytes, from + 14);
        int secondOfMinute = two(bytes, from + 17);
        if (hour > 23 || minute > 59 || secondOfMinute > 59) {
            return false;
        }
        try {
            LocalDate day = LocalDate.of(
                    100 * two(bytes, from) + two(bytes, from + 2), two(bytes, from + 5), two(bytes, from + 8));
            epochSecond = day.toEpochDay() * DAY + hour * 3600L + minute * 60L + secondOfMinute;
        } catch (DateTimeException e) {
            return false;
        }
        System.arraycopy(bytes, from, second, 0, second.length);
        return true;
    }

    private static int two(byte[] bytes, int at) {
        return 10 * (bytes[at] - '0') + bytes[at + 1] - '0';
    }

    private static boolean isDigit(byte ascii) {
        return ascii >= '0' && ascii <= '9';
    }
}
