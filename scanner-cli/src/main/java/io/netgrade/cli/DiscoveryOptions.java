// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import io.netgrade.probe.Course;
import io.netgrade.probe.ProbeLimits;
import io.netgrade.probe.raw.RawSocketException;
import io.netgrade.protocol.Protocol;
import io.netgrade.scan.Collector;
import io.netgrade.scan.RawProbing;
import io.netgrade.scan.Targets;
import java.time.InstantSource;
import java.util.List;
import picocli.CommandLine.Option;

/** How open TCP ports are found. */
final class DiscoveryOptions {
    enum Way {
        CONNECT,
        SYN
    }

    @Option(
            names = "--discovery",
            paramLabel = "connect|syn",
            description = "How open TCP ports are found: by a connection to each, or by raw SYN segments, for which the"
                    + " right to raw sockets is needed (default: connect).")
    private Way way = Way.CONNECT;

    @Option(
            names = "--discover-only",
            description = "With --discovery syn: tells which TCP ports are open and asks them nothing.")
    private boolean only;

    boolean raw() {
        return way == Way.SYN;
    }

    void check(List<String> mistakes) {
        if (only && !raw()) {
            mistakes.add("--discover-only: goes with --discovery syn alone");
        }
    }

    /**
     * @throws Refusal with code 69 where raw sockets are not to be had
     */
    void examine(
            Targets targets,
            List<Protocol> protocols,
            ProbeLimits limits,
            Course course,
            InstantSource clock,
            Collector collector) {
        try (RawProbing probing = RawProbing.open(targets, protocols, limits, course, clock, collector)) {
            probing.examine(!only);
        } catch (RawSocketException e) {
            throw new Refusal(ExitCode.UNAVAILABLE, List.of("--discovery syn: " + e.getMessage()));
        }
    }
}
