// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.check.UnknownReason;
import io.netgrade.check.Verdict;
import io.netgrade.check.Verdict.Result;
import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Observation;
import io.netgrade.fact.Observations;
import io.netgrade.fact.Sighting;
import io.netgrade.fact.StatedFacts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where a control applies; an empty set does not restrict.
 *
 * @param protocols ids: the endpoint must speak one of them, or be carried by one (a TLS control applies to HTTPS)
 * @param unitTypes the unit must be of one of these types
 * @param vantages the run must have looked from one of these
 * @param inClear whether it applies only to a service that nothing encrypted carries
 * @param inTls whether it applies only to a service that TLS carries
 * @param facts ids of types: the endpoint must state one; for what nobody can ask for in full. Not where the fact's
 *     protocol was asked and answered without it; where nobody asked, it stays open whether the control applies
 * @param unexpected whether it applies only to a service that is not expected of the unit
 * @param expected the services that are; empty until it is held against a unit
 */
public record Applies(
        Set<String> protocols,
        Set<String> unitTypes,
        Set<String> vantages,
        boolean inClear,
        boolean inTls,
        Set<String> facts,
        boolean unexpected,
        Optional<ExpectedServices> expected) {
    /** No restriction at all. */
    public static final Applies EVERYWHERE = new Applies(Set.of(), Set.of(), Set.of(), false, false, Set.of());

    public Applies {
        protocols = Set.copyOf(protocols);
        unitTypes = Set.copyOf(unitTypes);
        vantages = Set.copyOf(vantages);
        facts = Set.copyOf(facts);
    }

    /** One that applies to expected services as well. */
    public Applies(
            Set<String> protocols,
            Set<String> unitTypes,
            Set<String> vantages,
            boolean inClear,
            boolean inTls,
            Set<String> facts) {
        this(protocols, unitTypes, vantages, inClear, inTls, facts, false, Optional.empty());
    }

    /** One that asks for no fact. */
    public Applies(Set<String> protocols, Set<String> unitTypes, Set<String> vantages, boolean inClear, boolean inTls) {
        this(protocols, unitTypes, vantages, inClear, inTls, Set.of());
    }

    /** The same, held against what is expected of a unit. */
    public Applies against(Optional<ExpectedServices> services) {
        return unexpected ? new Applies(protocols, unitTypes, vantages, inClear, inTls, facts, true, services) : this;
    }

    /** Whether it asks for what is not expected of a unit of which nothing is known to be expected. */
    public boolean lacksExpectation() {
        return unexpected && expected.isEmpty();
    }

    /** Whether it applies to one service. */
    public boolean to(Sighting service) {
        return (!unexpected || (expected.isPresent() && expected.get().lack(service)))
                && (protocols.isEmpty() || speaksOne(service))
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
     * Whether it applies, or may apply, at an endpoint: some service seen there is one that it applies to, and where it
     * names facts, the service stated one or was not asked in full: each fact's protocol was asked there and answered
     * without it. What is stated of services by others ({@link StatedFacts}) is there or is not.
     */
    public boolean at(Observations seen) {
        return isSpoken(seen) && (isSure(seen) || !facts.stream().allMatch(fact -> answeredWithout(fact, seen)));
    }

    /** Whether an endpoint at which it may apply is one at which it does, so that a verdict stands. */
    public boolean isSure(Observations seen) {
        if (facts.isEmpty()) {
            return true;
        }
        for (Observation one : seen.all()) {
            if (facts.contains(one.fact().type()) && to(one.service())) {
                return true;
            }
        }
        return false;
    }

    /** A verdict on an endpoint, as far as it stands there: where it may not apply, nothing is passed or failed. */
    public Verdict asFarAsSure(Verdict verdict, Observations seen) {
        if (isSure(seen) || verdict.result() == Result.UNKNOWN) {
            return verdict;
        }
        String named = facts.stream().sorted().collect(Collectors.joining(" or "));
        return Verdict.unknown(
                UnknownReason.NOT_ASKED, "whether it applies is not known: " + named + " was not asked", List.of());
    }

    private boolean isSpoken(Observations seen) {
        for (Observation one : seen.all()) {
            if (to(one.service())) {
                return true;
            }
        }
        return false;
    }

    private static boolean answeredWithout(String fact, Observations seen) {
        return StatedFacts.are(fact) || Spoken.answered(Spoken.protocolOf(fact), seen);
    }

    /**
     * Whether a check is put there: one of a protocol that the control is about is not where nobody speaks that protocol.
     *
     * @param check its id, which begins with its protocol
     */
    boolean puts(String check, Observations seen) {
        String protocol = Spoken.protocolOf(check);
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
