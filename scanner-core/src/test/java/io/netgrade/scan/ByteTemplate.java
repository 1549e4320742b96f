// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What several samples of one message have in common.
 *
 * @param octets each as it is in all of them, or {@link #VARIES}: of those of the usual length, and where none is usual, up
 *     to the first that varies
 * @param lengthVaries whether no length is usual; one that is seldom met (a number that happens to be short) counts for
 *     nothing
 */
record ByteTemplate(List<Integer> octets, boolean lengthVaries) {
    static final int VARIES = -1;
    private static final int OCTETS_A_LINE = 16;

    static ByteTemplate of(List<byte[]> samples) {
        Map<Integer, List<byte[]>> byLength = samples.stream()
                .collect(Collectors.groupingBy(sample -> sample.length, TreeMap::new, Collectors.toList()));
        List<byte[]> usual = byLength.values().stream()
                .filter(alike -> 4 * alike.size() >= 3 * samples.size())
                .findFirst()
                .orElse(List.of());
        List<Integer> octets = common(usual.isEmpty() ? samples : usual);
        int varying = octets.indexOf(VARIES);
        return usual.isEmpty() && varying >= 0
                ? new ByteTemplate(octets.subList(0, varying), true)
                : new ByteTemplate(octets, usual.isEmpty());
    }

    /** As many as the shortest has. */
    private static List<Integer> common(List<byte[]> samples) {
        int shortest = samples.stream().mapToInt(sample -> sample.length).min().orElse(0);
        List<Integer> octets = new ArrayList<>();
        for (int i = 0; i < shortest; i++) {
            int at = i;
            byte first = samples.get(0)[i];
            octets.add(samples.stream().allMatch(sample -> sample[at] == first) ? first & 0xFF : VARIES);
        }
        return octets;
    }

    boolean isEmpty() {
        return octets.isEmpty() && !lengthVaries;
    }

    /** Sixteen octets a line, in hexadecimal and as ASCII; what varies as two dots. */
    String dump(int most) {
        StringBuilder text = new StringBuilder();
        int shown = Math.min(most, octets.size());
        for (int at = 0; at < shown; at += OCTETS_A_LINE) {
            StringBuilder hex = new StringBuilder();
            StringBuilder ascii = new StringBuilder();
            for (int octet : octets.subList(at, Math.min(shown, at + OCTETS_A_LINE))) {
                hex.append(octet == VARIES ? " .." : String.format(" %02x", octet));
                ascii.append(octet >= 0x20 && octet < 0x7F ? (char) octet : '.');
            }
            text.append(String.format("%04x %-48s  %s", at, hex, ascii).stripTrailing())
                    .append('\n');
        }
        return text.toString();
    }
}
