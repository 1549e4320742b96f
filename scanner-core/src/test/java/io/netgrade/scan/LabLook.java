// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.check.Verdict;
import io.netgrade.endpoint.PortSet;
import io.netgrade.endpoint.Scope;
import io.netgrade.endpoint.Target;
import io.netgrade.fact.Collected;
import io.netgrade.fact.Fact;
import io.netgrade.fact.FactType;
import io.netgrade.fact.Observation;
import io.netgrade.fact.Run;
import io.netgrade.grade.Assessment;
import io.netgrade.grade.UnitScope;
import io.netgrade.lab.Lab;
import io.netgrade.lab.LabServer;
import io.netgrade.lab.RunningServer;
import io.netgrade.probe.Course;
import io.netgrade.probe.ProbeLimits;
import io.netgrade.protocol.Protocol;
import io.netgrade.yaml.MistakesException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the prober saw of one server of the lab, on a port that says nothing of its protocol, and what was judged of it. */
record LabLook(Collected collected, Assessment assessment) {
    private static final String ACCESS = ".access";

    private static final ProbeLimits LIMITS = ProbeLimits.GENTLE
            .withConnectionsPerSecond(500)
            .withTimeouts(Duration.ofSeconds(3), Duration.ofSeconds(10), Duration.ofSeconds(2))
            .withBannerWait(Duration.ofMillis(800));

    /** Starts it, asks it over TCP and UDP in every protocol of the catalog, and ends it. */
    static LabLook at(LabServer server) throws IOException, MistakesException {
        return at(server, ProtocolCatalog.asked());
    }

    static LabLook at(LabServer server, List<Protocol> protocols) throws IOException, MistakesException {
        try (RunningServer running = Lab.start(server)) {
            return at(running, protocols);
        }
    }

    static LabLook at(RunningServer running, List<Protocol> protocols) throws IOException, MistakesException {
        return at(running.address(), PortSet.of(running.port()), protocols);
    }

    /** Asks one port in every protocol of the catalog, as if it were the usual one of one of them. */
    static LabLook usual(String address, int port, String protocol) throws IOException, MistakesException {
        List<Protocol> asked = ProtocolCatalog.asked().stream()
                .map(each -> each.id().equals(protocol) ? new UsualAt(each, port) : each)
                .toList();
        return at(address, PortSet.of(port), asked);
    }

    /** Asks a loopback address on some ports, over TCP and UDP. */
    static LabLook at(String address, PortSet ports, List<Protocol> protocols) throws IOException, MistakesException {
        Run run = Runs.begin("scan", "0", "untrusted", true, Instant.now());
        Targets targets =
                Targets.of(List.of(Target.of(address)), new Targets.Ports(ports, ports), Scope.NOTHING, Instant.now());
        try (Collector collector = new Collector(Optional.empty())) {
            Probing.examine(targets, protocols, LIMITS, Course.WHOLE, InstantSource.system(), collector);
            Collected collected = collector.collected(run, Instant.now());
            UnitScope unit = new UnitScope("lab", "", "", "untrusted", Optional.empty(), any -> true, any -> true);
            return new LabLook(
                    collected,
                    Judging.judge(collected, Judging.profile("miit-telecom"), List.of(unit), Optional.empty()));
        }
    }

    List<Fact> facts(FactType type) {
        return collected.observations().stream()
                .map(Observation::fact)
                .filter(fact -> fact.is(type))
                .distinct()
                .toList();
    }

    /** The services, outermost layer first, such as {@code tls/http}. */
    Set<String> services() {
        return collected.observations().stream()
                .map(Observation::service)
                .map(service -> String.join("/", service.layers())
                        + (service.layers().isEmpty() ? "" : "/")
                        + service.protocol())
                .collect(Collectors.toSet());
    }

    /** Service, resource and authentication of all that answered inside HTTP, such as {@code docker ping none}. */
    List<String> access() {
        return collected.observations().stream()
                .map(Observation::fact)
                .filter(fact -> fact.type().endsWith(ACCESS))
                .map(fact -> "%s %s %s"
                        .formatted(
                                fact.type().substring(0, fact.type().length() - ACCESS.length()),
                                fact.text("resource").orElseThrow(),
                                fact.text("authentication").orElse("-")))
                .distinct()
                .toList();
    }

    /** The controls, as {@code MGT-07@3.1}, with such a result at some endpoint. */
    Set<String> controls(Verdict.Result result) {
        return assessment.findings().stream()
                .filter(finding ->
                        finding.ask().isPresent() && finding.verdict().result() == result)
                .map(finding -> finding.control().id() + "@" + finding.level().id())
                .collect(Collectors.toSet());
    }
}
