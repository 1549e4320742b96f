// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.endpoint.Scope;
import io.netgrade.endpoint.Target;
import io.netgrade.yaml.Mistakes;
import io.netgrade.yaml.MistakesException;
import io.netgrade.yaml.YamlMap;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a plan, with every mistake in it listed by line. Its format stands in profiles/README.md. */
public final class PlanReader {
    private final Vocabulary vocabulary;
    private final TargetLists lists;
    private final Set<String> unitTypes;
    private final boolean toBeLookedAt;

    /** @param lists reads files with targets */
    public PlanReader(Vocabulary vocabulary, TargetLists lists) {
        this(vocabulary, lists, true);
    }

    private PlanReader(Vocabulary vocabulary, TargetLists lists, boolean toBeLookedAt) {
        this.vocabulary = vocabulary;
        this.lists = lists;
        this.toBeLookedAt = toBeLookedAt;
        this.unitTypes = UnitTypes.shipped().keySet();
    }

    /** The same for plans of which only the levels asked are wanted: their units need name nothing to look at. */
    public PlanReader ofLevelsAsked() {
        return new PlanReader(vocabulary, lists, false);
    }

    /**
     * @param profile an id or path that takes the place of the plan's own; empty for the plan's
     * @throws MistakesException with every mistake in the plan, in its scope file and in its profile
     */
    public Plan read(Path file, Optional<String> profile) throws MistakesException {
        return read(file, profile.stream().toList());
    }

    /**
     * @param profiles ids or paths that take the place of all of the plan's, its own first; none for the plan's
     * @throws MistakesException with every mistake in the plan, in its scope file and in its profiles
     */
    public Plan read(Path file, List<String> profiles) throws MistakesException {
        Mistakes mistakes = new Mistakes();
        Optional<Plan> plan = ScopeReader.load(file, mistakes).flatMap(map -> plan(map, file, profiles, mistakes));
        mistakes.throwIfAny();
        return plan.orElseThrow(() -> new IllegalStateException("a plan without mistakes, and yet none"));
    }

    private Optional<Plan> plan(YamlMap map, Path file, List<String> others, Mistakes mistakes) {
        map.allow(
                "schema",
                "operator",
                "profile",
                "profiles",
                "vantage",
                "state",
                "scope",
                "consent",
                "probing",
                "recog",
                "lifecycles",
                "units",
                "waivers",
                "attestations",
                "self-approval");
        map.schema("netgrade.plan/1");
        PlanProfiles profiles = new PlanProfiles(vocabulary, map, others, name -> ownFolder(file, name));
        Optional<Profile> profile = profiles.own();
        List<Profile> beside = profiles.beside(profile);
        Optional<String> vantage = map.choice("vantage", Vantage.all());
        Scope scope = scope(map, file, mistakes);
        PlanConsent consent = map.map("consent")
                .map(said -> PlanConsent.read(said, name -> beside(file, name)))
                .orElse(PlanConsent.NONE);
        PlanProbing probing = map.map("probing")
                .map(said -> PlanProbing.read(said, name -> beside(file, name)))
                .orElse(PlanProbing.UNSAID);
        Optional<String> recog = map.text("recog", name -> beside(file, name));
        String operator = map.text("operator").orElse("");
        Optional<String> state = map.text("state", name -> beside(file, name));
        map.require("units");
        UnitReader reader = new UnitReader(
                new RequirementReader(
                        profile.map(Profile::levels).orElse(List.of()),
                        new RequiredUnder(beside, !others.isEmpty()),
                        name -> beside(file, name)),
                toBeLookedAt,
                unitTypes,
                vocabulary.protocols(),
                scope,
                vantage.orElse(Vantage.UNTRUSTED),
                name -> beside(file, name),
                name -> targets(Path.of(beside(file, name)), mistakes),
                lifecycles(map, file, mistakes));
        List<PlanUnit> units = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (YamlMap entry : map.maps("units")) {
            PlanUnit unit = reader.read(entry);
            if (!ids.add(unit.id())) {
                entry.complain("id", "unit \"" + unit.id() + "\" is there twice");
            }
            units.add(unit);
        }
        if (map.has("units") && units.isEmpty()) {
            map.complain("units", "a plan needs at least one unit");
        }
        return profile.map(found -> new Plan(
                file.toString(),
                operator,
                found,
                beside,
                vantage.orElse(Vantage.UNTRUSTED),
                vantage.isPresent(),
                state,
                scope,
                consent,
                signed(map, file, PlanProfiles.all(found, beside), mistakes),
                probing,
                recog,
                units));
    }

    /** The plan's own table of dates, before netgrade's. */
    private static Optional<Lifecycles> lifecycles(YamlMap map, Path file, Mistakes mistakes) {
        return map.text("lifecycles", name -> beside(file, name)).map(name -> Lifecycles.read(Path.of(name), mistakes));
    }

    /** Each is the name of a file, or names, or stands in the plan itself. */
    private static Signed signed(YamlMap map, Path file, List<Profile> profiles, Mistakes mistakes) {
        SignedReader reader = new SignedReader(profiles, map.flag("self-approval", false));
        Signed signed = Signed.NOTHING;
        if (map.isListOfMaps("waivers")) {
            signed = signed.with(new Signed(reader.waivers(map.maps("waivers")), List.of()));
        }
        if (map.isListOfMaps("attestations")) {
            signed = signed.with(new Signed(List.of(), reader.attestations(map.maps("attestations"))));
        }
        for (String key : List.of("waivers", "attestations")) {
            if (map.has(key) && !map.isListOfMaps(key)) {
                for (Path named : map.each(key, name -> Path.of(beside(file, name)))) {
                    signed = signed.with(reader.read(named, mistakes));
                }
            }
        }
        return signed;
    }

    /** A profile beside the plan, where there is one of that name; else the name as it is. */
    private static String ownFolder(Path plan, String named) {
        try {
            Path beside = plan.resolveSibling(named);
            return Files.exists(beside) ? beside.toString() : named;
        } catch (InvalidPathException noPath) {
            return named;
        }
    }

    private List<Target> targets(Path list, Mistakes mistakes) {
        return lists.read(list, (what, line) -> mistakes.add(list.toString(), line, what));
    }

    private static Scope scope(YamlMap map, Path file, Mistakes mistakes) {
        if (map.isMap("scope")) {
            return map.map("scope").map(ScopeReader::scope).orElse(Scope.NOTHING);
        }
        return map.text("scope", name -> ScopeReader.read(Path.of(beside(file, name)), mistakes))
                .orElse(Scope.NOTHING);
    }

    /**
     * A name in the plan is relative to the plan's folder.
     *
     * @throws InvalidPathException where the system can have no file of that name
     */
    private static String beside(Path plan, String name) {
        Path folder = plan.getParent();
        boolean asItIs = Path.of(name).isAbsolute() || folder == null;
        return asItIs ? name : folder + "/" + name;
    }
}
