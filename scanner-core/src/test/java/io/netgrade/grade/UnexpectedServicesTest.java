// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.check.Seen;
import io.netgrade.check.Verdict.Result;
import io.netgrade.fact.Confidence;
import io.netgrade.fact.Evidence;
import io.netgrade.profile.Applies;
import io.netgrade.profile.Statements;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnexpectedServicesTest {
    private static final Applies UNEXPECTED =
            new Applies(Set.of(), Set.of(), Set.of(), false, false, Set.of(), true, Optional.empty());

    private final Case it = new Case();

    @Test
    void showsWhatTheTypeDoesNotExpect() {
        it.type = "dns-authoritative";
        recognise(1, 53, "dns");
        recognise(1, 23, "telnet");
        recognise(2, 3306, "mysql");
        recognise(2, 443, "tls");
        assertThat(it.grade().unexpected())
                .containsExactly(
                        new UnexpectedService(Seen.endpoint(1, 23), "telnet"),
                        new UnexpectedService(Seen.endpoint(2, 3306), "mysql"));
    }

    @Test
    void aHeuristicAloneShowsNone() {
        it.type = "dns-authoritative";
        it.observations.add(
                Seen.seen(Seen.endpoint(1, 23), Case.STRENGTH.partial(1), Confidence.LIKELY, Evidence.Source.CAPTURE));
        assertThat(it.grade().unexpected()).isEmpty();
        it.server(1, 1);
        assertThat(it.grade().unexpected()).containsExactly(new UnexpectedService(Seen.endpoint(1, 22), "x"));
    }

    @Test
    void showsNothingWhereNothingSaysWhatIsExpected() {
        recognise(1, 23, "telnet");
        assertThat(it.grade().unexpected()).isEmpty();
    }

    @Test
    void whatThePlanDeclaresTakesThePlaceOfTheType() {
        recognise(1, 53, "dns");
        recognise(1, 23, "telnet");
        UnitScope unit = new UnitScope(
                "u",
                "",
                "dns-authoritative",
                "untrusted",
                Optional.empty(),
                any -> true,
                any -> true,
                List.of("telnet"),
                Statements.NONE);
        assertThat(it.judged(List.of(unit)).units().get(0).unexpected())
                .containsExactly(new UnexpectedService(Seen.endpoint(1, 53), "dns"));
    }

    @Test
    void whatAnExpectedServiceCarriesIsExpected() {
        it.type = "web-hall";
        it.observations.add(Seen.recognised(Seen.endpoint(1, 443), "http", "tls"));
        it.observations.add(Seen.recognised(Seen.endpoint(2, 8080), "elasticsearch", "http"));
        assertThat(it.grade().unexpected()).isEmpty();
    }

    @Test
    void aControlOfTheUnexpectedIsAskedOfNothingElse() {
        it.type = "dns-authoritative";
        recognise(1, 53, "dns");
        it.control("A-01", UNEXPECTED, Case.ask("1", 1, false));
        assertThat(it.judged().findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.verdict().detail())
                        .isEqualTo("no unexpected service among the 1 endpoint seen"));
        recognise(1, 23, "telnet");
        assertThat(it.judged().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.endpoint()).contains(Seen.endpoint(1, 23));
            assertThat(finding.verdict().result()).isEqualTo(Result.UNKNOWN);
        });
    }

    @Test
    void itIsAskedOfNoUnitWithoutAType() {
        recognise(1, 23, "telnet");
        it.control("A-01", UNEXPECTED, Case.ask("1", 1, false));
        assertThat(it.judged().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.verdict().result()).isEqualTo(Result.NOT_APPLICABLE);
            assertThat(finding.verdict().detail()).contains("is not known");
        });
    }

    private void recognise(int host, int port, String protocol) {
        it.observations.add(Seen.recognised(Seen.endpoint(host, port), protocol));
    }
}
