// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.AddressRange;
import io.netgrade.endpoint.PortSet;
import io.netgrade.endpoint.Scope;
import io.netgrade.probe.raw.ErrorQueue;
import io.netgrade.probe.raw.TwoNetworks;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What ICMP says of datagrams, in namespaces of the test's own. */
class ProberIcmpTest {
    private final Recorded recorded = new Recorded();

    @ParameterizedTest
    @CsvSource({"10.77.0.2,true", "10.77.0.2,false", "fd77::2,true", "fd77::2,false"})
    void openClosedForbiddenAndSilentDatagramPortsAreToldApart(String address, boolean epoll) throws Exception {
        try (TwoNetworks networks = TwoNetworks.made();
                DatagramSocket server = networks.there(() -> answering(address, 5_000))) {
            String icmp = address.contains(":") ? "icmpv6" : "icmp";
            networks.commandThere(
                    "nft",
                    "add table inet t; add chain inet t c { type filter hook input priority 0; };"
                            + " add rule inet t c udp dport 5002 reject with " + icmp + " type admin-prohibited;"
                            + " add rule inet t c udp dport 5003 drop");

            networks.here(() -> probe(address, epoll));

            assertThat(server.isClosed()).isFalse();
        }
        Map<Integer, String> endings = recorded.attempts().stream()
                .collect(Collectors.toMap(
                        attempt -> attempt.endpoint().port(),
                        attempt -> (attempt.status().id() + " " + attempt.detail()).strip()));
        assertThat(endings)
                .containsEntry(5_000, "answered")
                .containsEntry(5_001, "refused")
                .containsEntry(5_002, "filtered ICMP: administratively prohibited")
                .containsEntry(5_003, "timed-out no answer to what was sent 3 times")
                .hasSize(4);
    }

    /** Behind a router that forbids, has no way, or finds that the packet has gone too far. */
    @Test
    void whatRoutersSayOfConnectionsIsToldWithWhoSaidIt() throws Exception {
        try (TwoNetworks networks = TwoNetworks.made();
                ServerSocket server =
                        networks.there(() -> new ServerSocket(5_000, 5, InetAddress.getByName("10.77.0.3")))) {
            networks.commandThere(
                    "sysctl", "-qw", "net.ipv4.ip_forward=1", "net.ipv4.icmp_ratelimit=0", "net.ipv6.icmp.ratelimit=0");
            networks.commandThere("ip", "route", "add", "10.78.0.0/24", "dev", "lo");
            networks.commandThere("ip", "route", "add", "unreachable", "10.79.0.0/24");
            networks.commandHere("ip", "route", "add", "10.78.0.0/24", "via", "10.77.0.2", "hoplimit", "1");
            networks.commandHere("ip", "route", "add", "10.79.0.0/24", "via", "10.77.0.2");
            networks.commandThere(
                    "nft",
                    "add table inet t; add chain inet t c { type filter hook input priority 0; };"
                            + " add rule inet t c tcp dport 5002 reject with icmpx type admin-prohibited;"
                            + " add rule inet t c ip daddr 10.77.0.3 tcp dport 5003 drop");
            networks.here(() -> connect(PortSet.range(5_000, 5_003), "10.77.0.3", "10.78.0.1", "10.79.0.1", "fd77::2"));
            assertThat(server.isClosed()).isFalse();
        }
        assertThat(told())
                .contains(
                        "10.77.0.3:5001/tcp refused",
                        "10.77.0.3:5002/tcp filtered ICMP: administratively prohibited, says the host itself",
                        "10.77.0.3:5003/tcp filtered",
                        "10.78.0.1:5000/tcp unreachable ICMP: time exceeded on the way, says 10.77.0.2",
                        "10.79.0.1:5000/tcp unreachable ICMP: host or network unreachable, says 10.77.0.2")
                .contains(
                        "[fd77::2]:5000/tcp refused",
                        "[fd77::2]:5002/tcp filtered ICMP: administratively prohibited, says the host itself")
                .noneMatch(line -> line.matches("10.77.0.3:(5000|5001|5003)/tcp.*ICMP.*"));
    }

