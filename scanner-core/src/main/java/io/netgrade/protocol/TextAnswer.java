// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

import io.netgrade.wire.ByteView;
import java.util.function.Predicate;

/** How long the answers of protocols of lines are; each as {@link MessageGrammar#length}, and with an end to patience. */
public final class TextAnswer {
    private static final int LONGEST_LINE = 2048;
    private static final int LONGEST_LISTING = 32_768;

    private TextAnswer() {}

    /** Tells the last line of a listing, which stands from one place to another, its end of line included. */
    private interface Last {
        boolean is(ByteView bytes, int from, int to);
    }

    /** One line. */
    public static long line(ByteView unread) {
        return until(unread, LONGEST_LINE, (bytes, from, to) -> true);
    }

    /** Lines of a code of three digits, up to the one whose code no hyphen follows (RFC 959 4.2, RFC 5321 4.2.1). */
    public static long numbered(ByteView unread) {
        for (int digit = 0; digit < Math.min(3, unread.length()); digit++) {
            if (unread.u8(digit) < '0' || unread.u8(digit) > '9') {
                return MessageGrammar.BROKEN;
            }
        }
        return until(unread, LONGEST_LISTING, (bytes, from, to) -> to - from < 5 || bytes.u8(from + 3) != '-');
    }

    /** A line, and where it begins with {@code opening} the listing behind it, up to a dot alone (RFC 1939 3). */
    public static long dotted(ByteView unread, String opening) {
        long first = line(unread);
        boolean alone = first > 0 && !begins(unread, 0, opening);
        return first < 0 || alone
                ? first
                : until(
                        unread,
                        LONGEST_LISTING,
                        (bytes, from, to) -> bytes.u8(from) == '.'
                                && (to - from == 2 || (to - from == 3 && bytes.u8(from + 1) == '\r')));
    }

    /** Lines up to the one that a tag and a space begin (RFC 9051 2.2.2). */
    public static long tagged(ByteView unread, String tag) {
        return until(unread, LONGEST_LISTING, (bytes, from, to) -> begins(bytes, from, tag + " "));
    }

    /** Lines up to one that is told by its text, which comes without its end. */
    public static long until(ByteView unread, Predicate<String> last) {
        return until(
                unread,
                LONGEST_LISTING,
                (bytes, from, to) -> last.test(bytes.ascii(from, to - from).stripTrailing()));
    }

    private static long until(ByteView unread, int longest, Last last) {
        int known = Math.min(unread.length(), longest);
        int from = 0;
        while (from < known) {
            int to = unread.indexOf('\n', from, known) + 1;
            if (to == 0) {
                break;
            }
            if (last.is(unread, from, to)) {
                return to;
            }
            from = to;
        }
        return known < longest ? MessageGrammar.UNKNOWN : MessageGrammar.BROKEN;
    }

    private static boolean begins(ByteView bytes, int from, String word) {
        for (int at = 0; at < word.length(); at++) {
            if (from + at >= bytes.length() || bytes.u8(from + at) != word.charAt(at)) {
                return false;
            }
        }
        return true;
    }
}
