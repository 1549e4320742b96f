// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScopeTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Scope SCOPE = new Scope(
            List.of(AddressRange.of("192.0.2.0/24")),
            Set.of("core.example.net"),
            List.of(AddressRange.of("192.0.2.9"), AddressRange.of("127.0.0.9")),
            PortSet.of("22,443"),
            "the operator",
            Optional.of(NOW.plusSeconds(60)));

    @Test
    void allowsWhatItNames() {
        assertThat(SCOPE.refusal(tcp("192.0.2.1", 22), NOW)).isEmpty();
    }

    @Test
    void refusesWhatItDoesNotNameAndSaysSo() {
        assertThat(SCOPE.refusal(tcp("198.51.100.1", 22), NOW)).contains("the scope does not name 198.51.100.1");
        assertThat(SCOPE.refusal(tcp("192.0.2.1", 23), NOW)).contains("the scope does not name port 23");
        assertThat(Scope.NOTHING.refusal(tcp("192.0.2.1", 22), NOW)).contains("the scope does not name 192.0.2.1");
    }

    @Test
    void permitsOfARangeWhatItRefusesNotOneByOne() {
        Scope scope = new Scope(
                List.of(
                        AddressRange.of("192.0.2.2-192.0.2.20"),
                        AddressRange.of("192.0.2.16/29"),
                        AddressRange.of("::/0")),
                Set.of(),
                List.of(
                        AddressRange.of("192.0.2.2"),
                        AddressRange.of("192.0.2.9-192.0.2.11"),
                        AddressRange.of("192.0.2.23"),
                        AddressRange.of("127.0.0.2")),
                PortSet.ALL,
                "",
                Optional.empty());
        for (String asked : List.of("192.0.2.0/27", "127.0.0.0/30", "192.0.2.10", "::-::20", "255.255.255.0/24")) {
            List<AddressRange> permitted = scope.permitted(AddressRange.of(asked));
            for (InetAddress address : AddressRange.of(asked)) {
                assertThat(permitted.stream().anyMatch(range -> range.contains(address)))
                        .as(asked + ": " + address)
                        .isEqualTo(scope.refusal(new Endpoint(address, 22, Transport.TCP))
                                .isEmpty());
            }
        }
        assertThat(scope.permitted(AddressRange.of("192.0.2.0/30"))).containsExactly(AddressRange.of("192.0.2.3"));
        assertThat(Scope.NOTHING.permitted(AddressRange.of("192.0.2.0/24"))).isEmpty();
    }

    @Test
    void denialWins() {
        assertThat(SCOPE.refusal(tcp("192.0.2.9", 22), NOW)).contains("the scope denies 192.0.2.9");
        assertThat(SCOPE.refusal(tcp("127.0.0.9", 22), NOW)).contains("the scope denies 127.0.0.9");
    }

    @Test
    void endsWhenItsTimeIsOver() {
        assertThat(SCOPE.refusal(tcp("192.0.2.1", 22), NOW.plusSeconds(60))).isEmpty();
        assertThat(SCOPE.refusal(tcp("192.0.2.1", 22), NOW.plusSeconds(61)))
                .contains("the scope ended at 2026-11-23T12:01:00Z");
    }

    @Test
    void itsWindowDeniesOutsideItAndNotInside() {
        Scope nightly = new Scope(
                SCOPE.allow(),
                Set.of(),
                SCOPE.deny(),
                PortSet.ALL,
                "",
                Optional.empty(),
                "",
                new OpeningTimes(
                        List.of(OpeningTimesTest.window(EnumSet.allOf(DayOfWeek.class), "22:00", "06:00", "UTC"))));

        assertThat(nightly.refusal(tcp("192.0.2.1", 22), NOW))
                .contains("the scope's window is closed until 2026-11-23T22:00:00Z");
        assertThat(nightly.refusal(tcp("192.0.2.1", 22), Instant.parse("2026-11-23T23:00:00Z")))
                .isEmpty();
        assertThat(nightly.refusal(tcp("192.0.2.9", 22), Instant.parse("2026-11-23T23:00:00Z")))
                .contains("the scope denies 192.0.2.9");
        assertThat(nightly.refusal(tcp("127.0.0.1", 22), NOW)).as("loopback").isEmpty();
        assertThat(nightly.refusal(tcp("192.0.2.1", 22))).as("at some time").isEmpty();
        assertThat(nightly.resolved("a", List.of()).times()).isEqualTo(nightly.times());
    }

    @Test
    void loopbackNeedsNoScope() {
        assertThat(Scope.NOTHING.refusal(tcp("127.0.0.1", 4000), NOW)).isEmpty();
        assertThat(Scope.NOTHING.refusal(tcp("::1", 4000), NOW)).isEmpty();
        assertThat(SCOPE.refusal(tcp("127.0.0.1", 4000), NOW.plusSeconds(3600))).isEmpty();
    }

    @Test
    void neverAllowsAnAddressOfManyHosts() {
        Scope all = new Scope(
                List.of(AddressRange.of("0.0.0.0/0"), AddressRange.of("::/0")),
                Set.of(),
                List.of(),
                PortSet.ALL,
                "the operator",
                Optional.empty());

        assertThat(all.refusal(tcp("198.51.100.1", 22), NOW)).isEmpty();
        for (String many : List.of("0.0.0.0", "::", "255.255.255.255", "224.0.0.1", "ff02::1")) {
            assertThat(all.refusal(tcp(many, 22), NOW)).contains(many + " is not the address of one host");
        }
    }

    @Test
    void aNamedHostAllowsTheAddressesItResolvedTo() {
        InetAddress address = AddressRangeTest.address("198.51.100.1");

        Scope resolved = SCOPE.resolved("core.example.net", List.of(address));
        Scope other = SCOPE.resolved("other.example.net", List.of(address));

        assertThat(resolved.refusal(new Endpoint(address, 22, Transport.TCP), NOW))
                .isEmpty();
        assertThat(other.refusal(new Endpoint(address, 22, Transport.TCP), NOW)).isPresent();
    }

    private static Endpoint tcp(String address, int port) {
        return new Endpoint(AddressRangeTest.address(address), port, Transport.TCP);
    }
}
