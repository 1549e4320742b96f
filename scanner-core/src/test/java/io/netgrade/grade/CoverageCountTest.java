// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.netgrade.check.Seen;
import io.netgrade.check.UnknownReason;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Attempt.Status;
import io.netgrade.fact.AttemptLog;
import io.netgrade.fact.Attempts;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a report says was looked at, and what was not. */
class CoverageCountTest {
    private final Case it = new Case();

    @Test
    void openFindingsAreCountedByReasonWithoutThoseThatWaitForAPerson() {
        it.asks("A-01", "1", 10).manual("M-01", "1");
        it.saw(1, Case.STRENGTH.partial(20)).saw(2, Case.STRENGTH.partial(20));
        it.observations.add(Seen.recognised(Seen.endpoint(3, 22), "x"));
        it.server(4, 20);
        assertThat(it.judged().coverage().unknownByReason())
                .containsOnly(entry(UnknownReason.PARTLY_SEEN, 2L), entry(UnknownReason.NOT_ASKED, 1L));
    }

    @Test
    void capturesThatWereNotReadToTheirEndAreNamed() {
        it.captures.add(Captured.of("whole.pcap", false, ""));
        it.captures.add(Captured.of("cut.pcap", true, ""));
        it.captures.add(Captured.of("odd.pcap", false, "no such block at 24"));
        it.server(1, 1);
        assertThat(it.judged().coverage().unexamined())
                .containsExactly("cut.pcap: ends in the middle of a record", "odd.pcap: no such block at 24");
    }

    @Test
    void twentyAreNamedAndOfMoreOnlyHowMany() {
        it.server(1, 1);
        open(20);
        assertThat(it.judged().coverage().unexamined())
                .hasSize(20)
                .endsWith("192.0.2.20:80/tcp: open, and no service was recognised");
        open(1);
        assertThat(it.judged().coverage().unexamined())
                .as("the last is one that was named already")
                .hasSize(20);
        it.attempts.add(Seen.attempt(Seen.endpoint(21, 80), "connect", Status.ANSWERED));
        assertThat(it.judged().coverage().unexamined()).hasSize(21).endsWith("and 1 more like the last");
    }

    @Test
    void aLookUpOfANameIsNoAttemptOnAService() {
        it.server(1, 1);
        it.attempts.add(Seen.attempt(Seen.endpoint(1, 0), Attempt.RESOLVE, Status.ANSWERED));
        assertThat(it.judged().coverage().endpointsTried()).isOne();
        assertThat(it.judged().coverage().attemptsByStatus()).containsOnly(entry(Status.ANSWERED, 1L));
    }

    /** After so many attempts, what is not answered is kept in histories, and what is, as itself. */
    @Test
    void aHostIsNotSilentWhereOneOfItsPortsAnsweredAmongManyThatDidNot() {
        AttemptLog log = new AttemptLog();
        IntStream.rangeClosed(1, 1_100).forEach(port -> log.add(connect(1, port, Status.REFUSED)));
        log.add(connect(2, 1, Status.FILTERED));
        log.add(connect(2, 2, Status.ANSWERED));
        log.add(connect(3, 1, Status.FILTERED));
        Attempts attempts = log.attempts();
        assertThat(attempts.alikeHost(Seen.endpoint(2, 1).address())).isNotNegative();
        SilentHosts silent = new SilentHosts(attempts, 5);
        assertThat(silent.lines()).containsExactly("192.0.2.3: no answer (1 filtered)");
        assertThat(silent.size()).isOne();
    }

    private void open(int hosts) {
        IntStream.rangeClosed(1, hosts)
                .forEach(host -> it.attempts.add(Seen.attempt(Seen.endpoint(host, 80), "connect", Status.ANSWERED)));
    }

    private static Attempt connect(int host, int port, Status status) {
        return Seen.attempt(Seen.endpoint(host, port), "connect", status);
    }
}