    private List<String> told() {
        return recorded.attempts().stream()
                .map(attempt -> (attempt.endpoint() + " " + attempt.status().id() + " " + attempt.detail()).strip())
                .toList();
    }

    @Test
    void aFilterOfThisMachineIsSaidSo() throws Exception {
        try (TwoNetworks networks = TwoNetworks.made()) {
            networks.commandHere(
                    "nft",
                    "add table inet t; add chain inet t c { type filter hook output priority 0; };"
                            + " add rule inet t c udp dport 5000-5003 drop");
            networks.here(() -> probe("10.77.0.2", true));
        }
        assertThat(recorded.attempts())
                .hasSize(4)
                .allSatisfy(attempt -> assertThat(attempt.detail()).isEqualTo("this machine's own firewall"));
    }

    /** Ports that a filter calls unreachable are many more than what a socket has room to keep of. */
    @Test
    void aProhibitedPortIsToldAmongManyThatAreCalledUnreachable() throws Exception {
        try (TwoNetworks networks = TwoNetworks.made()) {
            networks.commandThere("sysctl", "-qw", "net.ipv4.icmp_ratelimit=0", "net.ipv4.icmp_msgs_per_sec=100000");
            networks.commandThere(
                    "nft",
                    "add table inet t; add chain inet t c { type filter hook input priority 0; };"
                            + " add rule inet t c tcp dport 1000-2999 reject with icmpx type port-unreachable;"
                            + " add rule inet t c tcp dport 3000-3007 reject with icmpx type admin-prohibited");
            networks.here(() -> connect(PortSet.range(1_000, 3_007), "10.77.0.3"));
        }
        assertThat(told()).hasSize(2_008);
        assertThat(told().stream().filter(line -> line.endsWith(" refused"))).hasSize(2_000);
        assertThat(told().stream()
                        .filter(line ->
                                line.endsWith("filtered ICMP: administratively prohibited, says the host itself")))
                .hasSize(8);
    }

    private ProbeReport connect(PortSet ports, String... addresses) {
        List<AddressRange> ranges =
                Arrays.stream(addresses).map(AddressRange::of).toList();
        Scope scope = new Scope(ranges, Set.of(), List.of(), PortSet.ALL, "test", Optional.empty());
        return new Prober(
                        List.of(new FakeProtocol("abc", true, 5_001)),
                        scope,
                        Recorded.QUICK
                                .withPerHost(4)
                                .withTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(8), Duration.ofSeconds(1)),
                        InstantSource.system(),
                        recorded.observations()::add,
                        recorded.attempts()::add)
                .hearing(new ErrorQueue())
                .run(ranges.stream()
                        .map(range -> new ProbeTarget(range, ports, PortSet.NONE))
                        .toList());
    }

    private ProbeReport probe(String address, boolean epoll) {
        Scope scope = new Scope(
                List.of(AddressRange.of(address)), Set.of(), List.of(), PortSet.ALL, "test", Optional.empty());
        ProbeLimits limits = Recorded.QUICK
                .withPerHost(4)
                .withTimeouts(Duration.ofSeconds(1), Duration.ofSeconds(8), Duration.ofSeconds(1));
        return new Prober(
                        List.of(new FakeProtocol("abc", true, 5_000)),
                        scope,
                        limits,
                        InstantSource.system(),
                        recorded.observations()::add,
                        recorded.attempts()::add,
                        epoll)
                .run(List.of(new ProbeTarget(AddressRange.of(address), PortSet.NONE, PortSet.range(5_000, 5_003))));
    }

    /** A server that answers each datagram. */
    static DatagramSocket answering(String address, int port) throws Exception {
        DatagramSocket socket = new DatagramSocket(port, InetAddress.getByName(address));
        Thread thread = new Thread(() -> {
            try {
                while (true) {
                    DatagramPacket packet = new DatagramPacket(new byte[100], 100);
                    socket.receive(packet);
                    socket.send(new DatagramPacket(FakeProtocol.ascii("ABC\n"), 4, packet.getSocketAddress()));
                }
            } catch (java.io.IOException e) {
                socket.close();
            }
        });
        thread.setDaemon(true);
        thread.start();
        return socket;
    }
}
