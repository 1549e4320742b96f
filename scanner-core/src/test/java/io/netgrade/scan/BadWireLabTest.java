// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.Attempt.Status;
import io.netgrade.lab.Lab;
import io.netgrade.probe.raw.BadWire.Conditions;
import io.netgrade.scan.WiredServers.Look;
import io.netgrade.testing.SideBySide;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is learnt of real servers over a wire that loses, delays, reorders and doubles packets is what is learnt over a clean
 * one. Several wires are under test at a time, each with servers of its own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadWireLabTest {
    private static final int WIRES = 3;
    private static final Duration MOST = Duration.ofSeconds(90);

    private final List<WiredServers> all = new ArrayList<>();
    private final BlockingQueue<WiredServers> idle = new LinkedBlockingQueue<>();

    private interface Trial {
        void of(WiredServers servers) throws Exception;
    }

    @BeforeAll
    void servers() throws Exception {
        Lab.tree();
        for (int wire = 0; wire < WIRES; wire++) {
            all.add(WiredServers.started());
        }
        idle.addAll(all);
    }

    @AfterAll
    void end() throws IOException {
        for (WiredServers each : all) {
            each.close();
        }
    }

    @SideBySide
    @Test
    void aCleanWireShowsThemAsTheyAre() throws Exception {
        alone(servers -> {
            Look clean = servers.clean();

            assertThat(clean.open()).hasSize(12);
            assertThat(clean.contacts(Status.REFUSED)).hasSize(80);
            assertThat(clean.contacts(Status.FILTERED)).hasSize(10);
            assertThat(clean.facts(true)).anyMatch(fact -> fact.contains("tls.suites-accepted"));
            assertThat(clean.facts(true)).anyMatch(fact -> fact.contains("ssh.key-exchanges-offered"));
            assertThat(clean.facts(false)).anyMatch(fact -> fact.contains("snmp.versions-answered"));
        });
    }

    /** Loss, milliseconds one way and of jitter, share that is doubled. */
    @SideBySide
    @ParameterizedTest
    @CsvSource({"0.01,0,0,0", "0.05,0,0,0", "0,10,0,0", "0,100,0,0", "0,10,20,0", "0,5,5,0.2", "0.02,10,10,0.05"})
    void aBadWireShowsThemTheSame(double loss, int delay, int jitter, double doubled) throws Exception {
        alone(servers -> {
            Look clean = servers.clean();
            Look look = servers.look(new Conditions(loss, delay, jitter, doubled, 10));

            assertThat(look.open()).isEqualTo(clean.open());
            assertThat(look.contacts(Status.REFUSED)).isEqualTo(clean.contacts(Status.REFUSED));
            assertThat(look.contacts(Status.FILTERED)).isEqualTo(clean.contacts(Status.FILTERED));
            assertThat(look.facts(false)).as(look.unanswered()).isEqualTo(clean.facts(false));
            assertThat(look.took()).isLessThan(MOST);
        });
    }

    @SideBySide
    @Test
    void aWireThatLosesOneInFiveHidesNoOpenPortAndMakesNothingUp() throws Exception {
        alone(servers -> {
            Look clean = servers.clean();
            Look look = servers.look(Conditions.CLEAN.losing(0.2));

            assertThat(look.open()).isEqualTo(clean.open());
            assertThat(look.contacts(Status.BANNED)).isEmpty();
            assertThat(look.facts(true)).isNotEmpty();
            assertThat(look.beyond(clean)).as("what is complete is what it is").isEmpty();
            assertThat(look.took()).isLessThan(MOST);
            assertThat(servers.lost()).isPositive();
        });
    }

    /** Servers that nobody else looks at meanwhile. */
    private void alone(Trial trial) throws Exception {
        WiredServers servers = idle.take();
        try {
            trial.of(servers);
        } finally {
            idle.add(servers);
        }
    }
}
