// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.profile.Lifecycles.SystemMark;
import io.netgrade.profile.SoftwareLife.Cycle;
import io.netgrade.profile.SoftwareLife.Keeper;
import io.netgrade.yaml.YamlMap;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a table of the days on which software ceases to be maintained. */
final class LifecycleReader {
    static final String SCHEMA = "netgrade.lifecycles/1";

    private LifecycleReader() {}

    static Lifecycles read(YamlMap file) {
        file.allow("schema", "products", "marks");
        file.schema(SCHEMA);
        List<SoftwareLife> lives = new ArrayList<>();
        for (YamlMap entry : file.maps("products")) {
            life(entry).ifPresent(lives::add);
        }
        List<SystemMark> marks = new ArrayList<>();
        for (YamlMap entry : file.maps("marks")) {
            entry.allow("mark", "system", "version");
            Optional<String> system = entry.needed("system");
            entry.require("mark");
            for (String mark : entry.texts("mark")) {
                marks.add(new SystemMark(
                        mark, system.orElse(""), entry.text("version").orElse("")));
            }
        }
        return new Lifecycles(lives, marks);
    }

    private static Optional<SoftwareLife> life(YamlMap entry) {
        entry.allow("product", "names", "source", "verified", "cycles", "before");
        Optional<String> product = entry.needed("product");
        List<String> names = new ArrayList<>(entry.texts("names"));
        product.ifPresent(names::add);
        String source = entry.needed("source").orElse("");
        boolean verified = entry.flag("verified", false);
        List<Cycle> cycles = new ArrayList<>();
        for (YamlMap cycle : entry.maps("cycles")) {
            cycle(cycle).ifPresent(cycles::add);
        }
        Optional<Cycle> before = entry.map("before").flatMap(LifecycleReader::cycle);
        return product.map(named -> new SoftwareLife(
                named,
                names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList(),
                source,
                verified,
                cycles,
                before));
    }

    private static Optional<Cycle> cycle(YamlMap entry) {
        entry.allow("version", "ends", "kept-by");
        Optional<String> version = entry.needed("version");
        entry.require("ends");
        boolean open = entry.text("ends").filter("none"::equals).isPresent();
        Optional<Instant> ends = open ? Optional.empty() : entry.text("ends", LifecycleReader::endOf);
        List<Keeper> keepers = new ArrayList<>();
        for (YamlMap keeper : entry.maps("kept-by")) {
            keeper.allow("name", "version", "ends");
            keepers.add(new Keeper(
                    keeper.needed("name").orElse(""),
                    keeper.text("version").orElse(""),
                    keeper.text("ends", LifecycleReader::endOf)));
        }
        return version.map(text -> new Cycle(text, ends, keepers));
    }

    /** The end of a day, everywhere in UTC. */
    private static Instant endOf(String day) {
        try {
            return LocalDate.parse(day).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException noDay) {
            throw new IllegalArgumentException("\"" + day + "\" is no day such as 2026-11-23", noDay);
        }
    }
}
