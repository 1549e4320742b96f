// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.AddressRange;
import io.netgrade.endpoint.PortChoice;
import io.netgrade.endpoint.PortSet;
import io.netgrade.endpoint.Scope;
import io.netgrade.endpoint.Target;
import io.netgrade.fact.Attempt;
import io.netgrade.probe.ProbeTarget;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TargetsTest {
    private static final InetAddress FIRST = AddressRange.of("198.51.100.1").first();
    private static final InetAddress SECOND = AddressRange.of("2001:db8::1").first();
    private static final Targets.Ports PORTS = new Targets.Ports(PortSet.of(22, 80), PortSet.of(53, 161));

    private final List<String> asked = new ArrayList<>();

    @Test
    void aHostBecomesAllItsAddressesAndSaysSo() {
        Targets targets = targets(scope(Set.of("core.example")), "core.example");

        assertThat(targets.probes())
                .containsExactly(
                        new ProbeTarget(AddressRange.of(FIRST), PORTS.tcp(), PORTS.udp()),
                        new ProbeTarget(AddressRange.of(SECOND), PORTS.tcp(), PORTS.udp()));
        assertThat(asked).containsExactly("core.example");
        assertThat(targets.lookUps()).extracting(Attempt::detail).containsExactly("core.example", "core.example");
    }

    @Test
    void aHostThatTheScopeDoesNotNameStaysOutside() {
        Targets targets = targets(scope(Set.of("other.example")), "core.example");

        assertThat(targets.probes()).isEmpty();
        assertThat(targets.outside())
                .hasSize(2)
                .allMatch(problem -> problem.message().contains("outside the scope"));
    }

    @Test
    void portsNamedOneByOneAreNoSampleOfAHosts() {
        Scope scope = scope(Set.of(), "192.0.2.0/24");

        assertThat(targets(scope, "192.0.2.1:22", "192.0.2.1:80").chosen())
                .containsOnlyKeys(AddressRange.of("192.0.2.1").first());
        assertThat(targets(scope, "192.0.2.1:22", "192.0.2.0/28").chosen()).isEmpty();
        assertThat(targets(scope, "192.0.2.1:22", "192.0.2.1").chosen()).isEmpty();
    }

    @Test
    void aNamedPortIsTheOnlyOne() {
        Targets targets = targets(scope(Set.of(), "192.0.2.1"), "192.0.2.1:22");

        assertThat(targets.probes())
                .containsExactly(new ProbeTarget(AddressRange.of("192.0.2.1"), PortSet.of(22), PortSet.NONE));
    }

    @Test
    void aPortOfAKnownDatagramProtocolIsAskedBothWays() {
        Targets targets = targets(scope(Set.of(), "192.0.2.1"), "192.0.2.1:53");

        assertThat(targets.probes())
                .containsExactly(new ProbeTarget(AddressRange.of("192.0.2.1"), PortSet.of(53), PortSet.of(53)));
    }

    @Test
    void aPortWithItsTransportIsAskedThatWayOnly() {
        Targets targets = targets(scope(Set.of(), "192.0.2.1"), "192.0.2.1:53/udp", "192.0.2.1:53/tcp");

        assertThat(targets.probes())
                .containsExactly(
                        new ProbeTarget(AddressRange.of("192.0.2.1"), PortSet.NONE, PortSet.of(53)),
                        new ProbeTarget(AddressRange.of("192.0.2.1"), PortSet.of(53), PortSet.NONE));
    }

    @Test
    void aNameIsLookedUpOnceHoweverOftenItIsNamed() {
        Targets targets = targets(
                scope(Set.of("core.example")), "core.example:22", "core.example:80", "gone.example", "gone.example:1");

        assertThat(asked).containsExactly("core.example", "gone.example");
        assertThat(targets.probes()).hasSize(4);
        assertThat(targets.lookUps()).hasSize(2);
        assertThat(targets.unresolved()).hasSize(1);
    }

    @Test
    void ofAHostOnlyTheAddressesThatAreNotDeniedAreTouched() {
        Scope scope = new Scope(
                List.of(), Set.of("core.example"), List.of(AddressRange.of(FIRST)), PortSet.ALL, "", Optional.empty());

        Targets targets = targets(scope, "core.example:22");

        assertThat(targets.probes()).extracting(ProbeTarget::addresses).containsExactly(AddressRange.of(SECOND));
        assertThat(targets.outside())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("the scope denies 198.51.100.1"));
    }

    @Test
    void chosenPortsWithoutATransportAreAskedOverUdpWhereAProtocolLivesThere() {
        Targets.Ports ports = Targets.Ports.of(PortChoice.of("53,80,T:22,U:4000"));

        assertThat(ports.tcp()).isEqualTo(PortSet.of(22, 53, 80));
        assertThat(ports.udp().stream()).contains(53, 4000).doesNotContain(22);
    }

    @Test
    void aNetworkOfWhichTheScopeNamesAPartIsNotOutside() {
        Targets targets = targets(scope(Set.of(), "192.0.2.77"), "192.0.2.0/24", "203.0.113.0/24");

        assertThat(targets.probes())
                .extracting(ProbeTarget::addresses)
                .containsExactly(AddressRange.of("192.0.2.0/24"));
        assertThat(targets.outside())
                .singleElement()
                .satisfies(problem -> assertThat(problem.input()).isEqualTo("203.0.113.0-203.0.113.255"));
        assertThat(asked).isEmpty();
    }

    @Test
    void aNameThatDoesNotResolveIsAProblemAndTheOthersGoOn() {
        Targets targets = targets(scope(Set.of(), "192.0.2.1"), "gone.example", "192.0.2.1");

        assertThat(targets.unresolved())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("gone.example", "no address"));
        assertThat(targets.probes()).hasSize(1);
    }

    private static Scope scope(Set<String> hosts, String... allowed) {
        return new Scope(
                Arrays.stream(allowed).map(AddressRange::of).toList(),
                hosts,
                List.of(),
                PortSet.ALL,
                "the test",
                Optional.empty());
    }

    private Targets targets(Scope scope, String... named) {
        return Targets.of(Arrays.stream(named).map(Target::of).toList(), PORTS, scope, Instant.EPOCH, this::lookUp);
    }

    private InetAddress[] lookUp(String host) throws UnknownHostException {
        asked.add(host);
        if (host.startsWith("gone")) {
            throw new UnknownHostException(host);
        }
        return new InetAddress[] {FIRST, SECOND};
    }
}
