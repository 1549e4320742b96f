// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

/** Text from outside made fit to be shown in a terminal: nothing in it can move the cursor, colour or reorder a line. */
public final class Shown {
    private static final int LONGEST = 400;

    private Shown() {}

    /** Controls, line breaks and bidirectional marks as {@code \\u001b}; cut after 400 characters with an ellipsis. */
    public static String safe(String text) {
        StringBuilder shown = new StringBuilder();
        int[] points = text.codePoints().limit(LONGEST + 1L).toArray();
        for (int i = 0; i < Math.min(points.length, LONGEST); i++) {
            if (harmless(points[i])) {
                shown.appendCodePoint(points[i]);
            } else {
                shown.append(String.format("\\u%04x", points[i]));
            }
        }
        return points.length > LONGEST ? shown.append('…').toString() : shown.toString();
    }

    /** Columns that the text takes in a terminal: two for a wide character of East Asian scripts. */
    static int columns(String text) {
        return text.codePoints().map(point -> wide(point) ? 2 : 1).sum();
    }

    static String padded(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - columns(text)));
    }

    private static boolean harmless(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static boolean wide(int point) {
        Character.UnicodeScript script = Character.UnicodeScript.of(point);
        return script == Character.UnicodeScript.HAN
                || script == Character.UnicodeScript.HANGUL
                || script == Character.UnicodeScript.HIRAGANA
                || script == Character.UnicodeScript.KATAKANA
                || (point >= 0x3000 && point <= 0x303F)
                || (point >= 0xFF00 && point <= 0xFF60);
    }
}
