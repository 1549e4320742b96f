// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How long the releases of one product are maintained.
 *
 * @param names as services and netgrade call it, in lower case
 * @param source where the dates are from
 * @param verified whether they were held against it, or are from memory
 * @param before what came before the earliest release of the list
 */
record SoftwareLife(
        String product,
        List<String> names,
        String source,
        boolean verified,
        List<Cycle> cycles,
        Optional<Cycle> before) {
    SoftwareLife {
        names = List.copyOf(names);
        cycles = List.copyOf(cycles);
    }

    /**
     * One release.
     *
     * @param version the beginning of the versions that are of it, such as {@code 1.22}; empty for all
     * @param ends the end of the last day on which its maker mends it for everybody; empty where no end is announced
     * @param keptBy who else may mend it, or its maker for money
     */
    record Cycle(String version, Optional<Instant> ends, List<Keeper> keptBy) {
        Cycle {
            keptBy = List.copyOf(keptBy);
        }
    }

    /**
     * Who else may mend a release.
     *
     * @param version the versions that it mends begin so; empty for all of the release
     * @param ends the end of the last day; empty where it is not known
     */
    record Keeper(String name, String version, Optional<Instant> ends) {}

    /** The release that a version is of; empty where the list has none for it. */
    Optional<Cycle> of(String version) {
        return cycles.stream()
                .filter(cycle -> begins(version, cycle.version()))
                .max(Comparator.comparingInt(cycle -> cycle.version().length()))
                .or(() -> before.filter(first -> earlier(version, first.version())));
    }

    /** Whether a version is of those that begin so: {@code 1.22.1} is of {@code 1.22}, {@code 1.220} is not. */
    static boolean begins(String version, String beginning) {
        return version.startsWith(beginning)
                && (beginning.isEmpty()
                        || version.length() == beginning.length()
                        || !isDigit(version.charAt(beginning.length()))
                        || !isDigit(beginning.charAt(beginning.length() - 1)));
    }

    /** Whether the numbers that a version begins with are less than the other's. */
    private static boolean earlier(String version, String other) {
        List<Long> left = numbers(version);
        List<Long> right = numbers(other);
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            if (!left.get(i).equals(right.get(i))) {
                return left.get(i) < right.get(i);
            }
        }
        return !left.isEmpty() && left.size() < right.size();
    }

    private static List<Long> numbers(String version) {
        List<Long> numbers = new ArrayList<>();
        long number = -1;
        for (int i = 0; i <= version.length() && numbers.size() < 4; i++) {
            char at = i < version.length() ? version.charAt(i) : ' ';
            if (isDigit(at)) {
                number = Math.min(Math.max(number, 0) * 10 + (at - '0'), Integer.MAX_VALUE);
            } else if (number >= 0) {
                numbers.add(number);
                number = -1;
                if (at != '.') {
                    break;
                }
            } else {
                break;
            }
        }
        return numbers;
    }

    private static boolean isDigit(char at) {
        return at >= '0' && at <= '9';
    }
}
