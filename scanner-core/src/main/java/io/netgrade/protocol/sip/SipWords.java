// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.sip;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Takes field values apart (RFC 3261 §7.3.1, §25.1). */
final class SipWords {
    private static final int MOST_ELEMENTS = 32;
    private static final int LONGEST_TOKEN = 32;

    private SipWords() {}

    /** The elements of a list with commas, in capitals. */
    static List<String> elements(String value) {
        List<String> elements = new ArrayList<>();
        for (String element : value.split(",")) {
            String word = element.strip().toUpperCase(Locale.ROOT);
            if (token(word) && elements.size() < MOST_ELEMENTS && !elements.contains(word)) {
                elements.add(word);
            }
        }
        return elements;
    }

    static boolean token(String word) {
        return !word.isEmpty()
                && word.length() <= LONGEST_TOKEN
                && word.chars().allMatch(mark -> mark < 0x80 && (Character.isLetterOrDigit(mark) || mark == '-'));
    }

    /** The first word of a value, in lower case: the scheme of credentials or of a challenge. */
    static String scheme(String value) {
        int space = value.indexOf(' ');
        return (space < 0 ? value : value.substring(0, space)).toLowerCase(Locale.ROOT);
    }

    /** The value of a parameter without its quotes, in lower case; empty where there is none. */
    static String parameter(String value, String name) {
        String lower = value.toLowerCase(Locale.ROOT);
        int at = lower.indexOf(name + "=");
        while (at > 0 && Character.isLetterOrDigit(lower.charAt(at - 1))) {
            at = lower.indexOf(name + "=", at + 1);
        }
        if (at < 0) {
            return "";
        }
        int from = at + name.length() + 1;
        boolean quoted = from < lower.length() && lower.charAt(from) == '"';
        int to = from + (quoted ? 1 : 0);
        while (to < lower.length() && (quoted ? lower.charAt(to) != '"' : ",; \t".indexOf(lower.charAt(to)) < 0)) {
            to++;
        }
        return lower.substring(from + (quoted ? 1 : 0), to);
    }
}
