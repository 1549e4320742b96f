// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.profile.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a run of a plan must have in common with an earlier one to go on where that one stood. Levels, types and titles of
 * units, waivers and the profile are not among it: they are judged by, and everything is judged anew.
 *
 * @param asked what the questions depend on besides the targets, in words; never a community
 * @param captures the names of the captures
 * @param evidence the names of the evidence files, and their SHA-256
 * @param units of each unit that has targets, its visits
 */
public record PlanIdentity(
        String tool,
        String vantage,
        String asked,
        List<String> captures,
        List<String> evidence,
        Map<String, RunIdentity> units) {
    public PlanIdentity {
        captures = List.copyOf(captures);
        evidence = List.copyOf(evidence);
        units = Map.copyOf(units);
    }

    /** @throws InterruptedException while evidence files are read */
    public static PlanIdentity of(String tool, Plan plan, PlanTargets targets, PlanInputs inputs)
            throws InterruptedException {
        Map<String, RunIdentity> units = new TreeMap<>();
        for (PlanTargets.Ready ready : targets.units()) {
            String sctp = targets.raw() && !ready.sctp().isEmpty() ? " and S:" + ready.sctp() : "";
            units.put(
                    ready.unit().id(),
                    RunIdentity.of(
                            tool, targets.discovery() + sctp, ready.targets().probes(), targets.course()));
        }
        return new PlanIdentity(
                tool,
                plan.vantage(),
                plan.consent() + " and " + targets.media() + " media files",
                inputs.captures().stream().map(CaptureInputs.Input::name).toList(),
                inputs.evidenceDigests(),
                units);
    }

    /** In what a later run differs from this one, in words; empty where it does not. */
    public Optional<String> difference(PlanIdentity later) {
        if (!tool.equals(later.tool)) {
            return Optional.of("by netgrade " + tool + ", and this is " + later.tool);
        }
        if (!vantage.equals(later.vantage)) {
            return Optional.of("from the vantage " + vantage);
        }
        if (!captures.equals(later.captures)) {
            return Optional.of("of other captures: " + changed(captures, later.captures));
        }
        if (!evidence.equals(later.evidence)) {
            return Optional.of("of other evidence: " + changed(evidence, later.evidence));
        }
        if (!units.keySet().equals(later.units.keySet())) {
            return Optional.of("of other units with targets: "
                    + changed(List.copyOf(units.keySet()), List.copyOf(later.units.keySet())));
        }
        if (!asked.equals(later.asked)) {
            return Optional.of("with other consent or media files");
        }
        return new TreeMap<>(units)
                .keySet().stream()
                        .flatMap(unit -> difference(unit, later).stream())
                        .findFirst();
    }

    private Optional<String> difference(String unit, PlanIdentity later) {
        RunIdentity before = Objects.requireNonNull(units.get(unit));
        return before.difference(Objects.requireNonNull(later.units.get(unit)))
                .map(how -> "of unit " + unit + " " + how);
    }

    /** The first that only one of both has. */
    private static String changed(List<String> before, List<String> now) {
        List<String> gone = new ArrayList<>(before);
        gone.removeAll(now);
        List<String> fresh = new ArrayList<>(now);
        fresh.removeAll(before);
        if (gone.isEmpty() && fresh.isEmpty()) {
            return "their order";
        }
        return gone.isEmpty()
                ? fresh.get(0).split(" ", 2)[0] + " is new"
                : gone.get(0).split(" ", 2)[0] + " is gone or changed";
    }
}
