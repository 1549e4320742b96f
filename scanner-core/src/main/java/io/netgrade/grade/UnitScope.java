// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.endpoint.AddressRange;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Target;
import io.netgrade.fact.Observation;
import io.netgrade.profile.ExpectedServices;
import io.netgrade.profile.Level;
import io.netgrade.profile.PlanUnit;
import io.netgrade.profile.Statements;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A network unit (通信网络单元) as judging sees it: which observations are its own, and the level asked of it.
 *
 * @param type a unit type's id, such as {@code dns-recursive}; empty where it was not said
 * @param vantage {@code untrusted}, {@code internal} or {@code management}
 * @param owns whether an observation is of this unit
 * @param tries whether an attempt on the endpoint was made for this unit
 * @param exposes the protocols that it is declared to expose; empty for those of its type
 * @param stated what is stated of it beside what was seen
 */
public record UnitScope(
        String id,
        String title,
        String type,
        String vantage,
        Optional<Level> required,
        Predicate<Observation> owns,
        Predicate<Endpoint> tries,
        List<String> exposes,
        Statements stated) {
    public UnitScope {
        exposes = List.copyOf(exposes);
    }

    /** One of which nothing is declared, and nothing stated beside what was seen. */
    public UnitScope(
            String id,
            String title,
            String type,
            String vantage,
            Optional<Level> required,
            Predicate<Observation> owns,
            Predicate<Endpoint> tries) {
        this(id, title, type, vantage, required, owns, tries, List.of(), Statements.NONE);
    }

    /** What it is expected to expose; empty where nothing says so. */
    Optional<ExpectedServices> expected() {
        return ExpectedServices.of(type, exposes, vantage);
    }

    /** The same unit, of which another level is asked. */
    public UnitScope requiring(Optional<Level> level) {
        return new UnitScope(id, title, type, vantage, level, owns, tries, exposes, stated);
    }

    /**
     * A unit of a plan. Its own are the services at its addresses and targets; where it names neither, all that its
     * captures and evidence hold.
     *
     * @param resolved the addresses that the host names among its targets were found to have
     * @param fromItsInputs whether an observation comes from a capture or evidence file that the unit names
     */
    public static UnitScope of(PlanUnit unit, Collection<InetAddress> resolved, Predicate<Observation> fromItsInputs) {
        List<AddressRange> ranges = new ArrayList<>(unit.addresses());
        for (Target target : unit.targets()) {
            if (target instanceof Target.Addresses addresses) {
                ranges.add(addresses.range());
            }
        }
        Set<InetAddress> hosts = Set.copyOf(resolved);
        Predicate<Endpoint> own = endpoint -> hosts.contains(endpoint.address())
                || ranges.stream().anyMatch(range -> range.contains(endpoint.address()));
        return new UnitScope(
                unit.id(),
                unit.title(),
                unit.type(),
                unit.vantage(),
                unit.required(),
                unit.ownsAllItHolds()
                        ? fromItsInputs
                        : seen -> own.test(seen.service().endpoint()),
                own,
                unit.exposes(),
                unit.stated());
    }
}
