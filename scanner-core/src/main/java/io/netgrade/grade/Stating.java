// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Attempt.Status;
import io.netgrade.fact.Attempts;
import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Confidence;
import io.netgrade.fact.Evidence;
import io.netgrade.fact.Evidence.Source;
import io.netgrade.fact.Fact;
import io.netgrade.fact.Observation;
import io.netgrade.fact.Observations;
import io.netgrade.fact.Sighting;
import io.netgrade.fact.StatedFacts;
import io.netgrade.profile.DeclaredService;
import io.netgrade.profile.Lifecycles;
import io.netgrade.profile.Vantage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Adds to what was seen of a unit what is stated of it: which services are declared, and how long the software is
 * maintained. Where services are declared, ports that were found open and said nothing are there as well.
 */
final class Stating {
    /** What speaks on an open port where nothing was recognised. */
    static final String NOTHING_KNOWN = "unknown";

    private static final String CONNECT = "connect";

    private final UnitScope unit;
    private final Optional<List<DeclaredService>> declared;
    private @Nullable Lifecycles lifecycles;

    private Stating(UnitScope unit) {
        this.unit = unit;
        this.declared = unit.stated().services();
    }

    static SeenEndpoints of(SeenEndpoints seen, UnitScope unit, Attempts attempts) {
        return new Stating(unit).with(seen, attempts);
    }

    private SeenEndpoints with(SeenEndpoints seen, Attempts attempts) {
        List<EndpointSeen> all = new ArrayList<>(seen.count());
        boolean more = false;
        for (EndpointSeen one : seen.all()) {
            EndpointSeen told = with(one);
            more |= !told.equals(one);
            all.add(told);
        }
        if (declared.isPresent()) {
            List<EndpointSeen> silent = silent(seen, attempts);
            if (!silent.isEmpty()) {
                more = true;
                all.addAll(silent);
                all.sort((one, other) -> one.endpoint().compareTo(other.endpoint()));
            }
        }
        return more ? SeenEndpoints.of(all) : seen;
    }

    private EndpointSeen with(EndpointSeen one) {
        Set<Observation> stated = new LinkedHashSet<>();
        for (Observation seen : one.seen().all()) {
            if (seen.fact().is(CommonFacts.SOFTWARE)) {
                stated.addAll(lifecycles().of(seen));
            } else if (seen.fact().is(CommonFacts.RECOGNISED)) {
                declared.ifPresent(list -> stated.add(declared(seen, list)));
            }
        }
        List<Observation> both = one.seen().all().stream()
                .filter(seen ->
                        !seen.fact().is(StatedFacts.DECLARED) && !seen.fact().is(StatedFacts.LIFECYCLE))
                .collect(Collectors.toCollection(ArrayList::new));
        if (stated.isEmpty() && both.size() == one.seen().all().size()) {
            return one;
        }
        both.addAll(stated);
        both.sort(SeenOrder.OF_OBSERVATIONS);
        return new EndpointSeen(
                one.endpoint(), new Observations(both, one.seen().attempts()));
    }

    /** Made when the first software is seen. */
    private Lifecycles lifecycles() {
        Lifecycles made = lifecycles;
        if (made == null) {
            made = unit.stated()
                    .lifecycles()
                    .map(own -> own.before(Lifecycles.shipped()))
                    .orElseGet(Lifecycles::shipped);
            lifecycles = made;
        }
        return made;
    }

    /** That a service is on the list is sure however it was seen; that it is not, only as far as it was. */
    private Observation declared(Observation seen, List<DeclaredService> list) {
        Sighting service = seen.service();
        List<DeclaredService> entries =
                list.stream().filter(entry -> entry.is(service)).toList();
        if (entries.isEmpty()) {
            return new Observation(service, StatedFacts.DECLARED.complete(StatedFacts.NO, null, null), seen.evidence());
        }
        boolean strangers = entries.stream().anyMatch(entry -> entry.peers().isEmpty());
        boolean asStranger =
                seen.evidence().source() == Source.PROBE && unit.vantage().equals(Vantage.UNTRUSTED);
        DeclaredService entry = entries.get(0);
        Fact fact = StatedFacts.DECLARED.complete(
                strangers || !asStranger ? StatedFacts.YES : StatedFacts.TO_PEERS,
                entry.toString(),
                entry.purpose().isEmpty() ? null : entry.purpose());
        Sighting sure = new Sighting(service.endpoint(), service.protocol(), service.layers(), Confidence.CONFIRMED);
        return new Observation(sure, fact, seen.evidence());
    }

    /** Ports of the unit that were found open, and on which nothing was recognised; what answers has no history. */
    private List<EndpointSeen> silent(SeenEndpoints seen, Attempts attempts) {
        Set<Endpoint> spoken = new HashSet<>();
        seen.all().forEach(one -> spoken.add(one.endpoint()));
        Map<Endpoint, Attempt> open = new HashMap<>();
        for (Attempt attempt : attempts.own()) {
            if (isOpen(attempt) && unit.tries().test(attempt.endpoint())) {
                open.putIfAbsent(attempt.endpoint(), attempt);
            }
        }
        TakenBack.of(attempts).forEach(open::remove);
        open.keySet().removeAll(spoken);
        List<EndpointSeen> silent = new ArrayList<>();
        open.forEach((endpoint, attempt) -> silent.add(silent(endpoint, attempt)));
        return silent;
    }

    /** Whether it is the service that is declared there was not seen. */
    private static Observation partly(Observation stated) {
        Fact whole = stated.fact();
        return new Observation(stated.service(), new Fact(whole.type(), false, whole.value()), stated.evidence());
    }

    private static boolean isOpen(Attempt attempt) {
        return attempt.question().equals(CONNECT) && attempt.status() == Status.ANSWERED;
    }

    private EndpointSeen silent(Endpoint endpoint, Attempt attempt) {
        Sighting service = new Sighting(endpoint, NOTHING_KNOWN, List.of(), Confidence.CONFIRMED);
        Evidence evidence = new Evidence(Source.PROBE, attempt.time(), CONNECT, 0, "");
        Observation open = new Observation(service, CommonFacts.RECOGNISED.partial((Object) null), evidence);
        List<DeclaredService> here = declared.orElse(List.of()).stream()
                .filter(entry -> entry.isAt(endpoint))
                .toList();
        Observation stated =
                declared(open, here.stream().map(DeclaredService::ofAnyProtocol).toList());
        boolean unsure = !here.isEmpty()
                && here.stream().allMatch(entry -> entry.protocol().isPresent());
        return new EndpointSeen(
                endpoint, new Observations(List.of(unsure ? partly(stated) : stated), List.of(attempt)));
    }
}
