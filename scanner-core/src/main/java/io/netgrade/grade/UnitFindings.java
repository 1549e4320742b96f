// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.check.Check;
import io.netgrade.check.UnknownReason;
import io.netgrade.check.Verdict;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.fact.Observations;
import io.netgrade.profile.Applies;
import io.netgrade.profile.Ask;
import io.netgrade.profile.Control;
import io.netgrade.profile.Level;
import io.netgrade.profile.Profile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks every control of a profile of one unit. Every control leaves at least one finding. */
final class UnitFindings {
    private final UnitScope unit;
    private final SeenEndpoints seen;
    private final Map<String, Check> checks;
    private final Optional<Instant> asOf;
    private final List<Finding> findings = new ArrayList<>();

    UnitFindings(UnitScope unit, SeenEndpoints seen, Map<String, Check> checks, Optional<Instant> asOf) {
        this.unit = unit;
        this.seen = seen;
        this.checks = checks;
        this.asOf = asOf;
    }

    /** In the order of the profile, then of levels, then of endpoints. */
    List<Finding> of(Profile profile) {
        profile.controls().forEach(this::ask);
        return List.copyOf(findings);
    }

    private void ask(Control control) {
        Optional<String> excuse = excuse(control.applies());
        if (excuse.isPresent()) {
            add(control, control.asks().stream().findFirst(), Verdict.notApplicable(excuse.get()));
        } else if (control.manual()) {
            add(control, Optional.empty(), open());
        } else if (seen.none()) {
            control.asks().forEach(ask -> add(control, Optional.of(ask), unseen()));
        } else {
            askEndpoints(control);
        }
    }

    private void askEndpoints(Control control) {
        Applies applies = control.applies();
        List<Map.Entry<Endpoint, Observations>> asked = seen.byEndpoint().entrySet().stream()
                .filter(entry -> applies.at(entry.getValue()))
                .map(entry -> Map.entry(entry.getKey(), applies.among(entry.getValue())))
                .toList();
        if (asked.isEmpty()) {
            add(control, control.asks().stream().findFirst(), Verdict.notApplicable(noService(applies)));
            return;
        }
        for (Ask ask : control.asks()) {
            for (Map.Entry<Endpoint, Observations> entry : asked) {
                add(control, ask, entry.getKey(), ask.judge(checks, entry.getValue(), asOf));
            }
        }
    }

    /** Why it is not asked of this unit at all. */
    private Optional<String> excuse(Applies applies) {
        if (!applies.toType(unit.type())) {
            return Optional.of("asked of units of type " + listed(applies.unitTypes()) + " only; this one is "
                    + (unit.type().isEmpty() ? "of a type that was not said" : unit.type()));
        }
        if (!applies.fromVantage(unit.vantage())) {
            return Optional.of("asked from the vantage " + listed(applies.vantages()) + " only; this look was from "
                    + unit.vantage());
        }
        return Optional.empty();
    }

    private String noService(Applies applies) {
        String service = applies.protocols().isEmpty() ? "service" : listed(applies.protocols()) + " service";
        return "no " + service + (applies.inClear() ? " in clear" : "") + " among the " + seen.count()
                + (seen.count() == 1 ? " endpoint seen" : " endpoints seen");
    }

    private static Verdict open() {
        return Verdict.unknown(
                UnknownReason.NOT_ASKED, "no network observation decides this; it is open until attested", List.of());
    }

    private static Verdict unseen() {
        return Verdict.unknown(UnknownReason.NOT_ASKED, "nothing of this unit was seen", List.of());
    }

    private static String listed(Set<String> words) {
        return words.stream().sorted().collect(Collectors.joining(" or "));
    }

    private void add(Control control, Optional<Ask> ask, Verdict verdict) {
        Level level = ask.map(Ask::level).orElseGet(control::from);
        Optional<String> check = control.checks().stream().findFirst();
        findings.add(new Finding(unit.id(), control, ask, check, level, Optional.empty(), verdict, false));
    }

    private void add(Control control, Ask ask, Endpoint endpoint, Ask.Decision decision) {
        findings.add(new Finding(
                unit.id(),
                control,
                Optional.of(ask),
                Optional.of(decision.check()),
                ask.level(),
                Optional.of(endpoint),
                decision.verdict(),
                false));
    }
}
