// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.check.Bar;
import io.netgrade.check.Check;
import io.netgrade.check.Clause;
import io.netgrade.check.Comparator;
import io.netgrade.check.FieldCheck;
import io.netgrade.check.Seen;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Attempts;
import io.netgrade.fact.CaptureCoverage;
import io.netgrade.fact.Collected;
import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Fact;
import io.netgrade.fact.FactType;
import io.netgrade.fact.Observation;
import io.netgrade.fact.Problem;
import io.netgrade.fact.Run;
import io.netgrade.profile.Applies;
import io.netgrade.profile.Ask;
import io.netgrade.profile.Automation;
import io.netgrade.profile.Control;
import io.netgrade.profile.Demand;
import io.netgrade.profile.Level;
import io.netgrade.profile.Profile;
import io.netgrade.profile.Severity;
import io.netgrade.profile.Signed;
import io.netgrade.yaml.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A small case to judge: levels 1, 2, 3.1; one fact of strength; controls as a test adds them. */
final class Case {
    static final List<Level> LEVELS = List.of(level("1", 0), level("2", 1), level("3.1", 2));
    static final FactType STRENGTH = FactType.of("x.strength", "").number("bits", "");
    static final Check CHECK = FieldCheck.of("x.strength", "", STRENGTH, "bits");

    static final Check PRESENCE = FieldCheck.of("service.presence", "", CommonFacts.RECOGNISED, "role");

    final Map<String, Check> checks = new HashMap<>(Map.of(CHECK.id(), CHECK, PRESENCE.id(), PRESENCE));
    final List<Control> controls = new ArrayList<>();
    final List<Observation> observations = new ArrayList<>();
    final List<Attempt> attempts = new ArrayList<>();
    final List<CaptureCoverage> captures = new ArrayList<>();
    final List<Problem> problems = new ArrayList<>();
    Optional<Level> required = Optional.empty();
    String type = "";
    String vantage = "untrusted";
    boolean vantageDeclared = true;
    Signed signed = Signed.NOTHING;

    /** Asks for strength at a level of every x service. */
    Case asks(String id, String level, int bits) {
        return control(id, Set.of("x"), ask(level, bits, false));
    }

    /** Forbids from a level on that the service is there at all. */
    Case forbids(String id, String level, Applies applies) {
        Bar gone = new Bar(List.of(Clause.of(Comparator.ABSENT)));
        return control(
                id,
                applies,
                new Ask(level(level), Severity.HIGH, false, List.of(new Demand.OfCheck("service.presence", gone))));
    }

    Case control(String id, Set<String> protocols, Ask... asks) {
        return control(id, new Applies(protocols, Set.of(), Set.of(), false, false), asks);
    }

    Case control(String id, Applies applies, Ask... asks) {
        return control(id, applies, Automation.FULL, asks);
    }

    /** As {@link #asks}, by a control that observation decides only in part. */
    Case partly(String id, String level, int bits) {
        Applies applies = new Applies(Set.of("x"), Set.of(), Set.of(), false, false);
        return control(id, applies, Automation.PARTIAL, ask(level, bits, false));
    }

    Case control(String id, Applies applies, Automation automation, Ask... asks) {
        Text text = new Text(id, id);
        controls.add(new Control(
                id,
                "tests",
                text,
                List.of(),
                automation,
                text,
                new Text("mend " + id, "修"),
                applies,
                List.of(asks),
                Optional.empty(),
                List.of()));
        return this;
    }

    Case manual(String id, String level) {
        Text text = new Text(id, id);
        controls.add(new Control(
                id,
                "tests",
                text,
                List.of(),
                Automation.NONE,
                text,
                text,
                Applies.EVERYWHERE,
                List.of(),
                Optional.of(level(level)),
                List.of()));
        return this;
    }

    static Ask ask(String level, int bits, boolean advisory) {
        Clause clause = Clause.of(Comparator.AT_LEAST, String.valueOf(bits));
        return new Ask(
                level(level),
                Severity.HIGH,
                advisory,
                List.of(new Demand.OfCheck("x.strength", new Bar(List.of(clause)))));
    }

    /** A server at 192.0.2.host that was asked and answered. */
    Case server(int host, int bits) {
        return saw(host, STRENGTH.complete(bits));
    }

    Case saw(int host, Fact fact) {
        var endpoint = Seen.endpoint(host, 22);
        observations.add(Seen.seen(
                endpoint, fact, io.netgrade.fact.Confidence.CONFIRMED, io.netgrade.fact.Evidence.Source.PROBE));
        attempts.add(Seen.attempt(endpoint, "connect", Attempt.Status.ANSWERED));
        return this;
    }

    Case requires(String level) {
        required = Optional.of(level(level));
        return this;
    }

    Assessment judged() {
        UnitScope unit = new UnitScope("u", "Unit", type, vantage, required, any -> true, any -> true);
        return judged(List.of(unit));
    }

    Assessment judged(List<UnitScope> units) {
        return judged(units, Attempts.of(attempts));
    }

    Assessment judged(List<UnitScope> units, Attempts tried) {
        Run run = new Run("run", "0", "scan", Seen.NOW, Seen.NOW, vantage, vantageDeclared);
        Text text = new Text("Tests", "测试");
        Profile profile = new Profile("tests", "1", text, "", "", List.of(), "", LEVELS, controls);
        Collected collected = new Collected(run, observations, tried, captures, problems);
        return Judge.judge(collected, profile, units, signed, checks, Optional.empty());
    }

    UnitGrade grade() {
        return judged().units().get(0);
    }

    static Level level(String id) {
        return LEVELS.stream()
                .filter(level -> level.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Level level(String id, int rank) {
        return new Level(id, rank, new Text(id, id));
    }
}
