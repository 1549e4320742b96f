// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * One item that a clause names: {@code GB/T 22239-2019 8.1.4.1 a)} names the item a of section 1.4.1 of chapter 8.
 *
 * @param section within the chapter
 */
public record ClauseItem(String chapter, String section, char letter) {
    private static final Pattern ITEMS =
            Pattern.compile("(?<chapter>[0-9]{1,3})\\.(?<section>[0-9.]{1,20}) (?<from>[a-z])\\)(-(?<to>[a-z])\\))?");

    /** All that a clause names of a standard; none where it is of another document, or names no letter. */
    public static List<ClauseItem> of(String clause, String standard) {
        if (!clause.startsWith(standard + " ")) {
            return List.of();
        }
        Matcher items = ITEMS.matcher(clause.substring(standard.length() + 1));
        if (!items.matches()) {
            return List.of();
        }
        char from = items.group("from").charAt(0);
        char to = items.group("to") == null ? from : items.group("to").charAt(0);
        return IntStream.rangeClosed(from, to)
                .mapToObj(letter -> new ClauseItem(items.group("chapter"), items.group("section"), (char) letter))
                .toList();
    }
}
