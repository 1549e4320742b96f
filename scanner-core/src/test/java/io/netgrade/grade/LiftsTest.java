// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.check.Seen;
import io.netgrade.profile.Ask;
import io.netgrade.profile.Severity;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The list of steps to a level. */
class LiftsTest {
    private static final Set<String> X = Set.of("x");

    @Test
    void endpointsOfAStepStandOnceInTheirOrderHoweverManyAsksFailThere() {
        Case it = new Case()
                .control("A-01", X, Case.ask("1", 10, false), Case.ask("2", 20, false))
                .server(9, 15)
                .server(2, 5)
                .server(5, 5);
        assertThat(lifts(it))
                .singleElement()
                .satisfies(lift -> assertThat(lift.endpoints())
                        .containsExactly(Seen.endpoint(2, 22), Seen.endpoint(5, 22), Seen.endpoint(9, 22)));
        Case one = new Case()
                .control("A-01", X, Case.ask("1", 10, false), Case.ask("2", 20, false))
                .server(2, 5);
        assertThat(lifts(one))
                .singleElement()
                .satisfies(lift -> assertThat(lift.endpoints()).containsExactly(Seen.endpoint(2, 22)));
    }

    @Test
    void fixesAreFirstAndAmongThemTheWorst() {
        Case it = new Case()
                .control("A-01", X, Case.ask("1", 99, false))
                .control("A-02", X, as(Severity.LOW))
                .control("A-03", X, as(Severity.CRITICAL))
                .control("A-04", X, as(Severity.MEDIUM))
                .saw(1, Case.STRENGTH.complete(5));
        assertThat(lifts(it)).extracting(lift -> lift.control().id()).containsExactly("A-03", "A-01", "A-04", "A-02");
        Case open = new Case()
                .control("A-01", X, as(Severity.CRITICAL))
                .partly("A-02", "1", 20)
                .saw(1, Case.STRENGTH.partial(30))
                .forbids("A-03", "1", io.netgrade.profile.Applies.EVERYWHERE);
        open.observations.add(Seen.recognised(Seen.endpoint(2, 22), "y"));
        assertThat(lifts(open)).extracting(lift -> lift.control().id()).startsWith("A-03", "A-01");
    }

    @Test
    void decisionsThatDecideMostAreFirst() {
        Case it = new Case()
                .partly("A-01", "1", 10)
                .asks("A-02", "1", 10)
                .asks("A-03", "1", 10)
                .saw(1, Case.STRENGTH.partial(30));
        assertThat(it.grade().lifts().get(0).decisions())
                .extracting(decision -> decision.decides().size())
                .containsExactly(2, 1);
    }

    private static Ask as(Severity severity) {
        Ask ask = Case.ask("1", 10, false);
        return new Ask(ask.level(), severity, false, ask.demands());
    }

    private static List<Lift> lifts(Case it) {
        return Lifts.to(Case.level("3.1"), it.judged().findings());
    }
}
