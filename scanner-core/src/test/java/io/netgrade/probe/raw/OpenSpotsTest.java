// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.AddressRange;
import io.netgrade.endpoint.PortSet;
import io.netgrade.endpoint.Transport;
import io.netgrade.probe.ProbeTarget;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenSpotsTest {
    private final OpenSpots spots = new OpenSpots();

    @Test
    void comeSortedByAddressAndPort() throws UnknownHostException {
        for (int last = 200; last > 0; last--) {
            add("223.255.255." + last, 65_535);
        }
        add("2001:db8::ff", 1);
        add("10.0.0.1", 443);
        add("2001:db8::1", 65_535);
        add("10.0.0.1", 80);

        List<String> order = new ArrayList<>();
        spots.forEach(spot -> order.add(spot.endpoint(Transport.TCP).toString()));

        assertThat(order).hasSize(204).startsWith("10.0.0.1:80/tcp", "10.0.0.1:443/tcp", "223.255.255.1:65535/tcp");
        assertThat(order).endsWith("223.255.255.200:65535/tcp", "[2001:db8::1]:65535/tcp", "[2001:db8::ff]:1/tcp");
    }

    @Test
    void areOneTargetForEachAddress() throws UnknownHostException {
        add("10.0.0.2", 22);
        add("2001:db8::1", 22);
        add("10.0.0.1", 443);
        add("10.0.0.1", 80);

        assertThat(spots.targets(Transport.TCP))
                .containsExactly(
                        new ProbeTarget(AddressRange.of("10.0.0.1"), PortSet.of("80,443"), PortSet.NONE),
                        new ProbeTarget(AddressRange.of("10.0.0.2"), PortSet.of("22"), PortSet.NONE),
                        new ProbeTarget(AddressRange.of("2001:db8::1"), PortSet.of("22"), PortSet.NONE));
        assertThat(spots.targets(Transport.SCTP).get(0).sctp()).isEqualTo(PortSet.of("80,443"));
        assertThat(new OpenSpots().targets(Transport.TCP)).isEmpty();
    }

    private void add(String address, int port) throws UnknownHostException {
        Spot spot = new Spot();
        spot.set(InetAddress.getByName(address).getAddress(), port);
        spots.add(spot);
    }
}
