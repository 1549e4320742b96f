// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.check.Verdict.Result;
import io.netgrade.yaml.Mistakes;
import io.netgrade.yaml.YamlMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads {@code examples/*.yml} of a profile. */
final class ExampleReader {
    private static final List<String> RESULTS =
            Arrays.stream(Result.values()).map(Result::id).toList();

    private final Profile profile;
    private final Collection<String> controls;
    private final Collection<String> unitTypes;
    private final GivenReader givenReader;

    /** @param controls ids of all controls of the profile, those included that have mistakes of their own */
    ExampleReader(Profile profile, Vocabulary vocabulary, Collection<String> controls, Collection<String> unitTypes) {
        this.profile = profile;
        this.controls = controls;
        this.unitTypes = unitTypes;
        this.givenReader = new GivenReader(vocabulary);
    }

    List<Example> read(ProfileSource source, Mistakes mistakes) {
        List<Example> examples = new ArrayList<>();
        source.read("examples/", mistakes)
                .values()
                .forEach(each -> each.read(mistakes).ifPresent(file -> examples.addAll(file(file))));
        return examples;
    }

    private List<Example> file(YamlMap file) {
        file.allow("schema", "control", "examples");
        file.schema("netgrade.examples/1");
        file.require("control");
        file.require("examples");
        Optional<String> control = file.choice("control", controls);
        List<Example> examples = new ArrayList<>();
        for (YamlMap entry : file.maps("examples")) {
            control.flatMap(profile::control)
                    .flatMap(known -> example(entry, known))
                    .ifPresent(examples::add);
        }
        return examples;
    }

    private Optional<Example> example(YamlMap entry, Control control) {
        entry.allow("result", "says", "level", "at", "vantage", "unit-type", "given", "attempts");
        entry.require("result");
        entry.require("given");
        Instant at = entry.has("at")
                ? GivenReader.instant(entry, "at").orElse(GivenReader.USUAL_MOMENT)
                : GivenReader.USUAL_MOMENT;
        Optional<Level> level = entry.choice(
                        "level",
                        control.asks().stream().map(ask -> ask.level().id()).toList())
                .flatMap(profile::level);
        return entry.choice("result", RESULTS)
                .map(result -> new Example(
                        control.id(),
                        entry.file(),
                        entry.line("result"),
                        entry.text("says").orElse(""),
                        level,
                        Result.valueOf(result.toUpperCase(Locale.ROOT).replace('-', '_')),
                        givenReader.read(entry, at),
                        entry.choice("vantage", Vantage.all()).orElse(Vantage.UNTRUSTED),
                        entry.choice("unit-type", unitTypes).orElse("")));
    }
}
