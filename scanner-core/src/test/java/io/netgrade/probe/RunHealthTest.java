// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.AddressRange;
import io.netgrade.fact.Attempt.Status;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class RunHealthTest {
    private final RunHealth health = new RunHealth(6);

    @Test
    void failuresAtThreeHostsThatAnsweredBeforeAreTheNetworks() {
        for (int i = 0; i < 6; i++) {
            assertThat(health.gone()).isEmpty();
            health.ended(host(i % 3), true, false, Status.FILTERED, 40 + i);
        }

        assertThat(health.gone())
                .contains("the network seems gone: 6 connections in a row failed, to 3 hosts that answered before");
        assertThat(health.since()).isEqualTo(40);
    }

    @Test
    void failuresOfOneHostAreItsOwn() {
        for (int i = 0; i < 600; i++) {
            health.ended(host(1), true, false, Status.FILTERED, i);
        }

        assertThat(health.gone()).isEmpty();
    }

    @Test
    void oneAnswerBetweenShowsThatTheNetworkIsThere() {
        for (int i = 0; i < 600; i++) {
            health.ended(host(i % 9), true, i % 5 == 0, i % 5 == 0 ? Status.ANSWERED : Status.FILTERED, i);
        }

        assertThat(health.gone()).isEmpty();
        assertThat(health.since()).isEqualTo(596);
    }

    @Test
    void silenceWhereNothingEverAnsweredSaysNothing() {
        for (int i = 0; i < 10_000; i++) {
            health.ended(host(i % 200), false, false, Status.FILTERED, i);
        }

        assertThat(health.gone()).isEmpty();
    }

    @Test
    void noWayToAnyHostIsNoNetwork() {
        for (int i = 0; i < 60; i++) {
            assertThat(health.gone()).isEmpty();
            health.ended(host(i), false, false, Status.UNREACHABLE, i);
        }

        assertThat(health.gone())
                .contains("the network seems gone: 60 connections in a row found no way to their host");
    }

    private static InetAddress host(int number) {
        return AddressRange.of("192.0.2." + number).first();
    }
}
