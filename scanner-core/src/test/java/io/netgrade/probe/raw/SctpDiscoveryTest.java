// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.AddressRange;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.PortSet;
import io.netgrade.endpoint.Scope;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Attempt;
import io.netgrade.probe.Course;
import io.netgrade.probe.ProbeLimits;
import io.netgrade.probe.ProbeTarget;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SctpDiscoveryTest {
    private final List<Attempt> attempts = new ArrayList<>();

    @Test
    void openClosedAndSilentPortsAreToldApartAndWhatIsOpenIsAborted() throws Exception {
        try (TwoNetworks networks = TwoNetworks.made();
                SctpResponder responder = networks.there(() -> new SctpResponder(Set.of(2905, 3868), Set.of(36412)))) {
            List<String> heard;
            Stretch found;
            try (WireTap tap = networks.there(() -> new WireTap(TwoNetworks.THERE_WIRE))) {
                found = networks.here(() -> discover("10.77.0.2", "2904,2905,3868,36412"));
                heard = tap.heard();
            }
            assertThat(found.open())
                    .singleElement()
                    .satisfies(host -> assertThat(host.sctp()).isEqualTo(PortSet.of(2905, 3868)));
            assertThat(responder.aborted()).contains(2905, 3868).doesNotContain(2904, 36412);
            assertThat(heard).noneMatch(line -> line.startsWith("OTHER"));
        }
        assertThat(attempts)
                .extracting(
                        attempt -> attempt.endpoint() + " " + attempt.status().id())
                .containsExactlyInAnyOrder("10.77.0.2:2904/sctp refused", "10.77.0.2:36412/sctp filtered");
    }

    @Test
    void aHostWithoutSctpSaysSo() throws Exception {
        try (TwoNetworks networks = TwoNetworks.made()) {
            Stretch found = networks.here(() -> discover("10.77.0.2", "2905"));
            assertThat(found.open()).isEmpty();
        }
        assertThat(attempts).singleElement().satisfies(attempt -> {
            assertThat(attempt.endpoint())
                    .isEqualTo(new Endpoint(AddressRange.of("10.77.0.2").first(), 2905, Transport.SCTP));
            assertThat(attempt.detail()).isEqualTo("ICMP: protocol unreachable");
        });
    }

    /** RFC 9260 appendix A is that of RFC 3720 appendix B.4; "123456789" is its usual check. */
    @Test
    void theChecksumIsCrc32cLowestByteFirst() {
        ByteBuffer bytes = ByteBuffer.wrap("123456789".getBytes(StandardCharsets.US_ASCII));
        assertThat(InitProbe.checksum(bytes, 0, 9)).isEqualTo(Integer.reverseBytes(0xE306_9283));
    }

    private Stretch discover(String addresses, String ports) throws Exception {
        Scope scope = new Scope(
                List.of(AddressRange.of(addresses)), Set.of(), List.of(), PortSet.ALL, "test", Optional.empty());
        List<ProbeTarget> targets = List.of(new ProbeTarget(AddressRange.of(addresses), PortSet.of(22), PortSet.NONE));
        ProbeLimits limits = ProbeLimits.GENTLE.withConnectionsPerSecond(1_000);
        try (RawDiscovery discovery =
                RawDiscovery.sctp(targets, PortSet.of(ports), Course.WHOLE, scope, limits, InstantSource.system())) {
            return discovery.discover(0, attempts::add);
        }
    }
}
