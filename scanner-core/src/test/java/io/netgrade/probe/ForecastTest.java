// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.AddressRange;
import io.netgrade.endpoint.PortSet;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForecastTest {
    private static final ProbeLimits TEN_A_SECOND = ProbeLimits.GENTLE.withConnectionsPerSecond(10);

    @Test
    void countsEachEndpointOnceAndTheTimeOfAll() {
        List<ProbeTarget> targets = List.of(
                new ProbeTarget(AddressRange.of("192.0.2.0/30"), PortSet.of(22, 80), PortSet.NONE),
                new ProbeTarget(AddressRange.of("192.0.2.1"), PortSet.of(22, 443), PortSet.NONE));

        Forecast forecast = Forecast.of(targets, List.of(), TEN_A_SECOND, Course.WHOLE);

        assertThat(forecast.connections()).isEqualTo(9);
        assertThat(forecast.visits()).isEqualTo(9);
        assertThat(forecast.least()).isEqualTo(Duration.ofMillis(900));
    }

    @Test
    void whatNoProtocolAsksOverUdpIsSentNothing() {
        List<ProbeTarget> targets =
                List.of(new ProbeTarget(AddressRange.of("192.0.2.0/31"), PortSet.NONE, PortSet.of(53, 9100)));

        Forecast forecast = Forecast.of(targets, List.of(), TEN_A_SECOND, Course.WHOLE);

        assertThat(forecast.datagrams()).isZero();
        assertThat(forecast.datagramEndpoints()).isZero();
        assertThat(forecast.unasked()).isEqualTo(4);
        assertThat(forecast.least()).isZero();
    }

    @Test
    void aShareAndWhatIsDoneTakeTheirPartOfTheTime() {
        List<ProbeTarget> targets =
                List.of(new ProbeTarget(AddressRange.of("192.0.2.0/24"), PortSet.range(1, 1_000), PortSet.NONE));

        assertThat(Forecast.of(targets, List.of(), TEN_A_SECOND, new Course(0, new Share(1, 4), 0))
                        .least())
                .isEqualTo(Duration.ofSeconds(6_400));
        assertThat(Forecast.of(targets, List.of(), TEN_A_SECOND, new Course(0, new Share(1, 4), 32_000))
                        .least())
                .isEqualTo(Duration.ofSeconds(3_200));
    }
}
