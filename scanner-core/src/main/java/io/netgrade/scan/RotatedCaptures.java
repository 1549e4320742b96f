// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.capture.CaptureReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Puts the files of one recording into the order of time, so that flows go on from one to the next. Recorders that begin
 * a new file again and again tell them apart by digits: {@code x.pcap}, {@code x.pcap1}, {@code x.pcap10};
 * {@code x_00002_20261123080000.pcapng}.
 */
final class RotatedCaptures {
    private static final Comparator<Path> BY_NAME =
            Comparator.comparing(Path::toString, RotatedCaptures::compareNumbers);

    private RotatedCaptures() {}

    /** Sorts files that were found, not named, by their names; digits count as the number that they are. */
    static List<Path> byName(List<Path> found) {
        return found.stream().sorted(BY_NAME).toList();
    }

    /**
     * Files of one recording, that is in one folder and with names that differ in digits only, take the place of the first
     * of them, in the order in which their frames begin; all others stay where they are.
     */
    static List<Path> inTime(List<Path> files) {
        Map<String, List<Path>> recordings = new LinkedHashMap<>();
        for (Path file : files) {
            recordings
                    .computeIfAbsent(recording(file), name -> new ArrayList<>())
                    .add(file);
        }
        return recordings.values().stream()
                .flatMap(parts -> parts.size() == 1 ? parts.stream() : sorted(parts).stream())
                .toList();
    }

    private static String recording(Path file) {
        if (!Files.isRegularFile(file)) {
            // What can be read only once is not looked into beforehand.
            return file.toString();
        }
        StringBuilder name = new StringBuilder();
        file.toAbsolutePath()
                .getFileName()
                .toString()
                .chars()
                .filter(c -> c < '0' || c > '9')
                .forEach(c -> name.append((char) c));
        return Objects.toString(file.toAbsolutePath().normalize().getParent()) + '/' + name;
    }

    /** By the time of the first frames where each file has one, else by name. */
    private static List<Path> sorted(List<Path> parts) {
        Map<Path, Instant> begins = new LinkedHashMap<>();
        for (Path part : parts) {
            Optional<Instant> begin = CaptureReader.firstTime(part);
            begin.ifPresent(time -> begins.put(part, time));
        }
        List<Path> byName = byName(parts);
        if (begins.size() < parts.size()) {
            return byName;
        }
        return byName.stream().sorted(Comparator.comparing(begins::get)).toList();
    }

    /** Compares texts in which runs of digits count as numbers. */
    static int compareNumbers(String one, String other) {
        int i = 0;
        int j = 0;
        while (i < one.length() && j < other.length()) {
            int endOne = numberEnd(one, i);
            int endOther = numberEnd(other, j);
            int order = endOne > i && endOther > j
                    ? compareDigits(one.substring(i, endOne), other.substring(j, endOther))
                    : Character.compare(one.charAt(i), other.charAt(j));
            if (order != 0) {
                return order;
            }
            i = Math.max(endOne, i + 1);
            j = Math.max(endOther, j + 1);
        }
        int rest = Integer.compare(one.length() - i, other.length() - j);
        return rest == 0 ? one.compareTo(other) : rest;
    }

    private static int numberEnd(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    /** Numbers of any length: leading zeros count for nothing, and of two the longer is larger. */
    private static int compareDigits(String one, String other) {
        String first = significant(one);
        String second = significant(other);
        int order = Integer.compare(first.length(), second.length());
        return order == 0 ? first.compareTo(second) : order;
    }

    private static String significant(String digits) {
        int from = 0;
        while (from < digits.length() - 1 && digits.charAt(from) == '0') {
            from++;
        }
        return digits.substring(from);
    }
}
