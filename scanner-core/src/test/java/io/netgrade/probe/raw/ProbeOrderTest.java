// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.AddressRange;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.PortSet;
import io.netgrade.endpoint.Transport;
import io.netgrade.probe.Course;
import io.netgrade.probe.ProbeTarget;
import io.netgrade.probe.Share;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProbeOrderTest {
    private static final List<ProbeTarget> TARGETS = List.of(
            target("10.0.0.250-10.0.1.5", "1-30,100"),
            target("10.0.1.3-10.0.1.9", "20-40"),
            target("192.0.2.7", "65535"),
            target("2001:db8::ffff:ffff:ffff:fffe-2001:db8:0:1::2", "7,9"),
            target("ffff:ffff:ffff:ffff:ffff:ffff:ffff:fff0-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "1"));

    @Test
    void everyEndpointHasOnePlaceAndEveryPlaceIsFoundAgain() {
        ProbeOrder order = new ProbeOrder(TARGETS, new Course(5, Share.WHOLE, 0));
        Set<Endpoint> visited = new HashSet<>();
        Spot spot = new Spot();
        for (long place = 0; place < order.size(); place++) {
            order.locate(place, spot);
            assertThat(order.place(spot)).isEqualTo(place);
            visited.add(spot.endpoint(Transport.TCP));
        }
        Set<Endpoint> named = new HashSet<>();
        for (ProbeTarget target : TARGETS) {
            target.addresses()
                    .forEach(address -> target.tcp().stream()
                            .forEach(port -> named.add(new Endpoint(address, port, Transport.TCP))));
        }
        assertThat(visited).isEqualTo(named).hasSize((int) order.size());
    }

    @Test
    void sharesHaveNothingInCommonAndTogetherEverything() {
        long sum = 0;
        Set<Endpoint> visited = new HashSet<>();
        Spot spot = new Spot();
        for (int number = 1; number <= 3; number++) {
            ProbeOrder order = new ProbeOrder(TARGETS, new Course(5, new Share(number, 3), 0));
            ProbeOrder other = new ProbeOrder(TARGETS, new Course(5, new Share(number % 3 + 1, 3), 0));
            for (long place = 0; place < order.size(); place++) {
                order.locate(place, spot);
                visited.add(spot.endpoint(Transport.TCP));
                assertThat(order.place(spot)).isEqualTo(place);
                assertThat(other.place(spot)).isEqualTo(-1);
            }
            sum += order.size();
        }
        assertThat(visited).hasSize((int) sum);
        assertThat(sum).isEqualTo(new ProbeOrder(TARGETS, Course.WHOLE).size());
    }

    @Test
    void whatNoTargetNamesHasNoPlace() {
        ProbeOrder order = new ProbeOrder(TARGETS, Course.WHOLE);
        for (String text : List.of(
                "10.0.0.249 1",
                "10.0.1.10 20",
                "10.0.1.2 31",
                "192.0.2.7 65534",
                "192.0.2.8 65535",
                "0.0.0.0 1",
                "2001:db8::ffff:ffff:ffff:fffd 7",
                "2001:db8:0:1::3 7",
                "::1 1",
                "255.255.255.255 1",
                "::a00:0 1",
                "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffef 1")) {
            Spot spot = new Spot();
            String[] words = text.split(" ", -1);
            spot.set(AddressRange.of(words[0]).first().getAddress(), Integer.parseInt(words[1]));
            assertThat(order.place(spot)).as(text).isEqualTo(-1);
        }
    }

    private static ProbeTarget target(String addresses, String ports) {
        return new ProbeTarget(AddressRange.of(addresses), PortSet.of(ports), PortSet.NONE);
    }
}
