// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.AddressRange;
import io.netgrade.endpoint.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Beside what the kernel says when it is asked for each address by itself. */
class RoutesTest {
    private final AtomicLong time = new AtomicLong();
    private TwoNetworks networks;

    @BeforeEach
    void networks() throws Exception {
        networks = TwoNetworks.made();
    }

    @AfterEach
    void end() throws Exception {
        networks.close();
    }

    @Test
    void everyAddressGoesTheWayThatTheKernelSaysForItAlone() throws Exception {
        networks.commandHere("ip", "address", "add", "10.77.0.9/24", "dev", TwoNetworks.HERE_WIRE);
        for (String route : List.of(
                "10.64.0.0/12 via 10.77.0.2",
                "10.65.0.0/16 via 10.77.0.3",
                "10.65.7.0/24 via 10.77.0.4 src 10.77.0.9",
                "10.65.7.77/32 via 10.77.0.5",
                "10.66.0.0/24 dev wire0",
                "unreachable 10.66.1.0/24",
                "blackhole 10.66.2.0/24",
                "local 10.67.0.0/24 dev lo",
                "10.68.0.0/24 nexthop via 10.77.0.2 nexthop via 10.77.0.3",
                "10.69.0.0/24 via inet6 fd77::2",
                "default via 10.77.0.3 table 100",
                "224.0.0.0/4 dev wire0")) {
            add(route);
        }
        networks.commandHere("ip", "rule", "add", "to", "10.70.0.128/25", "lookup", "100");
        networks.commandHere("ip", "rule", "add", "from", "10.77.0.1", "to", "10.71.0.0/16", "lookup", "100");

        List<String> addresses = new ArrayList<>(
                List.of("10.77.0.1", "10.77.0.2", "10.77.0.3", "10.77.0.9", "10.77.0.255", "127.0.0.1", "127.9.9.9"));
        addresses.addAll(List.of("192.0.2.1", "0.0.0.0", "0.0.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255"));
        addresses.addAll(List.of("::1", "fd77::1", "fd77::2", "fd77::99", "2001:db8::1"));
        Random random = new Random(7);
        for (String start : List.of("64.0", "65.0", "65.7", "66.0", "66.1", "66.2", "67.0", "68.0", "69.0", "70.0")) {
            for (int i = 0; i < 12; i++) {
                addresses.add("10." + start + "." + (i == 0 ? 77 : random.nextInt(256)));
            }
        }
        List<String> together = networks.here(() -> ways(addresses));
        List<String> apart = networks.here(() -> {
            List<String> each = new ArrayList<>();
            for (String address : addresses) {
                each.addAll(ways(List.of(address)));
            }
            return each;
        });

        assertThat(together).isEqualTo(apart);
        assertThat(together)
                .contains(
                        "10.65.7.77 by wire0 from 10.77.0.1 to 10.77.0.5",
                        "10.77.0.3 by wire0 from 10.77.0.1 to 10.77.0.3",
                        "10.67.0.77 by lo from 10.67.0.77",
                        "10.66.1.77 by no way",
                        "10.66.2.77 by no way",
                        "192.0.2.1 by no way",
                        "10.69.0.77 by wire0 from 10.77.0.1 to fd77::2",
                        "fd77::99 by wire0 from fd77::1 to fd77::99");
        // A way for each half of the rule's network, and both routers of the route with two.
        assertThat(together).filteredOn(way -> way.startsWith("10.70.0.")).anyMatch(way -> way.endsWith("10.77.0.2"));
        assertThat(together).filteredOn(way -> way.startsWith("10.70.0.")).anyMatch(way -> way.endsWith("10.77.0.3"));
        assertThat(together).filteredOn(way -> way.startsWith("10.68.0.")).anyMatch(way -> way.endsWith("10.77.0.2"));
        assertThat(together).filteredOn(way -> way.startsWith("10.68.0.")).anyMatch(way -> way.endsWith("10.77.0.3"));
    }

    @Test
    void theKernelIsAskedOnceForAllThatGoTheSameWayAndAgainAfterAWhile() throws Exception {
        add("10.64.0.0/16 via 10.77.0.2");
        networks.here(() -> {
            try (Routes routes = new Routes(time::get)) {
                assertThat(way(routes, "10.64.0.1")).endsWith("10.77.0.2");
                add("10.64.1.0/24 via 10.77.0.3");
                assertThat(way(routes, "10.64.1.1")).endsWith("10.77.0.2");
                assertThat(way(routes, "192.0.2.1")).endsWith("no way");
                add("192.0.2.0/24 via 10.77.0.3");
                assertThat(way(routes, "192.0.2.2")).endsWith("no way");

                time.addAndGet(TimeUnit.SECONDS.toNanos(11));
                assertThat(way(routes, "10.64.0.2")).endsWith("10.77.0.2");
                assertThat(way(routes, "10.64.1.1")).endsWith("10.77.0.3");
                assertThat(way(routes, "192.0.2.1")).endsWith("10.77.0.3");
            }
            return true;
        });
    }

    @Test
    void aTableTooLargeToReadIsAskedForEachAddress() throws Exception {
        List<String> commands = new ArrayList<>();
        for (int i = 0; i < 66_000; i++) {
            commands.add(
                    "route add 10." + (128 + i / 65_536) + "." + i / 256 % 256 + "." + i % 256 + "/32 via 10.77.0.2");
        }
        networks.batchHere(commands);
        networks.here(() -> {
            assertThat(RouteClasses.now().size()).isZero();
            assertThat(ways(List.of("10.128.0.1", "10.127.0.1")))
                    .containsExactly("10.128.0.1 by wire0 from 10.77.0.1 to 10.77.0.2", "10.127.0.1 by no way");
            return true;
        });
    }

    private void add(String route) throws Exception {
        List<String> words = new ArrayList<>(List.of("ip", "route", "add"));
        words.addAll(List.of(route.split(" ", -1)));
        networks.commandHere(words.toArray(String[]::new));
    }

    private List<String> ways(List<String> addresses) throws RawSocketException {
        try (Routes routes = new Routes(time::get)) {
            List<String> ways = new ArrayList<>();
            for (String address : addresses) {
                ways.add(way(routes, address));
            }
            return ways;
        }
    }

    private static String way(Routes routes, String address) throws RawSocketException {
        Spot to = new Spot();
        to.set(AddressRange.of(address).first().getAddress(), 1);
        Hop hop = routes.to(to);
        if (hop == Hop.NONE) {
            return address + " by no way";
        }
        String next = hop.next().length == 0 ? "" : " to " + text(hop.next());
        Spot from = new Spot();
        from.set(to.ipv6, hop.sourceHigh(), hop.sourceLow(), 0);
        return address + " by " + hop.out().name() + " from " + text(from.address()) + next;
    }

    private static String text(byte... address) {
        try {
            return Endpoint.text(java.net.InetAddress.getByAddress(address));
        } catch (java.net.UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
