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

class EarlySilenceTest {
    private final Losses losses = new Losses();
    private final EarlySilence silences = new EarlySilence(losses);

    @Test
    void whatStayedSilentIsContactedAgainOnceMoreIsLostThanWasThought() {
        assertThat(hold(80, 2)).isTrue();
        assertThat(hold(81, 6)).isTrue();
        assertThat(silences.again()).isEmpty();

        losses.answered(1, 20);

        assertThat(losses.tries(false)).isEqualTo(4);
        assertThat(silences.again()).containsExactly(turn(80, 2));
        assertThat(silences.again()).isEmpty();
        assertThat(silences.all()).extracting(EarlySilence.Silent::turn).containsExactly(turn(81, 6));
    }

    @Test
    void itIsBelievedOnceItIsKnownHowMuchIsLost() {
        hold(80, 2);
        assertThat(silences.believed()).isEmpty();
        for (int i = 0; i < 1_000; i++) {
            losses.answered(0, 20);
        }

        assertThat(silences.again()).isEmpty();
        assertThat(silences.believed()).extracting(EarlySilence.Silent::turn).containsExactly(turn(80, 2));
        assertThat(hold(81, 2)).as("known by now").isFalse();
    }

    @Test
    void noMoreAreHeldThanMemoryIsSetAsideFor() {
        for (int port = 1; port <= 4_096; port++) {
            assertThat(hold(port, 2)).isTrue();
        }
        assertThat(hold(4_097, 2)).isFalse();
        assertThat(silences.all()).hasSize(4_096);
        assertThat(hold(4_097, 2)).isTrue();
    }

    private boolean hold(int port, int syns) {
        Turn turn = turn(port, syns);
        return silences.holds(
                turn,
                Ended.unreached(
                        new Attempt(turn.endpoint(), "connect", Status.FILTERED, "", Instant.EPOCH, 3_000, 0, 0)));
    }

    private static Turn turn(int port, int syns) {
        return Turn.first(new Endpoint(InetAddress.getLoopbackAddress(), port, Transport.TCP), port)
                .again(syns);
    }
}
