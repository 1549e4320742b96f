// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.AddressRange;
import io.netgrade.endpoint.PortSet;
import io.netgrade.endpoint.Scope;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Attempt.Status;
import io.netgrade.probe.raw.BadWire.Conditions;
import io.netgrade.probe.raw.TwoNetworks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over a wire that loses, delays and reorders. */
class ProberWireTest {
    private static final String THERE = "10.77.0.2";

    private final Recorded recorded = new Recorded();
    private final List<AutoCloseable> servers = new ArrayList<>();

    @AfterEach
    void end() throws Exception {
        for (AutoCloseable server : servers) {
            server.close();
        }
    }

    @Test
    void lossDelayAndReorderingLoseNoOpenPort() throws Exception {
        try (TwoNetworks networks =
                TwoNetworks.over(Conditions.CLEAN.delaying(10, 10).losing(0.05))) {
            listen(networks, 7_000, 7_009);
            ProbeReport report = probe(networks, Recorded.QUICK.withPerHost(8), "7000-7099", "");

            assertThat(report.firstContacts())
                    .containsEntry(Status.ANSWERED, 10L)
                    .containsEntry(Status.REFUSED, 90L);
            assertThat(recorded.seen()).filteredOn("abc fake.greeting"::equals).hasSize(10);
            assertThat(report.unknownHosts()).isEmpty();
            assertThat(networks.wire().lost()).isPositive();
        }
    }

    @Test
    void silentPortsOfAHostThatIsNearHoldNobodyUpForLong() throws Exception {
        try (TwoNetworks networks = TwoNetworks.over(Conditions.CLEAN.delaying(10, 0))) {
            networks.commandThere(
                    "nft",
                    "add table inet t; add chain inet t c { type filter hook input priority 0; };"
                            + " add rule inet t c tcp dport 7100-7179 drop");
            listen(networks, 7_000, 7_009);
            ProbeReport report = probe(networks, Recorded.QUICK.withPerHost(8), "7000-7019,7100-7179", "");

            assertThat(report.firstContacts())
                    .containsEntry(Status.ANSWERED, 10L)
                    .containsEntry(Status.REFUSED, 10L)
                    .containsEntry(Status.FILTERED, 80L);
            // Every connection that waits for the kernel's second SYN takes longer than a second.
            assertThat(recorded.attempts().stream()
                            .filter(attempt -> attempt.status() == Status.FILTERED && attempt.millis() < 1_000))
                    .as("asked again before the kernel would")
                    .hasSizeGreaterThan(40);
            assertThat(networks.wire().carried()).isGreaterThan(2 * 80);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.2})
    void questionsInDatagramsAreAskedAgain(double loss) throws Exception {
        try (TwoNetworks networks =
                TwoNetworks.over(Conditions.CLEAN.delaying(5, 0).losing(loss))) {
            for (int port = 7_000; port < 7_040; port++) {
                int answering = port;
                servers.add(networks.there(() -> ProberIcmpTest.answering(THERE, answering)));
            }
            ProbeReport report = probe(networks, Recorded.QUICK.withPerHost(40).withPerNetwork(40), "", "7000-7039");

            // All three of the question or of its answer are lost with 0.1 % and 5 %.
            long answered = report.firstContacts().getOrDefault(Status.ANSWERED, 0L);
            assertThat(answered).isBetween(loss < 0.1 ? 39L : 33L, 40L);
            assertThat(report.firstContacts().keySet()).isSubsetOf(Status.ANSWERED, Status.TIMED_OUT);
            assertThat(recorded.attempts().stream().filter(attempt -> attempt.millis() >= 1_000))
                    .as("asked again")
                    .hasSizeGreaterThan(1);
            assertThat(recorded.attempts()).extracting(Attempt::millis).allMatch(millis -> millis < 8_000);
        }
    }

    private ProbeReport probe(TwoNetworks networks, ProbeLimits limits, String ports, String datagramPorts)
            throws Exception {
        Scope scope = new Scope(
                List.of(AddressRange.of(THERE)), Set.of(), List.of(), PortSet.ALL, "the test", Optional.empty());
        PortSet tcp = ports.isEmpty() ? PortSet.NONE : PortSet.of(ports);
        PortSet udp = datagramPorts.isEmpty() ? PortSet.NONE : PortSet.of(datagramPorts);
        Integer[] usual = PortSet.range(7_000, 7_039).stream().boxed().toArray(Integer[]::new);
        ProbeLimits wide = limits.withPerNetwork(limits.perHost())
                .withTimeouts(
                        ProbeLimits.GENTLE.connectTimeout(),
                        limits.exchangeTimeout().multipliedBy(4),
                        limits.idleTimeout().multipliedBy(4));
        return networks.here(() -> recorded.prober(scope, wide, new FakeProtocol("abc", tcp.isEmpty(), usual))
                .run(List.of(new ProbeTarget(AddressRange.of(THERE), tcp, udp))));
    }

    private void listen(TwoNetworks networks, int first, int last) throws Exception {
        for (int port = first; port <= last; port++) {
            int open = port;
            servers.add(networks.there(() -> LoopbackServer.listening(THERE, open, socket -> {
                LoopbackServer.say(socket, "ABC\n");
                LoopbackServer.readToTheEnd(socket);
            })));
        }
    }
}
