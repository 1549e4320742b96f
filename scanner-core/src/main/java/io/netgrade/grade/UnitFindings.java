// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.check.Check;
import io.netgrade.check.DeclaredCheck;
import io.netgrade.check.UnknownReason;
import io.netgrade.check.Verdict;
import io.netgrade.fact.StatedFacts;
import io.netgrade.profile.Applies;
import io.netgrade.profile.Ask;
import io.netgrade.profile.Control;
import io.netgrade.profile.ExpectedServices;
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
    private final SeenKinds kinds;
    private final Map<String, Check> checks;
    private final Optional<Instant> asOf;
    private final Optional<ExpectedServices> expected;

    UnitFindings(UnitScope unit, SeenEndpoints seen, Map<String, Check> checks, Optional<Instant> asOf) {
        this.unit = unit;
        this.seen = seen;
        this.kinds = new SeenKinds(seen.all());
        this.checks = checks;
        this.asOf = asOf;
        this.expected = unit.expected();
    }

    /** In the order of the profile, then of levels, then of endpoints; the controls are asked side by side. */
    List<Finding> of(Profile profile) {
        return profile.controls().parallelStream()
                .map(this::ask)
                .flatMap(List::stream)
                .toList();
    }

    private List<Finding> ask(Control control) {
        List<Finding> findings = new ArrayList<>();
        Applies applies = control.applies().against(expected);
        Optional<String> excuse = excuse(applies);
        if (excuse.isPresent()) {
            findings.add(finding(control, control.asks().stream().findFirst(), Verdict.notApplicable(excuse.get())));
        } else if (control.manual()) {
            findings.add(waiting(control, open()));
        } else if (needsList(control) && unit.stated().services().isEmpty()) {
            findings.add(waiting(control, Verdict.unknown(UnknownReason.NOT_ASKED, DeclaredCheck.NO_LIST, List.of())));
        } else if (seen.none()) {
            control.asks().forEach(ask -> findings.add(finding(control, Optional.of(ask), unseen())));
        } else {
            askEndpoints(control, applies, findings);
        }
        return findings;
    }

    /** Whether it asks of nothing but the plan's list of services. */
    private boolean needsList(Control control) {
        return control.checks().stream()
                .map(checks::get)
                .allMatch(check -> check != null && check.fact().equals(StatedFacts.DECLARED));
    }

    /** For a person. */
    private Finding waiting(Control control, Verdict verdict) {
        return new Finding(
                unit.id(),
                control,
                Optional.empty(),
                Optional.empty(),
                control.from(),
                Optional.empty(),
                verdict,
                Optional.empty());
    }

    private void askEndpoints(Control control, Applies applies, List<Finding> findings) {
        int[] asked = seen.mixes().where(applies);
        if (asked.length == 0) {
            Verdict none = Verdict.notApplicable(noService(applies));
            findings.add(finding(control, control.asks().stream().findFirst(), none));
        } else {
            control.asks().forEach(ask -> askEach(control, applies, ask, asked, findings));
        }
    }

    private void askEach(Control control, Applies applies, Ask ask, int[] asked, List<Finding> findings) {
        Optional<Ask> why = Optional.of(ask);
        AskOfMany asking = new AskOfMany(ask, applies, checks, asOf);
        for (int place : asked) {
            EndpointSeen one = seen.all().get(place);
            AskOfMany.Decided decided = asking.of(one.seen(), kinds.at(place));
            findings.add(new Finding(
                    unit.id(),
                    control,
                    why,
                    decided.check(),
                    ask.level(),
                    Optional.of(one.endpoint()),
                    decided.verdict(),
                    Optional.empty()));
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
        if (applies.lacksExpectation()) {
            return Optional.of(
                    "what this unit is expected to expose is not known, as neither its type nor its plan says");
        }
        return Optional.empty();
    }

    private String noService(Applies applies) {
        String service = applies.protocols().isEmpty() ? "service" : listed(applies.protocols()) + " service";
        return "no " + (applies.unexpected() ? "unexpected " : "") + service + (applies.inClear() ? " in clear" : "")
                + telling(applies) + " among the " + seen.count()
                + (seen.count() == 1 ? " endpoint seen" : " endpoints seen");
    }

    private static String telling(Applies applies) {
        return applies.facts().isEmpty() ? "" : " that tells " + listed(applies.facts());
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

    private Finding finding(Control control, Optional<Ask> ask, Verdict verdict) {
        Level level = ask.map(Ask::level).orElseGet(control::from);
        Optional<String> check = control.checks().stream().findFirst();
        return new Finding(unit.id(), control, ask, check, level, Optional.empty(), verdict, Optional.empty());
    }
}
