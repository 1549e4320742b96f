// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.classify;

import io.netgrade.yaml.YamlMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a method says of the duties that follow from a level. */
final class DutiesReader {
    private DutiesReader() {}

    static Duties read(YamlMap duties) {
        duties.allow("filing", "evaluation", "risk-assessment");
        Optional<YamlMap> filing = duties.map("filing");
        filing.ifPresent(map -> map.allow("days", "clause"));
        List<Duties.Cycle> cycles = new ArrayList<>();
        cycles(duties, "evaluation", Duties.Kind.EVALUATION, cycles);
        cycles(duties, "risk-assessment", Duties.Kind.RISK_ASSESSMENT, cycles);
        return new Duties(
                filing.flatMap(map -> map.text("days", DutiesReader::count)),
                filing.flatMap(map -> map.needed("clause")).orElse(""),
                cycles);
    }

    private static void cycles(YamlMap duties, String key, Duties.Kind kind, List<Duties.Cycle> cycles) {
        for (YamlMap entry : duties.maps(key)) {
            entry.allow("levels", "months", "clause");
            entry.require("months");
            entry.require("levels");
            String clause = entry.needed("clause").orElse("");
            entry.text("months", DutiesReader::count)
                    .ifPresent(months -> entry.texts("levels")
                            .forEach(level -> cycles.add(new Duties.Cycle(kind, level, months, clause))));
        }
    }

    private static int count(String text) {
        if (!text.matches("[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException("must be a whole number from 1");
        }
        return Integer.parseInt(text);
    }
}
