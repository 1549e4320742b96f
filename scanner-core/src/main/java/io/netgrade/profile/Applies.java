// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Observation;
import io.netgrade.fact.Observations;
import io.netgrade.fact.Sighting;
import io.netgrade.fact.StatedFacts;
import java.util.List;
import java.util.Set;

/**
 * Where a control applies; an empty set does not restrict.
 *
 * @param protocols ids: the endpoint must speak one of them, or be carried by one (a TLS control applies to HTTPS)
 * @param unitTypes the unit must be of one of these types
 * @param vantages the run must have looked from one of these
 * @param inClear whether it applies only to a service that nothing encrypted carries
 * @param inTls whether it applies only to a service that TLS carries
 * @param facts ids of types: the endpoint must have been seen to state one; for what nobody can ask for in full, so that
 *     a control of it does not stay open wherever there is nothing of the kind
 */
public record Applies(
        Set<String> protocols,
        Set<String> unitTypes,
        Set<String> vantages,
        boolean inClear,
        boolean inTls,
        Set<String> facts) {
    /** No restriction at all. */
    public static final Applies EVERYWHERE = new Applies(Set.of(), Set.of(), Set.of(), false, false, Set.of());

    public Applies {
        protocols = Set.copyOf(protocols);
        unitTypes = Set.copyOf(unitTypes);
        vantages = Set.copyOf(vantages);
        facts = Set.copyOf(facts);
    }

    /** One that asks for no fact. */
    public Applies(Set<String> protocols, Set<String> unitTypes, Set<String> vantages, boolean inClear, boolean inTls) {
        this(protocols, unitTypes, vantages, inClear, inTls, Set.of());
    }

    /** Whether it applies to one service. */
    public boolean to(Sighting service) {
        return (protocols.isEmpty() || speaksOne(service))
                && (!inClear || service.inClear())
                && (!inTls || service.layers().contains("tls"));
    }

    private boolean speaksOne(Sighting service) {
        if (protocols.contains(service.protocol())) {
            return true;
        }
        for (String layer : service.layers()) {
            if (protocols.contains(layer)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether it applies at an endpoint: some service seen there is one that it applies to, and stated one of its facts
     * where it names any.
     */
    public boolean at(Observations seen) {
        for (Observation one : seen.all()) {
            if (to(one.service())
                    && (facts.isEmpty() || facts.contains(one.fact().type()))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a check is put there: one of a protocol that the control is about is not where nobody speaks that protocol.
     *
     * @param check its id, which begins with its protocol
     */
    boolean puts(String check, Observations seen) {
        String protocol = check.substring(0, Math.max(0, check.indexOf('.')));
        if (!protocols.contains(protocol)) {
            return true;
        }
        for (Observation one : seen.all()) {
            Sighting service = one.service();
            if (to(service)
                    && (service.protocol().equals(protocol) || service.layers().contains(protocol))) {
                return true;
            }
        }
        return false;
    }

    public boolean toType(String unitType) {
        return unitTypes.isEmpty() || unitTypes.contains(unitType);
    }

    public boolean fromVantage(String vantage) {
        return vantages.isEmpty() || vantages.contains(vantage);
    }

    /**
     * What its checks may look at there: the facts that any protocol can state (that it is there, its software) only of
     * services that it applies to, so that the banner of a neighbour on the same port is not taken for theirs.
     */
    public Observations among(Observations seen) {
        List<Observation> some = seen.all().stream().filter(this::mayLookAt).toList();
        return some.size() == seen.all().size() ? seen : new Observations(some, seen.attempts());
    }

    /** Whether {@link #among} keeps it. */
    public boolean mayLookAt(Observation seen) {
        return !isCommon(seen) || to(seen.service());
    }

    private static boolean isCommon(Observation seen) {
        return seen.fact().is(CommonFacts.RECOGNISED)
                || seen.fact().is(CommonFacts.SOFTWARE)
                || seen.fact().is(StatedFacts.DECLARED)
                || seen.fact().is(StatedFacts.LIFECYCLE);
    }
}
