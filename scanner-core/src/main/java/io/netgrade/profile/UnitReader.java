// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.yaml.YamlMap;
import io.netgrade.endpoint.AddressRange;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.PortChoice;
import io.netgrade.endpoint.Scope;
import io.netgrade.endpoint.Target;
import io.netgrade.endpoint.Transport;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Reads one unit of a plan. */
final class UnitReader {
    private final List<Level> levels;
    private final Collection<String> unitTypes;
    private final Scope scope;
    private final String usualVantage;
    private final UnaryOperator<String> place;
    private final Function<String, List<Target>> lists;

    /**
     * @param levels of the profile; none where the profile could not be read
     * @param place gives the place of a file that the plan names
     * @param lists reads a file with targets that the plan names
     */
    UnitReader(
            List<Level> levels,
            Collection<String> unitTypes,
            Scope scope,
            String usualVantage,
            UnaryOperator<String> place,
            Function<String, List<Target>> lists) {
        this.levels = levels;
        this.unitTypes = unitTypes;
        this.scope = scope;
        this.usualVantage = usualVantage;
        this.place = place;
        this.lists = lists;
    }

    PlanUnit read(YamlMap unit) {
        unit.allow(
                "id", "title", "type", "required", "vantage", "addresses", "targets", "ports", "captures", "evidence");
        String id = unit.needed("id").orElse("");
        if (Stream.of("addresses", "targets", "captures", "evidence").noneMatch(unit::has)) {
            unit.complain("id", "unit \"" + id + "\" names nothing to look at: targets, captures or evidence");
        }
        return new PlanUnit(
                id,
                unit.text("title").orElse(id),
                unit.choice("type", unitTypes).orElse(""),
                required(unit),
                unit.isMap("required")
                        ? unit.map("required")
                                .flatMap(map -> map.text("reason"))
                                .orElse("")
                        : "",
                unit.choice("vantage", Vantage.all()).orElse(usualVantage),
                unit.each("addresses", AddressRange::of),
                unit.each("targets", this::targets).stream()
                        .flatMap(List::stream)
                        .toList(),
                unit.has("ports") ? ports(unit) : Optional.empty(),
                unit.each("captures", place),
                unit.each("evidence", place));
    }

    private Optional<Level> required(YamlMap unit) {
        if (!unit.isMap("required")) {
            return level(unit, "required");
        }
        return unit.map("required").flatMap(map -> {
            map.allow("level", "reason");
            map.require("level");
            return level(map, "level");
        });
    }

    private Optional<Level> level(YamlMap from, String key) {
        if (levels.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> said = from.choice(key, levels.stream().map(Level::id).toList());
        return levels.stream()
                .filter(level -> said.filter(level.id()::equals).isPresent())
                .findFirst();
    }

    private static Optional<PortChoice> ports(YamlMap unit) {
        return unit.text("ports").filter("usual"::equals).isPresent()
                ? Optional.empty()
                : unit.one("ports", PortChoice::of);
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
