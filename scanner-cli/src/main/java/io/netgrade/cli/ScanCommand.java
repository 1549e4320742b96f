// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import io.netgrade.endpoint.PortChoice;
import io.netgrade.endpoint.PortSet;
import io.netgrade.endpoint.Scope;
import io.netgrade.endpoint.Target;
import io.netgrade.fact.Run;
import io.netgrade.probe.Course;
import io.netgrade.probe.Forecast;
import io.netgrade.probe.ProbeLimits;
import io.netgrade.probe.ProbeWatch;
import io.netgrade.profile.PlanProbing;
import io.netgrade.profile.ScopeReader;
import io.netgrade.protocol.Consent;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.http.DeclaredMedia;
import io.netgrade.protocol.http.HttpProtocol;
import io.netgrade.scan.Probing;
import io.netgrade.scan.ProtocolCatalog;
import io.netgrade.scan.RunIdentity;
import io.netgrade.scan.TargetFile;
import io.netgrade.scan.Targets;
import io.netgrade.scan.TlsMeasures;
import io.netgrade.yaml.MistakesException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
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
            description =
                    "Ports to try: 22,80,8000-8010, top-100, telecom, all; T:, U: or S: before those of TCP, UDP or SCTP"
                            + " alone, as in T:22,U:161,S:telecom (default: those of the protocols netgrade knows).")
    @Nullable
    private String ports;

    @Mixin
    private final PaceOptions pace = new PaceOptions();

    @Option(
            names = "--dry-run",
            description = "Sends nothing: lists what would be sent, to whom, and how long it takes at least.")
    private boolean dryRun;

    @Mixin
    private final DiscoveryOptions discovery = new DiscoveryOptions();

    @Mixin
    private final CourseOptions course = new CourseOptions();

    @Mixin
    private final RecordOption record = new RecordOption();

    @Mixin
    private final ConsentOptions leave = new ConsentOptions();

    @Mixin
    private final MediaOptions media = new MediaOptions();

    @Mixin
    private final TrustOption trusted = new TrustOption();

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
        // Who only lists open ports waits for no profile and no protocol.
        Optional<Conclusion> conclusion =
                discovery.only() ? Optional.empty() : Optional.of(new Conclusion(console, options));
        List<String> mistakes = new ArrayList<>();
        Targets.Ports asked = ports(mistakes);
        List<Target> named = named(mistakes);
        ProbeLimits limits = pace.read(mistakes);
        Course ordered = course.read(mistakes);
        discovery.check(asked.sctp(), options, mistakes);
        Scope scope = scope(mistakes);
        Consent consent = leave.read(mistakes);
        List<DeclaredMedia> generated = media.read(List.of(), mistakes);
        TlsMeasures measures = trusted.read(PlanProbing.UNSAID, mistakes);
        if (!mistakes.isEmpty()) {
            throw Refusal.usage(mistakes);
        }
        if (dryRun && !(options.formats.isEmpty() && options.output == null)) {
            throw Refusal.usage("--dry-run: writes text on standard output only, without --format and --output");
        }
        List<Protocol> protocols = discovery.only() ? List.of() : asked(consent, generated, measures);
        if (!dryRun) {
            Leave.toBegin(scope, vantage.id(), named, clock.instant());
        }
        Targets ready = Targets.of(named, asked, dryRun ? scope.atAnyTime() : scope, clock.instant());
        PaceOptions.warning(limits).ifPresent(console::say);
        RunIdentity identity = RunIdentity.of(Version.number(), discovery.id(), ready.probes(), ordered);
        Optional<EarlierRun> earlier = course.earlier(options.stateFolder(), identity);
        Course rest =
                earlier.map(before -> ordered.from(before.place().standing())).orElse(ordered);
        Forecast forecast = forecast(ready, protocols, limits, rest);
        if (dryRun) {
            DryRun.begin(console.out());
            new DryRun(ready, ready.permitted(), forecast, protocols, limits.connectionsPerSecond())
                    .print(console.out());
            discovery.describe(sctp(), console.out());
            Leave.toBegin(scope, vantage.id(), named, clock.instant());
        }
        Leave.toFinish(scope, named, forecast.least(), clock.instant());
        if (ready.probes().isEmpty() && ready.unresolved().isEmpty()) {
            throw Refusal.usage(
                    ready.outside().stream().map(problem -> problem.message()).toList());
        }
        if (dryRun) {
            return ExitCode.HOLDS.code();
        }
        return conclusion.isEmpty()
                ? discovery.list(ready, sctp(), limits, rest, clock, console)
                : scan(conclusion.get(), ready, new Visit(rest, limits, identity, earlier), protocols);
    }

    private List<Protocol> asked(Consent consent, List<DeclaredMedia> generated, TlsMeasures measures) {
        List<Protocol> asking = ProtocolCatalog.asked(consent).stream()
                .map(protocol -> protocol instanceof HttpProtocol http ? http.declaring(generated) : protocol)
                .toList();
        return measures.givenTo(asking, clock);
    }

    /** How the endpoints are visited, and on whose behalf. */
    private record Visit(Course course, ProbeLimits limits, RunIdentity identity, Optional<EarlierRun> earlier) {}

    private Forecast forecast(Targets ready, List<Protocol> protocols, ProbeLimits limits, Course ordered) {
        try {
            return Forecast.of(ready.permitted(), protocols, limits, ordered);
        } catch (IllegalArgumentException e) {
            throw Refusal.usage(e.getMessage() + "; name fewer targets or ports");
        }
    }

    private int scan(Conclusion conclusion, Targets ready, Visit visit, List<Protocol> protocols) throws IOException {
        Run run = begin(visit.earlier());
        BooleanSupplier mayProbe = () ->
                ready.scope().times().open(clock.instant()) && !ready.scope().expired(clock.instant());
        try (RecordOption.Opened recording = record.open(console);
                KeptProbe kept = KeptProbe.begin(
                        console, options, run, visit.identity(), visit.course(), visit.earlier(), mayProbe)) {
            kept.over(probe(ready, visit, protocols, kept, new ProbeWatch(recording.tap(), kept)));
            return conclusion.of(
                    kept.collector().collected(run, Instant.now()),
                    List.of(conclusion.judgement().everything(options, vantage.id())));
        }
    }

    /** Whether all was visited. */
    private boolean probe(Targets ready, Visit visit, List<Protocol> protocols, KeptProbe kept, ProbeWatch watch) {
        if (discovery.raw()) {
            return discovery.examine(
                    ready,
                    sctp(),
                    protocols,
                    visit.limits(),
                    visit.course(),
                    clock,
                    kept.collector(),
                    watch,
                    kept.resume());
        }
        return Probing.examine(
                        ready, protocols, visit.limits(), visit.course(), clock, kept.collector(), watch, kept.resume())
                .stopped()
                .isEmpty();
    }

    /** A run that goes on with another began when that one did. */
    private Run begin(Optional<EarlierRun> earlier) {
        Run run = vantage.begin("scan");
        return earlier.map(before -> run.startedAt(before.collected().run().started()))
                .orElse(run);
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

    /** Those of SCTP, which are visited only where they are named as such. */
    private PortSet sctp() {
        return ports == null ? PortSet.NONE : PortChoice.of(ports).sctp();
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

    private static void add(String text, List<Target> named, List<String> mistakes) {
        try {
            named.add(Target.of(text));
        } catch (IllegalArgumentException e) {
            mistakes.add(String.valueOf(e.getMessage()));
        }
    }
}
