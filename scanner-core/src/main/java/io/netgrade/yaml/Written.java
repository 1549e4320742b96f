// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.yaml;

/**
 * How a single value is written: finds the place in the file of a character of its text, whatever was folded, quoted or
 * escaped on the way. Both are walked side by side, white space left out, as folding changes nothing else.
 *
 * @param source the whole file
 * @param start how many code points stand before the value
 * @param line of the value, from 1
 */
record Written(String source, int start, int line) {

    /** Both from 1; the column is 0 where it cannot be told. */
    record Place(int line, int column) {}

    /** @param at how many characters of the text stand before it */
    Place placeOf(String text, int at) {
        if (start >= source.codePointCount(0, source.length())) {
            return new Place(line, 0);
        }
        int from = source.offsetByCodePoints(0, start);
        char style = source.charAt(from);
        int next = switch (style) {
            case '\'', '"' -> from + 1;
            case '|', '>' -> source.indexOf('\n', from) + 1;
            default -> from;
        };
        int left = inked(text, Math.min(at, text.length()));
        while (next < source.length()) {
            if (!Character.isWhitespace(source.charAt(next))) {
                next += isEscape(style, next) ? 1 : 0;
                if (left == 0) {
                    return place(next);
                }
                left--;
            }
            next++;
        }
        return new Place(line, 0);
    }

    /** Whether the next character is written with this one in front. */
    private boolean isEscape(char style, int at) {
        boolean twice = style == '\'' && source.startsWith("''", at);
        return twice || (style == '"' && source.charAt(at) == '\\' && at + 1 < source.length());
    }

    /** How many characters up to there are no white space. */
    private static int inked(String text, int end) {
        int count = 0;
        for (int i = 0; i < end; i++) {
            count += Character.isWhitespace(text.charAt(i)) ? 0 : 1;
        }
        return count;
    }

    private Place place(int at) {
        int begin = source.lastIndexOf('\n', at - 1) + 1;
        int number = 1
                + (int) source.substring(0, begin)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        return new Place(number, 1 + source.codePointCount(begin, at));
    }
}
