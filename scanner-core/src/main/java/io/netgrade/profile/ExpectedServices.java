// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.fact.Sighting;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The services that a unit is expected to expose, as seen from one vantage: those that its plan declares, or else those of
 * its type; and from inside those by which it is run.
 *
 * @param protocols ids
 */
public record ExpectedServices(Set<String> protocols) {
    /** What carries something that was not seen: that may be anything. */
    private static final Set<String> CARRIERS = Set.of("dtls", "quic", "sctp", "tlcp", "tls");

    public ExpectedServices {
        protocols = Set.copyOf(protocols);
    }

    /**
     * Empty where nothing says what is expected.
     *
     * @param type the id of a unit type; empty where it was not said
     * @param declared what the plan says of the unit; empty where it says nothing
     */
    public static Optional<ExpectedServices> of(String type, Collection<String> declared, String vantage) {
        Collection<String> exposed = declared.isEmpty() ? ofType(type) : declared;
        if (exposed.isEmpty()) {
            return Optional.empty();
        }
        Set<String> all = new HashSet<>(exposed);
        if (!vantage.equals(Vantage.UNTRUSTED)) {
            all.addAll(UnitTypes.administration());
        }
        return Optional.of(new ExpectedServices(all));
    }

    private static List<String> ofType(String type) {
        return type.isEmpty()
                ? List.of()
                : UnitTypes.named(type).map(UnitType::exposes).orElse(List.of());
    }

    /** Whether a service is none of these, nor carried by one; what cannot be seen inside its carrier is not told. */
    public boolean lack(Sighting service) {
        return !CARRIERS.contains(service.protocol())
                && !protocols.contains(service.protocol())
                && service.layers().stream().noneMatch(protocols::contains);
    }
}
