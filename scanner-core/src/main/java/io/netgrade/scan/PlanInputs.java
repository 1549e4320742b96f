// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Target;
import io.netgrade.evidence.EvidenceFault;
import io.netgrade.evidence.EvidenceReader;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Attempts;
import io.netgrade.fact.CaptureCoverage;
import io.netgrade.fact.Collected;
import io.netgrade.fact.Problem;
import io.netgrade.grade.UnitScope;
import io.netgrade.profile.Level;
import io.netgrade.profile.Plan;
import io.netgrade.profile.PlanUnit;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The files that a plan names, found and (where they are evidence) read, and from them which observations are which
 * unit's.
 */
public final class PlanInputs {
    private final Plan plan;
    private final Map<Path, CaptureInputs.Input> captures = new LinkedHashMap<>();
    private final Map<String, Collected> evidence = new LinkedHashMap<>();
    private final Map<String, Set<String>> capturesOfUnit = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private PlanInputs(Plan plan) {
        this.plan = plan;
    }

    public static PlanInputs of(Plan plan) {
        PlanInputs inputs = new PlanInputs(plan);
        Path folder = Objects.requireNonNullElse(Path.of(plan.file()).getParent(), Path.of(""));
        for (PlanUnit unit : plan.units()) {
            CaptureInputs found = CaptureInputs.of(
                    unit.captures().stream().map(name -> within(folder, name)).toList(), folder);
            inputs.problems.addAll(found.problems());
            Set<String> names = new HashSet<>();
            for (CaptureInputs.Input file : found.files()) {
                inputs.captures.putIfAbsent(file.path().normalize(), file);
                names.add(file.name());
            }
            unit.evidence().forEach(inputs::read);
            inputs.capturesOfUnit.put(unit.id(), names);
        }
        return inputs;
    }

    /** A capture's name relative to the plan, so that reports say the same wherever the command is started. */
    private static String within(Path folder, String name) {
        Path file = Path.of(name);
        return file.isAbsolute() == folder.isAbsolute()
                ? folder.relativize(file).toString()
                : name;
    }

    /** Every capture once, whichever units name it. */
    public List<CaptureInputs.Input> captures() {
        return List.copyOf(captures.values());
    }

    /** Bytes of all captures together. */
    public long captureBytes() {
        return CaptureInputs.bytes(captures());
    }

    /** What earlier runs collected. */
    public List<Collected> evidence() {
        return List.copyOf(evidence.values());
    }

    /** The name of each evidence file that was read, and its SHA-256. */
    List<String> evidenceDigests() throws InterruptedException {
        List<String> digests = new ArrayList<>();
        for (String file : evidence.keySet()) {
            digests.add(file + " " + FileDigest.of(Path.of(file)));
        }
        return digests;
    }

    /**
     * The first capture that is another file than the one of its name that an earlier run has read to its end; empty where
     * there is none. Reads every capture.
     *
     * @param read what that run has read
     */
    public Optional<String> changed(List<CaptureCoverage> read) throws InterruptedException {
        Map<String, String> digests = new HashMap<>();
        read.forEach(capture -> digests.put(capture.file(), capture.sha256()));
        for (CaptureInputs.Input capture : captures()) {
            String before = digests.getOrDefault(capture.name(), "");
            if (!before.isEmpty() && !before.equals(FileDigest.of(capture.path()))) {
                return Optional.of(capture.name());
            }
        }
        return Optional.empty();
    }

    /** One for each file named that is not there or cannot be read. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /**
     * The plan's units as judging sees them.
     *
     * @param attempts of the run to be judged: they tell which addresses a host name had
     * @param asked a level that takes the place of each unit's own
     */
    public List<UnitScope> units(Attempts attempts, Optional<Level> asked) {
        return plan.units().stream().map(unit -> unit(unit, attempts, asked)).toList();
    }

    private UnitScope unit(PlanUnit unit, Attempts attempts, Optional<Level> asked) {
        Set<Endpoint> held = new HashSet<>();
        List<Attempts> tried = new ArrayList<>();
        Set<String> places = new HashSet<>(capturesOfUnit.getOrDefault(unit.id(), Set.of()));
        if (unit.ownsAllItHolds()) {
            for (String file : unit.evidence()) {
                Optional.ofNullable(evidence.get(file)).ifPresent(earlier -> {
                    earlier.observations()
                            .forEach(seen -> held.add(seen.service().endpoint()));
                    tried.add(earlier.attempts());
                    earlier.captures().stream().map(CaptureCoverage::file).forEach(places::add);
                });
            }
        }
        Predicate<Endpoint> holds =
                endpoint -> held.contains(endpoint) || tried.stream().anyMatch(each -> each.tried(endpoint));
        UnitScope scope = UnitScope.of(
                unit,
                resolved(unit, attempts),
                seen -> holds.test(seen.service().endpoint())
                        || places.contains(seen.evidence().place()));
        return new UnitScope(
                scope.id(),
                scope.title(),
                scope.type(),
                scope.vantage(),
                asked.or(scope::required),
                scope.owns(),
                unit.ownsAllItHolds() ? holds : scope.tries(),
                scope.exposes(),
                scope.stated());
    }

    /** The addresses that the unit's host names were found to have when they were probed. */
    private static List<InetAddress> resolved(PlanUnit unit, Attempts attempts) {
        Set<String> hosts = new HashSet<>();
        for (Target target : unit.targets()) {
            if (target instanceof Target.Host host) {
                hosts.add(host.name());
            }
        }
        return attempts.own().stream()
                .filter(attempt -> attempt.question().equals(Attempt.RESOLVE) && hosts.contains(attempt.detail()))
                .map(attempt -> attempt.endpoint().address())
                .toList();
    }

    private void read(String file) {
        if (evidence.containsKey(file)) {
            return;
        }
        try {
            evidence.put(file, EvidenceReader.read(Path.of(file), ProtocolCatalog.facts()));
        } catch (EvidenceFault e) {
            problems.add(new Problem(file, String.valueOf(e.getMessage()), true));
        } catch (IOException e) {
            problems.add(new Problem(file, file + ": the evidence cannot be read: " + e.getMessage(), true));
        }
    }
}
