// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.AddressRange;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.PortSet;
import io.netgrade.endpoint.Scope;
import io.netgrade.endpoint.Target;
import io.netgrade.endpoint.Transport;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ResolverTest {
    private static final InetAddress FIRST = AddressRange.of("198.51.100.1").first();
    private static final InetAddress SECOND = AddressRange.of("2001:db8::1").first();
    private static final PortSet TCP = PortSet.of(22, 80);
    private static final PortSet UDP = PortSet.of(53, 161);

    private final List<String> asked = new ArrayList<>();
    private final Resolver resolver = new Resolver(this::lookup);

    @Test
    void aHostBecomesAllItsAddresses() {
        Resolver.Resolution resolution = resolve("core.example", Scope.NOTHING);

        assertThat(resolution.targets())
                .containsExactly(
                        new ProbeTarget(AddressRange.of(FIRST), TCP, UDP),
                        new ProbeTarget(AddressRange.of(SECOND), TCP, UDP));
        assertThat(asked).containsExactly("core.example");
    }

    @Test
    void onlyAHostThatTheScopeNamesBringsItsAddressesIn() {
        Scope scope =
                new Scope(List.of(), Set.of("core.example"), List.of(), PortSet.ALL, "the test", Optional.empty());
        Endpoint endpoint = new Endpoint(FIRST, 22, Transport.TCP);

        assertThat(resolve("core.example", scope).scope().refusal(endpoint, Instant.EPOCH))
                .isEmpty();
        assertThat(resolve("other.example", scope).scope().refusal(endpoint, Instant.EPOCH))
                .isPresent();
    }

    @Test
    void aNamedPortIsTheOnlyOne() {
        assertThat(resolve("core.example:53", Scope.NOTHING).targets().get(0))
                .isEqualTo(new ProbeTarget(AddressRange.of(FIRST), PortSet.of(53), PortSet.of(53)));
        assertThat(resolve("192.0.2.1:22", Scope.NOTHING).targets())
                .containsExactly(new ProbeTarget(AddressRange.of("192.0.2.1"), PortSet.of(22), PortSet.NONE));
    }

    @Test
    void numbersAreNotLookedUp() {
        assertThat(resolve("192.0.2.0/24", Scope.NOTHING).targets())
                .containsExactly(new ProbeTarget(AddressRange.of("192.0.2.0/24"), TCP, UDP));
        assertThat(asked).isEmpty();
    }

    @Test
    void aNameThatDoesNotResolveIsAProblemAndTheOthersGoOn() {
        Resolver.Resolution resolution =
                resolver.resolve(List.of(Target.of("gone.example"), Target.of("192.0.2.1")), TCP, UDP, Scope.NOTHING);

        assertThat(resolution.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.input()).isEqualTo("gone.example");
            assertThat(problem.message()).contains("gone.example does not resolve");
        });
        assertThat(resolution.targets()).hasSize(1);
    }

    private Resolver.Resolution resolve(String target, Scope scope) {
        return resolver.resolve(List.of(Target.of(target)), TCP, UDP, scope);
    }

    private InetAddress[] lookup(String host) throws UnknownHostException {
        asked.add(host);
        if (host.startsWith("gone")) {
            throw new UnknownHostException(host);
        }
        return new InetAddress[] {FIRST, SECOND};
    }
}
