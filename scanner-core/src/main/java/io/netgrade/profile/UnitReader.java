// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.endpoint.AddressRange;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.PortChoice;
import io.netgrade.endpoint.Scope;
import io.netgrade.endpoint.Target;
import io.netgrade.endpoint.Transport;
import io.netgrade.yaml.YamlMap;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Reads one unit of a plan. */
final class UnitReader {
    private final RequirementReader requirements;
    private final boolean toBeLookedAt;
    private final Collection<String> unitTypes;
    private final Collection<String> protocols;
    private final Scope scope;
    private final String usualVantage;
    private final UnaryOperator<String> place;
    private final Function<String, List<Target>> lists;
    private final DeclaredServiceReader services;
    private final Optional<Lifecycles> lifecycles;

    /**
     * @param requirements reads the level that is asked
     * @param toBeLookedAt whether each unit must name something to look at
     * @param place gives the place of a file that the plan names
     * @param lists reads a file with targets that the plan names
     * @param protocols ids of all that a declared service may speak, and a unit may expose
     * @param lifecycles of software, as the plan has them
     */
    UnitReader(
            RequirementReader requirements,
            boolean toBeLookedAt,
            Collection<String> unitTypes,
            Collection<String> protocols,
            Scope scope,
            String usualVantage,
            UnaryOperator<String> place,
            Function<String, List<Target>> lists,
            Optional<Lifecycles> lifecycles) {
        this.requirements = requirements;
        this.toBeLookedAt = toBeLookedAt;
        this.unitTypes = unitTypes;
        this.protocols = protocols;
        this.scope = scope;
        this.usualVantage = usualVantage;
        this.place = place;
        this.lists = lists;
        this.services = new DeclaredServiceReader(protocols);
        this.lifecycles = lifecycles;
    }

    PlanUnit read(YamlMap unit) {
        unit.allow(
                "id",
                "title",
                "type",
                "required",
                "required-under",
                "vantage",
                "addresses",
                "targets",
                "ports",
                "services",
                "captures",
                "evidence",
                "exposes");
        String id = unit.needed("id").orElse("");
        if (toBeLookedAt
                && Stream.of("addresses", "targets", "captures", "evidence").noneMatch(unit::has)) {
            unit.complain("id", "unit \"" + id + "\" names nothing to look at: targets, captures or evidence");
        }
        return new PlanUnit(
                id,
                unit.text("title").orElse(id),
                unit.choice("type", unitTypes).orElse(""),
                requirements.read(unit),
                requirements.under(unit),
                unit.choice("vantage", Vantage.all()).orElse(usualVantage),
                unit.each("addresses", AddressRange::of),
                unit.each("targets", this::targets).stream()
                        .flatMap(List::stream)
                        .toList(),
                unit.has("ports") ? ports(unit) : Optional.empty(),
                unit.each("captures", place),
                unit.each("evidence", place),
                unit.choices("exposes", protocols),
                new Statements(services.read(unit), lifecycles));
    }

    private static Optional<PortChoice> ports(YamlMap unit) {
        Function<String, Optional<PortChoice>> choice =
                said -> said.equals("usual") ? Optional.empty() : Optional.of(PortChoice.of(said));
        return unit.text("ports", choice).flatMap(chosen -> chosen);
    }

    /** Targets must be in the scope, so that a run does not begin with what it may not touch. */
    private List<Target> targets(String text) {
        boolean list = text.startsWith("@");
        List<Target> named = list ? lists.apply(text.substring(1)) : List.of(Target.of(text));
        List<Target> outside =
                named.stream().filter(target -> refusal(target).isPresent()).toList();
        if (!outside.isEmpty()) {
            Target first = outside.get(0);
            throw new IllegalArgumentException((list ? text + ": " : "") + first + " is outside the scope: "
                    + refusal(first).orElse("")
                    + (outside.size() > 1 ? "; and " + (outside.size() - 1) + " more of the list" : ""));
        }
        return named;
    }

    private Optional<String> refusal(Target target) {
        return target instanceof Target.Addresses addresses ? refusal(addresses) : refusal((Target.Host) target);
    }

    private Optional<String> refusal(Target.Addresses target) {
        int port = target.port()
                .orElseGet(() -> scope.ports().isEmpty() ? 0 : scope.ports().at(0));
        return Stream.of(target.range().first(), target.range().last())
                .flatMap(address -> scope.refusal(new Endpoint(address, port, Transport.TCP)).stream())
                .findFirst();
    }

    private Optional<String> refusal(Target.Host host) {
        boolean named = scope.hosts().contains(host.name()) || host.name().equals("localhost");
        return named ? Optional.empty() : Optional.of("the scope does not name " + host.name());
    }
}
