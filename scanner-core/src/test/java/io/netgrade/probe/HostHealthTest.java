// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Attempt.Status;
import java.net.InetAddress;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HostHealthTest {
    private static final InetAddress HOST = InetAddress.getLoopbackAddress();
    private static final long MILLI = 1_000_000L;

    private final HostHealth health = new HostHealth();

    @Test
    void threeRefusalsWhereItWasOpenAreABan() {
        end(Status.REFUSED, 0);
        end(Status.FILTERED, 0);
        assertThat(health.banned(HOST)).isFalse();

        end(Status.REFUSED, 0);
        assertThat(health.banned(HOST)).isTrue();
    }

    @Test
    void anAnswerForgivesWhatWasBefore() {
        end(Status.REFUSED, 0);
        end(Status.REFUSED, 0);
        end(Status.ANSWERED, 20);
        end(Status.REFUSED, 0);

        assertThat(health.banned(HOST)).isFalse();
        assertThat(health.pause(HOST, 0)).isEqualTo(250 * MILLI);
    }

    @Test
    void eightClosuresWithoutAByteAreABan() {
        for (int i = 0; i < 7; i++) {
            end(i % 2 == 0 ? Status.RESET : Status.CLOSED_EARLY, 0);
        }
        assertThat(health.banned(HOST)).isFalse();

        end(Status.RESET, 0);
        assertThat(health.banned(HOST)).isTrue();
    }

    @Test
    void aClosureAfterAnAnswerIsNoTrouble() {
        for (int i = 0; i < 20; i++) {
            end(Status.CLOSED_EARLY, 7);
        }

        assertThat(health.banned(HOST)).isFalse();
        assertThat(health.pause(HOST, 0)).isZero();
    }

    @Test
    void leavesAHostAloneForLongerEachTimeUpToTwoSeconds() {
        long[] pauses = new long[6];
        for (int i = 0; i < pauses.length; i++) {
            end(Status.RESET, 0);
            pauses[i] = health.pause(HOST, 0) / MILLI;
        }

        assertThat(pauses).containsExactly(250, 500, 1_000, 2_000, 2_000, 2_000);
        assertThat(health.pause(HOST, 2_000 * MILLI)).isZero();
    }

    private void end(Status status, long received) {
        Endpoint endpoint = new Endpoint(HOST, 22, Transport.TCP);
        health.ended(HOST, new Attempt(endpoint, "ssh.x", status, "", Instant.EPOCH, 0, 0, received), 0);
    }
}
