// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import io.netgrade.probe.ProbeLimits;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How fast a probe may be, and how long. */
final class PaceOptions {
    private static final ProbeLimits GENTLE = ProbeLimits.GENTLE;

    @Option(names = "--rate", paramLabel = "N", description = "New connections a second, in all (default: 50).")
    private int rate = GENTLE.connectionsPerSecond();

    @Option(
            names = "--per-host",
            paramLabel = "N",
            description = "Connections to one host at a time (default: 2; control and signalling gear: always 1).")
    private int perHost = GENTLE.perHost();

    @Option(
            names = "--per-network",
            paramLabel = "N",
            description =
                    "Connections to one /24 (IPv6: /64) at a time (default: 8, or --per-host where that is more).")
    @Nullable
    private Integer perNetwork;

    @Option(
            names = "--at-once",
            paramLabel = "N",
            description = "Connections at a time, in all (default: 256, or --per-network where that is more).")
    @Nullable
    private Integer atOnce;

    @Option(
            names = "--max-time",
            paramLabel = "TIME",
            description =
                    "Ends the probing after this time (90s, 30m, 8h), keeps what was seen, and says where to go on.")
    @Nullable
    private String maxTime;

    ProbeLimits read(List<String> mistakes) {
        int network = perNetwork == null ? Math.max(GENTLE.perNetwork(), perHost) : perNetwork;
        int all = atOnce == null ? Math.max(GENTLE.atOnce(), network) : atOnce;
        least("--rate", rate, "connection a second", mistakes);
        least("--per-host", perHost, "connection", mistakes);
        least("--per-network", network, "connection", mistakes);
        least("--at-once", all, "connection", mistakes);
        ProbeLimits longest = GENTLE.withWallTime(time(mistakes));
        return mistakes.isEmpty()
                ? longest.withConnectionsPerSecond(rate)
                        .withPerHost(perHost)
                        .withPerNetwork(network)
                        .withAtOnce(all)
                : longest;
    }

    /** What is less gentle than netgrade is of itself; empty where nothing is. */
    static Optional<String> warning(ProbeLimits limits) {
        List<String> beyond = new ArrayList<>();
        beyond(limits.connectionsPerSecond(), GENTLE.connectionsPerSecond(), "new connections a second", beyond);
        beyond(limits.perHost(), GENTLE.perHost(), "at a time to a host", beyond);
        beyond(limits.perNetwork(), GENTLE.perNetwork(), "to a network", beyond);
        return beyond.isEmpty()
                ? Optional.empty()
                : Optional.of("WARNING: not gentle: " + String.join(", ", beyond)
                        + ". Small devices, firewalls and busy services can fail under this; it is for networks whose"
                        + " owner has agreed to it.");
    }

    private static void beyond(int wanted, int gentle, String what, List<String> beyond) {
        if (wanted > gentle) {
            beyond.add(wanted + " " + what + " (gentle: " + gentle + ")");
        }
    }

    private static void least(String option, int wanted, String what, List<String> mistakes) {
        if (wanted < 1) {
            mistakes.add(option + ": " + wanted + " is less than 1 " + what);
        }
    }

    private Duration time(List<String> mistakes) {
        if (maxTime == null) {
            return GENTLE.wallTime();
        }
        try {
            Duration time = Duration.parse("PT" + maxTime.toUpperCase(Locale.ROOT));
            if (time.toMillis() > 0 && time.compareTo(GENTLE.wallTime()) <= 0) {
                return time;
            }
            mistakes.add("--max-time: \"" + maxTime + "\" is not a time above 0 and below ten years");
        } catch (DateTimeParseException | ArithmeticException e) {
            mistakes.add("--max-time: \"" + maxTime + "\" is no time such as 90s, 30m or 8h");
        }
        return GENTLE.wallTime();
    }
}
