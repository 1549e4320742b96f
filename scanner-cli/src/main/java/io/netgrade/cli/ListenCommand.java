// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import io.netgrade.capture.LiveCaptureException;
import io.netgrade.fact.Run;
import io.netgrade.scan.Collector;
import io.netgrade.scan.Listening;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code netgrade listen}: what live traffic shows. */
@Command(
        name = "listen",
        description = "Passive: the same as analyze, from live traffic. Needs libpcap and the right to capture.",
        mixinStandardHelpOptions = true)
final class ListenCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final CommonOptions options = new CommonOptions();

    @Mixin
    private final Vantages vantage = new Vantages();

    @Option(
            names = {"-i", "--interface"},
            paramLabel = "IFACE",
            required = true,
            description = "The interface to listen on.")
    private String interfaceName = "";

    @Option(names = "--for", paramLabel = "TIME", description = "How long: 90s, 10m, 2h (default: until interrupted).")
    @Nullable
    private String time;

    @Option(names = "--filter", paramLabel = "BPF", description = "A capture filter, as tcpdump takes it.")
    private String filter = "";

    ListenCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        Duration duration = duration();
        Conclusion conclusion = new Conclusion(console, options);
        Run run = vantage.begin("listen");
        try (Listening listening = Listening.open(interfaceName, filter);
                Collector collector = Journal.collector(console, options, run)) {
            listening.listen(duration, collector);
            return conclusion.of(
                    collector.collected(run, Instant.now()),
                    List.of(conclusion.judgement().everything(options, vantage.id())));
        } catch (LiveCaptureException e) {
            throw refusal(e);
        }
    }

    private static Refusal refusal(LiveCaptureException e) {
        ExitCode exit = switch (e.reason()) {
            case NO_INTERFACE, FILTER -> ExitCode.USAGE;
            case FAILED, LIBRARY, NO_RIGHT -> ExitCode.UNAVAILABLE;
        };
        return new Refusal(exit, List.of(e.getMessage()));
    }

    private Duration duration() {
        if (time == null) {
            return Duration.ofDays(366);
        }
        try {
            Duration duration = Duration.parse("PT" + time.toUpperCase(Locale.ROOT));
            if (!duration.isNegative() && !duration.isZero()) {
                return duration;
            }
        } catch (java.time.format.DateTimeParseException e) {
            throw Refusal.usage("--for: \"" + time + "\" is no time such as 90s, 10m or 2h");
        }
        throw Refusal.usage("--for: \"" + time + "\" is not a time above 0");
    }
}
