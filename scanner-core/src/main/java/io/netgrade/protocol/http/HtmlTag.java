// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import java.util.Locale;
import java.util.Optional;

/** One tag of HTML, without its angle brackets: {@code input type="password" name=p}. */
record HtmlTag(String text) {

    /** In lower case; with a slash in front where it closes. */
    String name() {
        int end = 0;
        while (end < text.length() && !isSpace(text.charAt(end)) && (end == 0 || text.charAt(end) != '/')) {
            end++;
        }
        return text.substring(0, end).toLowerCase(Locale.ROOT);
    }

    /** The value of the first attribute of that name, given in lower case; an attribute without a value has the empty one. */
    Optional<String> attribute(String wanted) {
        int at = name().length();
        while (at < text.length()) {
            int start = skipSpaces(at);
            int end = nameEnd(start);
            int equals = skipSpaces(end);
            boolean valued = equals < text.length() && text.charAt(equals) == '=';
            int value = valued ? skipSpaces(equals + 1) : end;
            int behind = valued ? valueEnd(value) : Math.max(end, start + 1);
            if (text.substring(start, end).toLowerCase(Locale.ROOT).equals(wanted)) {
                return Optional.of(valued ? unquoted(value, behind) : "");
            }
            at = behind;
        }
        return Optional.empty();
    }

    private int skipSpaces(int from) {
        int at = from;
        while (at < text.length() && (isSpace(text.charAt(at)) || text.charAt(at) == '/')) {
            at++;
        }
        return at;
    }

    private int nameEnd(int from) {
        int at = from;
        while (at < text.length() && !isSpace(text.charAt(at)) && "=/".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private int valueEnd(int from) {
        if (from < text.length() && isQuote(text.charAt(from))) {
            int close = text.indexOf(text.charAt(from), from + 1);
            return close < 0 ? text.length() : close + 1;
        }
        int at = from;
        while (at < text.length() && !isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private String unquoted(int from, int to) {
        boolean quoted = to > from && isQuote(text.charAt(from));
        boolean closed = quoted && to - from > 1 && text.charAt(to - 1) == text.charAt(from);
        return text.substring(quoted ? from + 1 : from, closed ? to - 1 : to);
    }

    private static boolean isQuote(char character) {
        return character == '"' || character == '\'';
    }

    private static boolean isSpace(char character) {
        return character <= ' ';
    }
}
