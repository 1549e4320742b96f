// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.check.Seen;
import io.netgrade.check.UnknownReason;
import io.netgrade.check.Verdict;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.profile.Ask;
import io.netgrade.profile.Control;
import io.netgrade.profile.Severity;
import io.netgrade.yaml.Text;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The places of a remedy, and the steps that are made of its findings. */
class FixesOfOneRemedyTest {
    private final Case it = new Case().asks("A-01", "1", 10).asks("A-02", "1", 20);
    private final FixesOfOneRemedy fixes = new FixesOfOneRemedy(new Text("mend", "修"));

    @Test
    void hostsAreByAddressAndTheUnitAsAWholeIsFirst() {
        removes(9, 22);
        removes(2, 22);
        fixes.removes(failed(Optional.empty()), failed(Optional.empty()));
        removes(5, 22);
        assertThat(hosts()).containsExactly("unit", "192.0.2.2", "192.0.2.5", "192.0.2.9");
    }

    @Test
    void theUnitAsAWholeIsFirstWhereItWasFirst() {
        fixes.removes(failed(Optional.empty()), failed(Optional.empty()));
        removes(9, 22);
        removes(2, 22);
        assertThat(hosts()).containsExactly("unit", "192.0.2.2", "192.0.2.9");
    }

    @Test
    void theHostWhereItRemovesMostIsFirstOfAll() {
        fixes.removes(failed(Optional.empty()), failed(Optional.empty()));
        removes(2, 22);
        removes(9, 80);
        removes(9, 22);
        assertThat(hosts()).containsExactly("192.0.2.9", "unit", "192.0.2.2");
        assertThat(fix().places().get(0).endpoints()).containsExactly(Seen.endpoint(9, 22), Seen.endpoint(9, 80));
    }

    @Test
    void itIsAsBadAsTheWorstThatItRemoves() {
        assertThat(fix().severity()).isEqualTo(Severity.INFO);
        fixes.removes(failed(Optional.empty()), of(Severity.LOW));
        assertThat(fix().severity()).isEqualTo(Severity.LOW);
        fixes.removes(failed(Optional.empty()), of(Severity.CRITICAL));
        fixes.removes(failed(Optional.empty()), of(Severity.MEDIUM));
        assertThat(fix().severity()).isEqualTo(Severity.CRITICAL);
    }

    @Test
    void aDecisionNamesEachControlAndEndpointOnce() {
        LiftDecision decision =
                new LiftDecision(UnknownReason.PARTLY_SEEN, false, List.of(open(0, 2), open(1, 1), open(0, 1)));
        assertThat(decision.controls()).extracting(Control::id).containsExactly("A-01", "A-02");
        assertThat(decision.endpoints()).containsExactly(Seen.endpoint(1, 22), Seen.endpoint(2, 22));
    }

    @Test
    void stepsAreTheSameWhereFixesAndDecisionsAre() {
        removes(1, 22);
        LiftDecision decision = new LiftDecision(UnknownReason.PARTLY_SEEN, false, List.of(open(0, 1)));
        LiftTo next = new LiftTo(Case.level("2"), true, false, List.of(fix()), List.of(decision));
        assertThat(next.sameSteps(new LiftTo(Case.level("3.1"), false, true, List.of(fix()), List.of(decision))))
                .isTrue();
        assertThat(next.sameSteps(new LiftTo(Case.level("3.1"), false, true, List.of(fix()), List.of())))
                .isFalse();
        assertThat(next.sameSteps(new LiftTo(Case.level("3.1"), false, true, List.of(), List.of(decision))))
                .isFalse();
    }

    private void removes(int host, int port) {
        Finding failed = failed(Optional.of(Seen.endpoint(host, port)));
        fixes.removes(failed, failed);
    }

    private LiftFix fix() {
        return fixes.fix(Case.level("1"));
    }

    private List<String> hosts() {
        return fix().places().stream()
                .map(place -> place.host().map(Endpoint::text).orElse("unit"))
                .toList();
    }

    private Finding failed(Optional<Endpoint> endpoint) {
        Control control = it.controls.get(0);
        return finding(control, control.asks().get(0), endpoint, Verdict.fail("weak", List.of()));
    }

    private Finding of(Severity severity) {
        Ask ask = it.controls.get(0).asks().get(0);
        return finding(
                it.controls.get(0),
                new Ask(ask.level(), severity, false, ask.demands()),
                Optional.empty(),
                Verdict.fail("weak", List.of()));
    }

    private Finding open(int control, int host) {
        return finding(
                it.controls.get(control),
                it.controls.get(control).asks().get(0),
                Optional.of(Seen.endpoint(host, 22)),
                Verdict.unknown(UnknownReason.PARTLY_SEEN, "part", List.of()));
    }

    private static Finding finding(Control control, Ask ask, Optional<Endpoint> endpoint, Verdict verdict) {
        return new Finding(
                "u",
                control,
                Optional.of(ask),
                Optional.of("x.strength"),
                ask.level(),
                endpoint,
                verdict,
                Optional.empty());
    }
}
