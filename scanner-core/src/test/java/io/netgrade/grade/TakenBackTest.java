// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.AddressRange;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Attempt.Status;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TakenBackTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void whatWasCalledUnknownLaterIsTakenBack() {
        assertThat(TakenBack.of(List.of(
                        connect(1, Status.REFUSED, 0),
                        connect(1, Status.BANNED, 5),
                        connect(2, Status.FILTERED, 5),
                        connect(2, Status.ANSWERED, 5))))
                .containsExactlyInAnyOrder(endpoint(1), endpoint(2));
    }

    @Test
    void anAnswerAfterItAndASilenceAloneAreNot() {
        assertThat(TakenBack.of(List.of(
                        connect(1, Status.BANNED, 0),
                        connect(1, Status.ANSWERED, 5),
                        connect(2, Status.FILTERED, 0),
                        connect(3, Status.REFUSED, 0))))
                .isEmpty();
    }

    /** An open port that was found between two silences: the later of them counts, in whatever order they are told. */
    @Test
    void ofSeveralSilencesTheLastCounts() {
        Attempt early = connect(1, Status.FILTERED, 0);
        Attempt open = connect(1, Status.ANSWERED, 5);
        Attempt late = connect(1, Status.FILTERED, 9);
        assertThat(TakenBack.of(List.of(early, open, late))).containsExactly(endpoint(1));
        assertThat(TakenBack.of(List.of(late, open, early))).containsExactly(endpoint(1));
    }

    private static Attempt connect(int port, Status status, int seconds) {
        return new Attempt(endpoint(port), "connect", status, "", NOON.plusSeconds(seconds), 0, 0, 0);
    }

    private static Endpoint endpoint(int port) {
        return new Endpoint(AddressRange.of("192.0.2.1").first(), port, Transport.TCP);
    }
}
