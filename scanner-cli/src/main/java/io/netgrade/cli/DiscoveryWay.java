// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import io.netgrade.endpoint.PortSet;
import io.netgrade.probe.raw.RawSocketException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --discovery}: how open ports are found. */
final class DiscoveryWay {
    enum Way {
        CONNECT,
        SYN
    }

    @Option(
            names = "--discovery",
            paramLabel = "connect|syn",
            description =
                    "How open TCP ports are found: by a connection to each, or by raw SYN segments (and SCTP's by INIT chunks), for which the"
                            + " right to raw sockets is needed (default: connect).")
    @Nullable
    private Way way;

    /** {@code connect} or {@code syn}: the order of visits depends on it. */
    String id() {
        return id(Optional.empty());
    }

    /** @param planned what the plan says, which an option of the command line comes before */
    String id(Optional<String> planned) {
        return way == null
                ? planned.orElse(Way.CONNECT.name().toLowerCase(Locale.ROOT))
                : way.name().toLowerCase(Locale.ROOT);
    }

    boolean raw() {
        return way == Way.SYN;
    }

    /** What of a dry run's list is otherwise with raw packets. */
    static void describe(boolean raw, PortSet sctp, PrintWriter out) {
        if (raw) {
            out.println(
                    "  With --discovery syn, every TCP endpoint is first sent a SYN, at most 8 times; only open ones are"
                            + " connected to");
            out.println("  SCTP  an INIT, at most 8 times, to " + (sctp.isEmpty() ? "no port" : sctp)
                    + " of every address");
            out.flush();
        }
    }

    static Refusal refusal(RawSocketException e) {
        return new Refusal(ExitCode.UNAVAILABLE, List.of("--discovery syn: " + e.getMessage()));
    }
}
