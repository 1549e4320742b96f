// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.yaml.Spelling;
import io.netgrade.yaml.Text;
import io.netgrade.yaml.YamlMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads one control of a profile. */
final class ControlReader {
    private static final List<String> AUTOMATION =
            Arrays.stream(Automation.values()).map(value -> id(value.name())).toList();
    private static final List<String> SEVERITIES =
            Arrays.stream(Severity.values()).map(Severity::id).toList();

    private final Vocabulary vocabulary;
    private final Collection<String> unitTypes;
    private final List<Level> levels;

    ControlReader(Vocabulary vocabulary, Collection<String> unitTypes, List<Level> levels) {
        this.vocabulary = vocabulary;
        this.unitTypes = unitTypes;
        this.levels = levels;
    }

    /** Empty where too little of it can be used; every mistake is noted either way. */
    Optional<Control> read(YamlMap control, String chapter) {
        control.allow(
                "id",
                "title",
                "from",
                "clauses",
                "automation",
                "applies",
                "check",
                "asks",
                "rationale",
                "remedy",
                "references");
        Optional<String> id = control.needed("id");
        id.filter(said -> !isControlId(said))
                .ifPresent(
                        said -> control.complain("id", "id \"" + Spelling.shortened(said) + "\" is not like MGT-07"));
        control.require("clauses");
        control.require("automation");
        Optional<Automation> automation =
                control.choice("automation", AUTOMATION).map(said -> Automation.valueOf(said.toUpperCase(Locale.ROOT)));
        Text title = control.bilingual("title");
        Text rationale = control.bilingual("rationale");
        Text remedy = control.bilingual("remedy");
        List<String> clauses = control.texts("clauses");
        List<String> references = control.texts("references");
        Applies applies = applies(control);
        boolean manual = automation.filter(Automation.NONE::equals).isPresent();
        List<Ask> asks = manual ? List.of() : asks(control);
        Optional<Level> manualLevel = manual ? manualLevel(control) : Optional.empty();
        if (id.isEmpty() || automation.isEmpty() || asks.isEmpty() == manualLevel.isEmpty()) {
            return Optional.empty();
        }
        if (applies.protocols().isEmpty() && !manual && asks.stream().anyMatch(ControlReader::asksAProtocol)) {
            control.complain("applies", "applies must name protocols, or this would be asked of every service");
        }
        return Optional.of(new Control(
                id.get(),
                chapter,
                title,
                clauses,
                automation.get(),
                rationale,
                remedy,
                applies,
                asks,
                manualLevel,
                references));
    }

    private Applies applies(YamlMap control) {
        Optional<YamlMap> said = control.map("applies");
        if (said.isEmpty()) {
            return Applies.EVERYWHERE;
        }
        YamlMap applies = said.get();
        applies.allow("protocols", "unit-types", "vantages", "in-clear", "in-tls", "facts", "unexpected");
        return new Applies(
                Set.copyOf(applies.choices("protocols", vocabulary.protocols())),
                Set.copyOf(applies.choices("unit-types", unitTypes)),
                Set.copyOf(applies.choices("vantages", Vantage.all())),
                applies.flag("in-clear", false),
                applies.flag("in-tls", false),
                Set.copyOf(applies.choices("facts", vocabulary.facts().keySet())),
                applies.flag("unexpected", false),
                Optional.empty());
    }

    /** The level from which a manual control is asked. */
    Optional<Level> manualLevel(YamlMap control) {
        for (String key : List.of("check", "asks")) {
            if (control.has(key)) {
                control.complain(key, key + " has no place in a control with automation: none");
            }
        }
        control.require("from");
        return level(control, "from");
    }

    /** Lowest level first. */
    List<Ask> asks(YamlMap control) {
        Optional<String> check = control.text("check");
        if (control.has("from")) {
            control.complain("from", "from is for automation: none; the asks say from which level");
        }
        control.require("asks");
        List<Ask> asks = new ArrayList<>();
        for (YamlMap ask : control.maps("asks")) {
            ask(ask, check).ifPresent(asks::add);
        }
        for (int i = 1; i < asks.size(); i++) {
            Level level = asks.get(i).level();
            if (level.compareTo(asks.get(i - 1).level()) <= 0) {
                control.complain("asks", "asks must rise from level to level, and level " + level.id() + " does not");
            }
        }
        return asks;
    }

    private Optional<Ask> ask(YamlMap ask, Optional<String> check) {
        ask.allow("level", "severity", "advisory", "bar");
        ask.require("level");
        ask.require("severity");
        Optional<Level> level = level(ask, "level");
        Optional<Severity> severity =
                ask.choice("severity", SEVERITIES).map(said -> Severity.valueOf(said.toUpperCase(Locale.ROOT)));
        boolean advisory = ask.flag("advisory", false);
        List<Demand> demands = new BarReader(vocabulary, check).read(ask);
        return level.isEmpty() || severity.isEmpty() || demands.isEmpty()
                ? Optional.empty()
                : Optional.of(new Ask(level.get(), severity.get(), advisory, demands));
    }

    private Optional<Level> level(YamlMap from, String key) {
        return from.choice(key, levels.stream().map(Level::id).toList())
                .flatMap(id ->
                        levels.stream().filter(level -> level.id().equals(id)).findFirst());
    }

    /** Two to eight capitals or digits, a dash, two or three digits. */
    private static boolean isControlId(String text) {
        int dash = text.indexOf('-');
        String number = text.substring(dash + 1);
        return dash >= 2
                && dash <= 8
                && text.substring(0, dash).chars().allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))
                && (number.length() == 2 || number.length() == 3)
                && number.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean asksAProtocol(Ask ask) {
        return ask.demands().stream()
                .flatMap(demand -> demand.checks().stream())
                .anyMatch(check -> !check.startsWith("service."));
    }

    private static String id(String constant) {
        return constant.toLowerCase(Locale.ROOT);
    }
}
