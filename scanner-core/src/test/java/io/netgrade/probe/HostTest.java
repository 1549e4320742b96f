// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Attempt.Status;
import io.netgrade.protocol.Exchange;
import io.netgrade.wire.ByteView;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostTest {
    private static final InetAddress HOST = InetAddress.getLoopbackAddress();
    private static final long MILLI = 1_000_000L;

    private final Host host = new Host(0);

    @Test
    void threeRefusalsWhereItWasOpenAreABan() {
        end(Status.REFUSED, 0);
        end(Status.FILTERED, 0);
        assertThat(banned()).isFalse();

        end(Status.REFUSED, 0);
        assertThat(banned()).isTrue();
    }

    @Test
    void anAnswerForgivesWhatWasBefore() {
        end(Status.REFUSED, 0);
        end(Status.REFUSED, 0);
        end(Status.ANSWERED, 20);
        end(Status.REFUSED, 0);

        assertThat(banned()).isFalse();
        assertThat(host.pause(0)).isEqualTo(250 * MILLI);
    }

    @Test
    void eightClosuresWithoutAByteAreABan() {
        for (int i = 0; i < 7; i++) {
            end(i % 2 == 0 ? Status.RESET : Status.CLOSED_EARLY, 0);
        }
        assertThat(banned()).isFalse();

        end(Status.RESET, 0);
        assertThat(banned()).isTrue();
    }

    @Test
    void aClosureAfterAnAnswerIsNoTrouble() {
        for (int i = 0; i < 20; i++) {
            end(Status.CLOSED_EARLY, 7);
        }

        assertThat(banned()).isFalse();
        assertThat(host.pause(0)).isZero();
    }

    @Test
    void leavesAHostAloneForLongerEachTimeUpToTwoSeconds() {
        long[] pauses = new long[6];
        for (int i = 0; i < pauses.length; i++) {
            end(Status.RESET, 0);
            pauses[i] = host.pause(0) / MILLI;
        }

        assertThat(pauses).containsExactly(250, 500, 1_000, 2_000, 2_000, 2_000);
        assertThat(host.pause(2_000 * MILLI)).isZero();
    }

    @Test
    void aClosureInsideTlsThatWasOpenedIsNoTrouble() {
        for (int i = 0; i < 20; i++) {
            ended(true, Status.CLOSED_EARLY, 26, 0);
        }
        assertThat(banned()).isFalse();

        for (int i = 0; i < 8; i++) {
            ended(true, Status.CLOSED_EARLY, 0, 0);
        }
        assertThat(banned()).isTrue();
    }

    private boolean banned() {
        return !host.ban().isEmpty();
    }

    private void end(Status status, long received) {
        ended(false, status, 0, received);
    }

    private void ended(boolean insideTls, Status status, long sent, long received) {
        Endpoint endpoint = new Endpoint(HOST, 22, Transport.TCP);
        Exchange inClear = Exchange.over(Transport.TCP, "ssh.x", new StillThere());
        Exchange exchange = insideTls ? inClear.insideTls() : inClear;
        Errand errand = new Errand(endpoint, exchange, true, true, Duration.ofSeconds(1), 0);
        Attempt attempt = new Attempt(endpoint, "ssh.x", status, "", Instant.EPOCH, 0, sent, received);
        boolean reached = status != Status.REFUSED && status != Status.FILTERED;
        host.ended(errand, new Ended(attempt, reached, false, List.of(), new ByteView()), 0, 0);
    }
}
