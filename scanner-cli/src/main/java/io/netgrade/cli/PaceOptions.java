// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import io.netgrade.probe.ProbeLimits;
import io.netgrade.profile.PlanProbing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How fast a probe may be, and how long. */
final class PaceOptions {
    private static final ProbeLimits GENTLE = ProbeLimits.GENTLE;

    @Option(names = "--rate", paramLabel = "N", description = "New connections a second, in all (default: 50).")
    @Nullable
    private Integer rate;

    @Option(
            names = "--per-host",
            paramLabel = "N",
            description = "Connections to one host at a time (default: 2; control and signalling gear: always 1).")
    @Nullable
    private Integer perHost;

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
        return read(PlanProbing.UNSAID, mistakes);
    }

    /** @param planned what the plan says, which each option comes before */
    ProbeLimits read(PlanProbing planned, List<String> mistakes) {
        int second = said(rate, planned.rate(), GENTLE.connectionsPerSecond());
        int host = said(perHost, planned.perHost(), GENTLE.perHost());
        int network = said(perNetwork, planned.perNetwork(), Math.max(GENTLE.perNetwork(), host));
        int all = said(atOnce, planned.atOnce(), Math.max(GENTLE.atOnce(), network));
        least("--rate", second, "connection a second", mistakes);
        least("--per-host", host, "connection", mistakes);
        least("--per-network", network, "connection", mistakes);
        least("--at-once", all, "connection", mistakes);
        ProbeLimits longest =
                GENTLE.withWallTime(time(mistakes).or(planned::maxTime).orElse(GENTLE.wallTime()));
        return mistakes.isEmpty()
                ? longest.withConnectionsPerSecond(second)
                        .withPerHost(host)
                        .withPerNetwork(network)
                        .withAtOnce(all)
                : longest;
    }

    private static int said(@Nullable Integer here, Optional<Integer> planned, int usual) {
        return here == null ? planned.orElse(usual) : here;
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

    private Optional<Duration> time(List<String> mistakes) {
        try {
            return Optional.ofNullable(maxTime).map(PlanProbing::time);
        } catch (IllegalArgumentException e) {
            mistakes.add("--max-time: " + e.getMessage());
            return Optional.empty();
        }
    }
}
