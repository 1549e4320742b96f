// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.check.Check;
import io.netgrade.check.Clause;
import io.netgrade.check.Comparator;
import io.netgrade.check.Verdict.Result;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Observation;
import io.netgrade.fact.Observations;
import io.netgrade.fact.Sighting;
import io.netgrade.profile.Applies;
import io.netgrade.profile.Ask;
import io.netgrade.profile.Demand;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which failures are mended by nothing but the end of the service: where it ends, everything else that was found there ends
 * with it.
 */
final class EndingServices {
    private final Map<String, Check> checks;
    private final Map<Endpoint, Observations> seen;

    /** @param seen what was seen at the endpoints of findings */
    EndingServices(Map<String, Check> checks, Map<Endpoint, Observations> seen) {
        this.checks = checks;
        this.seen = seen;
    }

    /** Whether it fails because the one service of its endpoint is there at all. */
    boolean endsBy(Finding finding) {
        return finding.is(Result.FAIL)
                && finding.ask().filter(this::forbidsTheService).isPresent()
                && finding.endpoint()
                        .filter(endpoint -> nothingElse(finding.control().applies(), endpoint))
                        .isPresent();
    }

    private boolean forbidsTheService(Ask ask) {
        return ask.demands().stream().allMatch(demand -> {
            return demand instanceof Demand.OfCheck one
                    && isPresence(checks.get(one.check()))
                    && one.bar().clauses().stream().allMatch(EndingServices::absent);
        });
    }

    private static boolean isPresence(@Nullable Check check) {
        return check != null && check.fact().id().equals(CommonFacts.RECOGNISED.id());
    }

    private static boolean absent(Clause clause) {
        return clause.comparator() == Comparator.ABSENT && clause.where().isEmpty();
    }

    /**
     * A service that is forbidden in clear may go on under encryption, one that is forbidden from a vantage may go on for
     * others, and one that is forbidden for what it states may go on without it.
     */
    private boolean nothingElse(Applies applies, Endpoint endpoint) {
        boolean anywhere = !applies.protocols().isEmpty()
                && applies.vantages().isEmpty()
                && applies.facts().isEmpty()
                && !applies.inClear()
                && !applies.inTls();
        if (!anywhere) {
            return false;
        }
        Observations there = seen.get(endpoint);
        if (there == null) {
            return false;
        }
        List<Sighting> services =
                there.all().stream().map(Observation::service).distinct().toList();
        Set<String> ending = new HashSet<>();
        services.stream().filter(applies::to).forEach(service -> {
            ending.add(service.protocol());
            ending.addAll(service.layers());
        });
        return services.stream().map(Sighting::protocol).allMatch(ending::contains);
    }
}
