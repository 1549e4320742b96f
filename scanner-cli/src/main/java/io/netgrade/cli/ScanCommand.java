// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import io.netgrade.endpoint.PortSet;
import io.netgrade.endpoint.Scope;
import io.netgrade.endpoint.Target;
import io.netgrade.fact.Run;
import io.netgrade.probe.ProbeLimits;
import io.netgrade.profile.MistakesException;
import io.netgrade.profile.ScopeReader;
import io.netgrade.scan.Collector;
import io.netgrade.scan.Probing;
import io.netgrade.scan.ProtocolCatalog;
import io.netgrade.scan.Targets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
            description = "Ports to try, such as 22,80,8000-8010 (default: those of the protocols netgrade knows).")
    @Nullable
    private String ports;

    @Option(names = "--rate", paramLabel = "N", description = "New connections a second, in all (default: 50).")
    private int rate = ProbeLimits.GENTLE.connectionsPerSecond();

    @Option(
            names = "--snmp-communities",
            paramLabel = "FILE",
            description = "SNMP communities that you declare to be in use, one a line; only with these are v1 and v2c"
                    + " asked. They go into no report and no evidence.")
    @Nullable
    private Path communitiesFile;

    @Parameters(
            paramLabel = "TARGET",
            arity = "1..*",
            description = "Host, address, CIDR, range, host:port, [v6]:port, or @FILE with one a line.")
    private List<String> targets = new ArrayList<>();

    ScanCommand(Console console) {
        this.console = console;
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
        Scope scope = scope(mistakes);
        List<String> communities = communities(mistakes);
        if (!mistakes.isEmpty()) {
            throw Refusal.usage(mistakes);
        }
        Targets ready = Targets.of(named, asked, scope, Instant.now());
        if (ready.probes().isEmpty() && ready.unresolved().isEmpty()) {
            throw Refusal.usage(
                    ready.outside().stream().map(problem -> problem.message()).toList());
        }
        return scan(conclusion, ready, communities);
    }

    private int scan(Conclusion conclusion, Targets ready, List<String> communities) throws IOException {
        Run run = vantage.begin("scan");
        try (Collector collector = Journal.keptCollector(options, run)) {
            Probing.examine(
                    ready,
                    ProtocolCatalog.withCommunities(communities),
                    ProbeLimits.GENTLE.withConnectionsPerSecond(rate),
                    collector);
            return conclusion.of(
                    collector.collected(run, Instant.now()),
                    List.of(conclusion.judgement().everything(options, vantage.id())));
        }
    }

    private Targets.Ports ports(List<String> mistakes) {
        if (ports == null) {
            return Targets.Ports.usual();
        }
        try {
            return Targets.Ports.of(PortSet.of(ports));
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
                fromFile(Path.of(text.substring(1)), named, mistakes);
            } else {
                add(text, "", named, mistakes);
            }
        }
        return named;
    }

    private static void fromFile(Path file, List<Target> named, List<String> mistakes) {
        List<String> lines = lines(file, mistakes);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replaceFirst("#.*", "").strip();
            if (!line.isEmpty()) {
                add(line, file + ":" + (i + 1) + ": ", named, mistakes);
            }
        }
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

    private static void add(String text, String place, List<Target> named, List<String> mistakes) {
        try {
            named.add(Target.of(text));
        } catch (IllegalArgumentException e) {
            mistakes.add(place + e.getMessage());
        }
    }
}
