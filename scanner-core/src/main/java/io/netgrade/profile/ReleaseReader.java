// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.yaml.Spelling;
import io.netgrade.yaml.Text;
import io.netgrade.yaml.YamlMap;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what each version of a profile changed: {@code releases} in its head, the newest first. */
final class ReleaseReader {
    private ReleaseReader() {}

    static List<Release> read(YamlMap head) {
        List<Release> releases = new ArrayList<>();
        Set<String> versions = new HashSet<>();
        for (YamlMap entry : head.maps("releases")) {
            entry.allow("version", "date", "says");
            entry.require("date");
            Text says = entry.bilingual("says");
            Optional<String> version = entry.needed("version");
            version.filter(known -> !versions.add(known))
                    .ifPresent(twice -> entry.complain("version", "version " + twice + " is there twice"));
            Optional<LocalDate> date = entry.text("date", ReleaseReader::day);
            if (version.isPresent() && date.isPresent()) {
                inOrder(entry, releases, date.get());
                releases.add(new Release(version.get(), date.get(), says));
            }
        }
        Optional<String> current = head.text("version");
        if (!releases.isEmpty() && !current.equals(Optional.of(releases.get(0).version()))) {
            head.complain(
                    "releases",
                    "the first of the releases must be that of the profile's version, "
                            + Spelling.shortened(current.orElse("")));
        }
        return releases;
    }

    private static void inOrder(YamlMap entry, List<Release> releases, LocalDate date) {
        if (!releases.isEmpty()
                && date.isAfter(releases.get(releases.size() - 1).date())) {
            entry.complain("date", "releases stand newest first; this one is newer than the one before it");
        }
    }

    static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException noDay) {
            throw new IllegalArgumentException(
                    "\"" + Spelling.shortened(text) + "\" is no day such as 2026-11-23", noDay);
        }
    }
}
