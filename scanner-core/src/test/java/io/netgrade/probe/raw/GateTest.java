// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.AddressRange;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.PortSet;
import io.netgrade.endpoint.Scope;
import io.netgrade.endpoint.Transport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    private static Scope scope(Instant end) {
        return new Scope(
                ranges(
                        "10.0.0.0/28",
                        "10.0.0.8-10.0.0.40",
                        "224.0.0.0/30",
                        "2001:db8::/124",
                        "127.0.0.3",
                        "ff02::/120"),
                Set.of(),
                ranges("10.0.0.4", "10.0.0.20-10.0.0.22", "2001:db8::3-2001:db8::5", "127.0.0.2"),
                PortSet.of("1-3,9"),
                "test",
                Optional.of(end));
    }

    @Test
    void itPermitsWhatTheScopePermitsAndNothingElse() {
        for (Scope scope : List.of(scope(NOW.plusSeconds(9)), scope(NOW.minusSeconds(9)), Scope.NOTHING)) {
            Gate gate = new Gate(scope, () -> NOW);
            Random random = new Random(7);
            int permitted = 0;
            Spot spot = new Spot();
            for (int i = 0; i < 20_000; i++) {
                somewhere(spot, random);
                Endpoint endpoint = spot.endpoint(Transport.TCP);
                boolean allowed = scope.refusal(endpoint, NOW).isEmpty();
                assertThat(gate.permits(spot)).as(endpoint.toString()).isEqualTo(allowed);
                permitted += allowed ? 1 : 0;
            }
            assertThat(permitted).isGreaterThan(500);
        }
    }

    @Test
    void aScopeThatEndsMeanwhileShutsIt() throws InterruptedException {
        Instant[] clock = {NOW};
        Gate gate = new Gate(scope(NOW.plusSeconds(9)), () -> clock[0]);
        Spot spot = new Spot();
        spot.set(AddressRange.of("10.0.0.1").first().getAddress(), 1);
        assertThat(gate.permits(spot)).isTrue();

        clock[0] = NOW.plusSeconds(10);
        Thread.sleep(20);

        assertThat(gate.permits(spot)).isFalse();
        assertThat(gate.refusal(spot.endpoint(Transport.TCP)))
                .hasValueSatisfying(why -> assertThat(why).startsWith("the scope ended at"));
    }

    private static void somewhere(Spot spot, Random random) {
        int port = 1 + random.nextInt(10);
        int near = random.nextInt(48);
        switch (random.nextInt(6)) {
            case 0 -> spot.set(false, 0, 0x0A00_0000L + near, port);
            case 1 -> spot.set(false, 0, 0x7F00_0000L + near % 5, port);
            case 2 -> spot.set(true, 0x2001_0db8_0000_0000L, near - 4L, port);
            case 3 -> spot.set(false, 0, 0xE000_0000L + near - 9, port);
            case 4 -> spot.set(true, near % 2 == 0 ? 0 : 0xFF02_0000_0000_0000L, near % 4, port);
            default -> spot.set(false, 0, near == 0 ? 0 : 0xFFFF_FFFFL - near % 2, port);
        }
    }

    private static List<AddressRange> ranges(String... texts) {
        return Stream.of(texts).map(AddressRange::of).toList();
    }
}
