// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.Attempt.Status;
import org.junit.jupiter.api.Test;

class DoubtfulPortsTest {
    private final DoubtfulPorts doubts = new DoubtfulPorts();

    @Test
    void whatWasAddedBeforeAProofIsNoLongerInDoubt() {
        doubts.add(80, Status.REFUSED);
        long proof = doubts.next();
        doubts.add(65_535, Status.FILTERED);
        doubts.dropBefore(proof);

        assertThat(doubts.taken()).containsExactly(new DoubtfulPorts.Doubt(65_535, Status.FILTERED));
        assertThat(doubts.size()).isZero();
    }

    @Test
    void anOldProofChangesNothingAndManyAreKept() {
        for (int port = 1; port <= 1_000; port++) {
            doubts.add(port, Status.FILTERED);
        }
        doubts.dropBefore(600);
        doubts.dropBefore(10);

        assertThat(doubts.size()).isEqualTo(400);
        assertThat(doubts.taken().get(0).port()).isEqualTo(601);
        assertThat(doubts.next()).isEqualTo(1_000);
    }

    @Test
    void whatIsForgottenIsNotTakenAndMovesNoNumber() {
        doubts.add(80, Status.FILTERED);
        doubts.add(81, Status.FILTERED);
        long proof = doubts.next();
        doubts.add(82, Status.FILTERED);
        doubts.add(83, Status.REFUSED);
        doubts.forget(81);
        doubts.forget(82);
        doubts.dropBefore(proof);

        assertThat(doubts.taken()).containsExactly(new DoubtfulPorts.Doubt(83, Status.REFUSED));
    }
}
