// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.check.Seen;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Attempt.Status;
import io.netgrade.fact.AttemptLog;
import io.netgrade.fact.Attempts;
import io.netgrade.fact.SomeAttempts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept in little room is judged as what is kept one by one. */
class AttemptsJudgedTest {
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15})
    void coverageDoubtsAndGradesAreThoseOfAList(long seed) {
        List<Attempt> list = new SomeAttempts(seed).many(6_000);

        sameJudgement(seen(list), list);
    }

    /** Hosts that turn us away: ports that seemed closed are banned afterwards, and their hosts' other ports are too. */
    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void whatIsTakenBackIsTakenBack(long seed) {
        List<Attempt> list = new ArrayList<>(new SomeAttempts(seed).many(4_000));
        IntStream.range(0, 6_000).forEach(i -> list.add(connect(100 + i % 50, 1 + i / 50, i < 3_000, list.size())));
        IntStream.range(0, 2_000).forEach(i -> list.add(banned(100 + i % 50, 1 + i / 50, list.size())));

        sameJudgement(new Case().asks("X-01", "2", 8), list);
    }

    @Test
    void hostsWithoutAnAnswerAreNamedByTheirAddresses() {
        List<Attempt> list = new ArrayList<>();
        for (int i = 0; i < 9_000; i++) {
            list.add(connect(1 + i % 300, 1 + i / 300, i % 300 < 250, list.size()));
        }

        List<String> unexamined =
                judged(new Case(), kept(list)).coverage().unexamined().subList(2, 23);

        assertThat(unexamined.get(0)).isEqualTo("192.0.2.1: no answer (30 filtered)");
        assertThat(unexamined.get(20)).isEqualTo("and 230 more like the last");
        sameJudgement(new Case(), list);
    }

    private static void sameJudgement(Case judged, List<Attempt> list) {
        Attempts kept = kept(list);
        assertThat(kept.own().size()).as("most of it is kept in histories").isLessThan(2 * list.size() / 3);

        Assessment one = judged(judged, Attempts.of(list));
        Assessment other = judged(judged, kept);

        assertThat(other.coverage()).isEqualTo(one.coverage());
        assertThat(other.units()).isEqualTo(one.units());
        assertThat(other.findings()).isEqualTo(one.findings());
    }

    /** A fact at every tenth endpoint, of some only that there is a service: why its strength is not known, attempts tell. */
    private static Case seen(List<Attempt> list) {
        Case seen = new Case().asks("X-01", "2", 8);
        for (int i = 0; i < list.size(); i += 10) {
            Endpoint endpoint = list.get(i).endpoint();
            seen.observations.add(
                    i % 30 == 0
                            ? Seen.seen(
                                    endpoint,
                                    Case.STRENGTH.complete(i % 16),
                                    io.netgrade.fact.Confidence.CONFIRMED,
                                    io.netgrade.fact.Evidence.Source.PROBE)
                            : Seen.recognised(endpoint, "x"));
        }
        return seen;
    }

    private static Assessment judged(Case judged, Attempts attempts) {
        Predicate<Endpoint> some = endpoint -> endpoint.port() % 2 == 0;
        return judged.judged(List.of(unit("all", any -> true), unit("some", some)), attempts);
    }

    private static UnitScope unit(String id, Predicate<Endpoint> tries) {
        return new UnitScope(
                id,
                id,
                "",
                "untrusted",
                Optional.empty(),
                seen -> tries.test(seen.service().endpoint()),
                tries);
    }

    private static Attempts kept(List<Attempt> list) {
        AttemptLog log = new AttemptLog();
        list.forEach(log::add);
        return log.attempts();
    }

    private static Attempt connect(int host, int port, boolean silent, int moment) {
        return new Attempt(
                Seen.endpoint(host, port),
                "connect",
                silent ? Status.FILTERED : Status.REFUSED,
                "",
                SomeAttempts.BEGIN.plusSeconds(1 + moment),
                0,
                0,
                0);
    }

    private static Attempt banned(int host, int port, int moment) {
        return new Attempt(
                Seen.endpoint(host, port),
                "connect",
                Status.BANNED,
                "the host turns us away",
                SomeAttempts.BEGIN.plusSeconds(1 + moment),
                0,
                0,
                0);
    }
}
