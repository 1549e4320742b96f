// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import io.netgrade.endpoint.PortChoice;
import io.netgrade.endpoint.Scope;
import io.netgrade.endpoint.Target;
import io.netgrade.fact.Run;
import io.netgrade.probe.Course;
import io.netgrade.probe.Forecast;
import io.netgrade.probe.ProbeLimits;
import io.netgrade.profile.MistakesException;
import io.netgrade.profile.ScopeReader;
import io.netgrade.protocol.Consent;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.tls.TlsTrustStore;
import io.netgrade.scan.Collector;
import io.netgrade.scan.Probing;
import io.netgrade.scan.ProtocolCatalog;
import io.netgrade.scan.TargetFile;
import io.netgrade.scan.Targets;
import io.netgrade.scan.TrustStores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code netgrade scan}: what endpoints answer. */
@Command(
        name = "scan",
        description = "Active: discovers and questions endpoints, gently and only inside a declared scope.",
        mixinStandardHelpOptions = true)
final class ScanCommand implements Callable<Integer> {
    private static final int LONGEST_LIST = 1 << 20;

    private final Console console;
    private final Clock clock;

    @Mixin
    private final CommonOptions options = new CommonOptions();

    @Mixin
    private final Vantages vantage = new Vantages();

    @Option(
            names = "--scope",
            paramLabel = "FILE",
            description = "The scope file that names what may be touched; loopback needs none.")
    @Nullable
    private Path scopeFile;

    @Option(
            names = {"-p", "--ports"},
            paramLabel = "PORTS",
            description = "Ports to try: 22,80,8000-8010, top-100, telecom, all; T: or U: before those of TCP or UDP"
                    + " alone, as in T:22,U:161 (default: those of the protocols netgrade knows).")
    @Nullable
    private String ports;

    @Option(names = "--rate", paramLabel = "N", description = "New connections a second, in all (default: 50).")
    private int rate = ProbeLimits.GENTLE.connectionsPerSecond();

    @Option(
            names = "--dry-run",
            description = "Sends nothing: lists what would be sent, to whom, and how long it takes at least.")
    private boolean dryRun;

    @Mixin
    private final CourseOptions course = new CourseOptions();

    @Option(
            names = "--snmp-communities",
            paramLabel = "FILE",
            description = "SNMP communities that you declare to be in use, one a line; only with these are v1 and v2c"
                    + " asked. They go into no report and no evidence.")
    @Nullable
    private Path communitiesFile;

    @Option(
            names = "--trust-store",
            paramLabel = "FILE",
            description = "Authorities by which chains of certificates are measured, in PEM (default: the system's).")
    @Nullable
    private Path trustStore;

    @Parameters(
            paramLabel = "TARGET",
            arity = "1..*",
            description =
                    "Host, address, CIDR, range, host:port, [v6]:port (a port perhaps with /tcp or /udp), or @FILE:"
                            + " one a line, or what nmap (XML, greppable) or masscan (XML, JSON, list) wrote.")
    private List<String> targets = new ArrayList<>();

    ScanCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        Conclusion conclusion = new Conclusion(console, options);
        List<String> mistakes = new ArrayList<>();
        Targets.Ports asked = ports(mistakes);
        List<Target> named = named(mistakes);
        if (rate < 1) {
            mistakes.add("--rate: " + rate + " is less than 1 connection a second");
        }
        Course ordered = course.read(mistakes);
        Scope scope = scope(mistakes);
        List<String> communities = communities(mistakes);
        if (!mistakes.isEmpty()) {
            throw Refusal.usage(mistakes);
        }
        if (dryRun && !(options.formats.isEmpty() && options.output == null)) {
            throw Refusal.usage("--dry-run: writes text on standard output only, without --format and --output");
        }
        List<Protocol> protocols = trusting(ProtocolCatalog.asked(Consent.toCommunities(communities)), mistakes);
        if (!mistakes.isEmpty()) {
            throw Refusal.usage(mistakes);
        }
        if (!dryRun) {
            Leave.toBegin(scope, vantage.id(), named, clock.instant());
        }
        Targets ready = Targets.of(named, asked, dryRun ? scope.atAnyTime() : scope, clock.instant());
        Forecast forecast = forecast(ready, protocols, ordered);
        if (dryRun) {
            new DryRun(ready, ready.permitted(), forecast, protocols, rate).print(console.out());
            Leave.toBegin(scope, vantage.id(), named, clock.instant());
        }
        Leave.toFinish(scope, named, forecast.least(), clock.instant());
        if (ready.probes().isEmpty() && ready.unresolved().isEmpty()) {
            throw Refusal.usage(
                    ready.outside().stream().map(problem -> problem.message()).toList());
        }
        return dryRun ? ExitCode.HOLDS.code() : scan(conclusion, ready, ordered, protocols);
    }

    private Forecast forecast(Targets ready, List<Protocol> protocols, Course ordered) {
        try {
            ProbeLimits limits = ProbeLimits.GENTLE.withConnectionsPerSecond(rate);
            return Forecast.of(ready.permitted(), protocols, limits, ordered);
        } catch (IllegalArgumentException e) {
            throw Refusal.usage(e.getMessage() + "; name fewer targets or ports");
        }
    }

    private int scan(Conclusion conclusion, Targets ready, Course ordered, List<Protocol> protocols)
            throws IOException {
        Run run = vantage.begin("scan");
        try (Collector collector = Journal.keptCollector(options, run)) {
            Probing.examine(
                    ready, protocols, ProbeLimits.GENTLE.withConnectionsPerSecond(rate), ordered, clock, collector);
            return conclusion.of(
                    collector.collected(run, Instant.now()),
                    List.of(conclusion.judgement().everything(options, vantage.id())));
        }
    }

    private List<Protocol> trusting(List<Protocol> protocols, List<String> mistakes) {
        try {
            Optional<TlsTrustStore> store =
                    trustStore == null ? TrustStores.usual() : Optional.of(TrustStores.of(trustStore));
            return store.map(authorities -> TrustStores.trusting(protocols, authorities, clock))
                    .orElse(protocols);
        } catch (IOException e) {
            mistakes.add("--trust-store: " + e.getMessage());
            return protocols;
        }
    }

    private Targets.Ports ports(List<String> mistakes) {
        if (ports == null) {
            return Targets.Ports.usual();
        }
        try {
            return Targets.Ports.of(PortChoice.of(ports));
        } catch (IllegalArgumentException e) {
            mistakes.add("--ports: " + e.getMessage());
            return Targets.Ports.usual();
        }
    }

    private Scope scope(List<String> mistakes) {
        if (scopeFile == null) {
            return Scope.NOTHING;
        }
        try {
            return ScopeReader.read(scopeFile);
        } catch (MistakesException e) {
            e.mistakes().forEach(mistake -> mistakes.add(mistake.toString()));
            return Scope.NOTHING;
        }
    }

    private List<String> communities(List<String> mistakes) {
        return communitiesFile == null
                ? List.of()
                : lines(communitiesFile, mistakes).stream()
                        .filter(line -> !line.isBlank())
                        .toList();
    }

    private List<Target> named(List<String> mistakes) {
        List<Target> named = new ArrayList<>();
        for (String text : targets) {
            if (text.startsWith("@")) {
                named.addAll(TargetFile.read(Path.of(text.substring(1)), mistakes));
            } else {
                add(text, named, mistakes);
            }
        }
        return named;
    }

    private static List<String> lines(Path file, List<String> mistakes) {
        try {
            if (Files.size(file) <= LONGEST_LIST) {
                return Files.readAllLines(file);
            }
            mistakes.add(file + ": a list of more than " + LONGEST_LIST + " bytes");
        } catch (IOException e) {
            mistakes.add(file + ": the list cannot be read: " + e);
        }
        return List.of();
    }

    private static void add(String text, List<Target> named, List<String> mistakes) {
        try {
            named.add(Target.of(text));
        } catch (IllegalArgumentException e) {
            mistakes.add(String.valueOf(e.getMessage()));
        }
    }
}
