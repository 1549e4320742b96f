// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import io.netgrade.endpoint.PortSet;
import io.netgrade.probe.Course;
import io.netgrade.probe.ProbeLimits;
import io.netgrade.probe.ProbeWatch;
import io.netgrade.probe.raw.RawSocketException;
import io.netgrade.protocol.Protocol;
import io.netgrade.scan.Collector;
import io.netgrade.scan.RawProbing;
import io.netgrade.scan.Targets;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongFunction;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How open TCP ports are found. */
final class DiscoveryOptions {
    @Mixin
    private final DiscoveryWay way = new DiscoveryWay();

    @Option(
            names = "--discover-only",
            description =
                    "Lists the open ports on standard output, each as a target may be written, and neither asks nor judges"
                            + " anything. SCTP's are found by --discovery syn alone.")
    private boolean only;

    /** {@code connect} or {@code syn}: the order of visits depends on it. */
    String id() {
        return way.id();
    }

    boolean raw() {
        return way.raw();
    }

    void describe(PortSet sctp, PrintWriter out) {
        DiscoveryWay.describe(raw(), sctp, out);
    }

    /** Whether open ports are to be listed, and that is all. */
    boolean only() {
        return only;
    }

    void check(PortSet sctp, CommonOptions options, List<String> mistakes) {
        if (only && !raw() && !sctp.isEmpty()) {
            mistakes.add("--discover-only: SCTP ports are found by --discovery syn alone");
        }
        if (only && (options.evidence != null || options.output != null || !options.formats.isEmpty())) {
            mistakes.add(
                    "--discover-only: writes a list on standard output, without --evidence, --format and --output");
        }
    }

    /**
     * @return whether all was visited
     * @throws Refusal with code 69 where raw sockets are not to be had
     */
    boolean examine(
            Targets targets,
            PortSet sctp,
            List<Protocol> protocols,
            ProbeLimits limits,
            Course course,
            InstantSource clock,
            Collector collector,
            ProbeWatch watch,
            LongFunction<String> goOn) {
        try (RawProbing probing = RawProbing.open(targets, sctp, protocols, limits, course, clock, collector, watch)) {
            return probing.examine(goOn);
        } catch (RawSocketException e) {
            throw DiscoveryWay.refusal(e);
        }
    }

    /**
     * Lists the open ports.
     *
     * @throws Refusal with code 69 where raw sockets are wanted and not to be had
     */
    int list(Targets targets, PortSet sctp, ProbeLimits limits, Course course, InstantSource clock, Console console) {
        OpenPortList list = new OpenPortList(targets, limits, course, clock, console);
        return raw() ? list.byRawPackets(sctp) : list.byConnections();
    }
}
