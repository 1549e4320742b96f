// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What someone may have meant by a word that is not among the allowed ones. */
public final class Spelling {
    private static final int LONGEST = 60;
    /** Any single character is one change away from any other. */
    private static final int SHORTEST = 2;

    private static final int MOST_LISTED = 40;

    private Spelling() {}

    /** {@code  "sever" is not one of a, b, c; did you mean "severity"?}, without the word itself. */
    public static String notOneOf(String word, Collection<String> allowed) {
        String hint = near(word, allowed)
                .map(meant -> "; did you mean \"" + meant + "\"?")
                .orElse("");
        if (allowed.size() > MOST_LISTED) {
            return "\"" + shortened(word) + "\" is not one of the " + allowed.size() + " known" + hint;
        }
        return "\"" + shortened(word) + "\" is not one of " + String.join(", ", allowed) + hint;
    }

    /** The allowed word nearest to it, where it is near at all. */
    public static Optional<String> near(String word, Collection<String> allowed) {
        if (word.length() > LONGEST || word.length() < SHORTEST) {
            return Optional.empty();
        }
        int most = Math.max(1, word.length() / 3);
        return allowed.stream()
                .filter(candidate -> candidate.length() <= LONGEST && distance(word, candidate) <= most)
                .min(Comparator.<String>comparingInt(candidate -> distance(word, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    public static String shortened(String word) {
        return word.length() > LONGEST ? word.substring(0, LONGEST) + "..." : word;
    }

    /** How many characters must be put in, taken out or changed (Levenshtein). */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int change = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
