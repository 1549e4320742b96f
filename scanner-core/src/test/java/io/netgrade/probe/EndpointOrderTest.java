// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netgrade.endpoint.AddressRange;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.PortSet;
import io.netgrade.endpoint.Transport;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointOrderTest {
    @Test
    void aSeedGivesTheSameOrderAgainAndAnotherSeedAnother() {
        List<ProbeTarget> targets = List.of(target("192.0.2.0/26", "22,80", "161"));

        assertThat(order(targets, 7)).isEqualTo(order(targets, 7)).isNotEqualTo(order(targets, 8));
    }

    @Test
    void noHostIsVisitedMuchMoreThanTheOthersAtAnyTime() {
        List<Endpoint> order = order(List.of(target("192.0.2.0/28", "1-1000", "")), 3);

        long[] visits = new long[16];
        order.subList(0, 1_600).forEach(endpoint -> visits[endpoint.address().getAddress()[3]]++);
        assertThat(LongStream.of(visits).boxed().toList())
                .allSatisfy(count -> assertThat(count).isBetween(60L, 140L));
    }

    @Test
    void whatTwoTargetsNameIsVisitedOnce() {
        List<Endpoint> order =
                order(List.of(target("192.0.2.1", "22,80", "161"), target("192.0.2.0/30", "22", "161")), 1);

        assertThat(order).doesNotHaveDuplicates().hasSize(2 + 1 + 3 + 3);
    }

    @Test
    void overlapsOfManyTargetsAreVisitedOnceWithAllTheirPorts() {
        List<ProbeTarget> targets = List.of(
                target("192.0.2.0-192.0.2.9", "22", ""),
                target("192.0.2.5-192.0.2.15", "22,80", ""),
                target("192.0.2.5", "", "161"),
                target("192.0.2.5", "", "161"),
                target("255.255.255.254-255.255.255.255", "22", ""),
                target("255.255.255.255", "23", ""),
                target("::-::1", "22", ""));
        Set<Endpoint> named = new HashSet<>();
        for (ProbeTarget target : targets) {
            for (InetAddress address : target.addresses()) {
                target.tcp().stream().forEach(port -> named.add(new Endpoint(address, port, Transport.TCP)));
                target.udp().stream().forEach(port -> named.add(new Endpoint(address, port, Transport.UDP)));
            }
        }

        assertThat(order(targets, 5)).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(named);
        assertThat(EndpointOrder.count(targets)).isEqualTo(named.size());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 64, 200})
    void sharesAreDisjointAndTogetherComplete(int shares) {
        List<ProbeTarget> targets = List.of(target("192.0.2.0/27", "22,80", "161"), target("2001:db8::/125", "22", ""));
        List<Endpoint> together = new ArrayList<>();
        for (int number = 1; number <= shares; number++) {
            List<Endpoint> own = order(targets, new Course(9, new Share(number, shares), 0));
            assertThat(own.size()).isBetween(104 / shares, 104 / shares + 1);
            together.addAll(own);
        }

        assertThat(together).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(order(targets, 9));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 17, 31, 32, 33, 1_000})
    void goesOnFromAPlaceWithTheRest(long from) {
        List<ProbeTarget> targets = List.of(target("192.0.2.0/27", "22,80", "161"));
        List<Endpoint> share = order(targets, new Course(9, new Share(2, 3), 0));

        assertThat(order(targets, new Course(9, new Share(2, 3), from)))
                .isEqualTo(share.subList((int) Math.min(from, share.size()), share.size()));
    }

    @Test
    void neighboursInTheOrderLieFarApart() {
        List<Endpoint> order = order(List.of(target("10.0.0.0/16", "22,80", "")), 4);
        int sameNetwork = 0;
        int sameHost = 0;
        for (int i = 1; i < order.size(); i++) {
            byte[] one = order.get(i - 1).address().getAddress();
            byte[] other = order.get(i).address().getAddress();
            sameNetwork += one[2] == other[2] ? 1 : 0;
            sameHost += Arrays.equals(one, other) ? 1 : 0;
        }

        assertThat(sameNetwork).as("of 131,071 pairs, 512 expected").isBetween(400, 624);
        assertThat(sameHost).as("2 expected").isLessThan(10);
    }

    @Test
    void aMillionTargetsOfAHundredPortsAreCountedAndFoundWithoutMakingThem() {
        List<ProbeTarget> targets = new ArrayList<>();
        PortSet ports = PortSet.of("1-100");
        for (int i = 0; i < 1_000_000; i++) {
            InetAddress address = AddressRange.of("10.0.0.0/8").at(2L * i);
            targets.add(new ProbeTarget(AddressRange.of(address), ports, PortSet.NONE));
        }
        EndpointOrder order = new EndpointOrder(targets, new Course(1, Share.WHOLE, 99_999_990));

        assertThat(order.size()).isEqualTo(100_000_000);
        assertThat(order.left()).isEqualTo(10);
        assertThat(Stream.generate(order::next).limit(10))
                .doesNotHaveDuplicates()
                .allMatch(endpoint -> endpoint.address().getAddress()[3] % 2 == 0);
    }

    @Test
    void largeNetworksAreCountedWithoutOverflow() {
        List<ProbeTarget> targets = List.of(target("2001:db8::/82", "1-2", ""), target("0.0.0.0/0", "1-1000", ""));

        assertThat(EndpointOrder.count(targets)).isEqualTo((1L << 47) + 1000 * (1L << 32));
    }

    @Test
    void takesTheEdgesOfATargetIn() {
        assertThat(order(List.of(target("192.0.2.0/31", "22-23", "53")), 1).stream()
                        .map(Endpoint::toString)
                        .toList())
                .containsExactlyInAnyOrder(
                        "192.0.2.0:22/tcp",
                        "192.0.2.1:22/tcp",
                        "192.0.2.0:23/tcp",
                        "192.0.2.1:23/tcp",
                        "192.0.2.0:53/udp",
                        "192.0.2.1:53/udp");
    }

    @Test
    void hasNothingWhereNothingIsNamed() {
        assertThat(order(List.of(), 1)).isEmpty();
        assertThat(order(List.of(target("192.0.2.1", "", "")), 1)).isEmpty();
    }

    @Test
    void refusesMoreThanOneRunVisits() {
        assertThatThrownBy(() -> order(List.of(target("2001:db8::/64", "22", "")), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("18446744073709551616 endpoints");
    }

    private static ProbeTarget target(String addresses, String tcp, String udp) {
        return new ProbeTarget(AddressRange.of(addresses), ports(tcp), ports(udp));
    }

    private static PortSet ports(String text) {
        return text.isEmpty() ? PortSet.NONE : PortSet.of(text);
    }

    private static List<Endpoint> order(List<ProbeTarget> targets, long seed) {
        return order(targets, new Course(seed, Share.WHOLE, 0));
    }

    private static List<Endpoint> order(List<ProbeTarget> targets, Course course) {
        EndpointOrder order = new EndpointOrder(targets, course);
        List<Endpoint> all = new ArrayList<>();
        while (order.hasNext()) {
            all.add(order.next());
        }
        return all;
    }
}
