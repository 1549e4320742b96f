// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netgrade.endpoint.AddressRange;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.PortSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointOrderTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 15, 16, 17, 1_000, 65_536, 100_003})
    void aShuffleVisitsEachNumberExactlyOnce(long size) {
        Shuffle shuffle = new Shuffle(size, 42);
        Set<Long> visited = new HashSet<>();
        for (long place = 0; place < size; place++) {
            long number = shuffle.at(place);
            assertThat(number).isBetween(0L, size - 1);
            visited.add(number);
        }

        assertThat(visited).hasSize((int) size);
    }

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
        EndpointOrder order = new EndpointOrder(targets, seed);
        List<Endpoint> all = new ArrayList<>();
        while (order.hasNext()) {
            all.add(order.next());
        }
        return all;
    }
}
