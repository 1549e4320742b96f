// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.endpoint.PortChoice;
import io.netgrade.endpoint.PortSet;
import io.netgrade.endpoint.Scope;
import io.netgrade.probe.Course;
import io.netgrade.probe.Forecast;
import io.netgrade.probe.ProbeLimits;
import io.netgrade.profile.Plan;
import io.netgrade.profile.PlanConsent;
import io.netgrade.profile.PlanUnit;
import io.netgrade.protocol.Consent;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.http.DeclaredMedia;
import io.netgrade.protocol.http.HttpProtocol;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a plan has probed, unit after unit: names looked up once, everything held against the scope, and how much it is.
 *
 * @param protocols those asked, with what the plan consents to
 * @param discovery {@code connect} or {@code syn}: how open ports are found
 * @param media how many files are declared to be generated
 * @param course the order in which the endpoints of each unit are visited, and which part of them
 */
public record PlanTargets(List<Ready> units, List<Protocol> protocols, String discovery, int media, Course course) {
    /** Open ports are found by connections. */
    public static final String CONNECT = "connect";

    /** Open ports are found by packets of our own making. */
    public static final String SYN = "syn";

    public PlanTargets {
        units = List.copyOf(units);
        protocols = List.copyOf(protocols);
    }

    /** A unit that has targets. */
    public record Ready(PlanUnit unit, Targets targets, Forecast forecast) {
        /** The ports of SCTP, which are reached only by packets of our own making. */
        public PortSet sctp() {
            return unit.ports().map(PortChoice::sctp).orElse(PortSet.NONE);
        }
    }

    /**
     * Makes the targets of a plan ready.
     *
     * @param scope the plan's, or the same without its times
     * @param now the moment the scope must be valid
     * @throws IllegalArgumentException where a unit names more endpoints than one run visits
     */
    public static PlanTargets of(Plan plan, Scope scope, ProbeLimits limits, Instant now) {
        return of(plan, scope, limits, now, CONNECT, List.of(), Course.WHOLE);
    }

    /**
     * The same.
     *
     * @param discovery {@link #CONNECT} or {@link #SYN}
     * @param generated media that the operator declares to be generated
     * @param course of each unit
     */
    public static PlanTargets of(
            Plan plan,
            Scope scope,
            ProbeLimits limits,
            Instant now,
            String discovery,
            List<DeclaredMedia> generated,
            Course course) {
        List<Protocol> protocols = ProtocolCatalog.asked(consent(plan.consent())).stream()
                .map(protocol -> protocol instanceof HttpProtocol http ? http.declaring(generated) : protocol)
                .toList();
        List<Ready> units = new ArrayList<>();
        for (PlanUnit unit : plan.units()) {
            if (!unit.targets().isEmpty()) {
                Targets.Ports ports = unit.ports().map(Targets.Ports::of).orElseGet(Targets.Ports::usual);
                Targets targets = Targets.of(unit.targets(), ports, scope, now);
                Forecast forecast = Forecast.of(targets.permitted(), protocols, limits, course);
                units.add(new Ready(unit, targets, forecast));
            }
        }
        return new PlanTargets(units, protocols, discovery, generated.size(), course);
    }

    public boolean raw() {
        return discovery.equals(SYN);
    }

    /** The same, of which earlier runs have visited some. */
    public PlanTargets from(Map<String, RunPlace> places, ProbeLimits limits) {
        List<Ready> rest = new ArrayList<>();
        for (Ready ready : units) {
            RunPlace place = places.get(ready.unit().id());
            Course left = place == null ? course : course.from(place.standing());
            Forecast forecast = Forecast.of(ready.targets().permitted(), protocols, limits, left);
            rest.add(new Ready(ready.unit(), ready.targets(), forecast));
        }
        return new PlanTargets(rest, protocols, discovery, media, course);
    }

    /** The time that all of it takes at least at the set rate. */
    public Duration least() {
        return units.stream().map(ready -> ready.forecast().least()).reduce(Duration.ZERO, Duration::plus);
    }

    private static Consent consent(PlanConsent said) {
        return new Consent(said.communities(), said.defaultCommunities(), said.anonymousLogIns(), said.zones());
    }
}
