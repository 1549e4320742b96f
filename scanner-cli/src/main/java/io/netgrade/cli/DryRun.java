// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import io.netgrade.fact.Problem;
import io.netgrade.probe.Forecast;
import io.netgrade.probe.ProbeTarget;
import io.netgrade.protocol.Protocol;
import io.netgrade.scan.Targets;
import java.io.PrintWriter;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Lists what a scan would send, to whom, and how long that takes at least. */
record DryRun(Targets targets, List<ProbeTarget> permitted, Forecast forecast, List<Protocol> protocols, int rate) {
    static void begin(PrintWriter out) {
        out.println("DRY RUN  no endpoint was sent anything; names were looked up");
        out.println();
    }

    void print(PrintWriter out) {
        out.println("TO WHOM");
        permitted.forEach(target -> out.println("  " + target.addresses() + "  " + addresses(target) + "; TCP "
                + ports(target.tcp().toString()) + "; UDP " + ports(target.udp().toString())
                + (target.sctp().isEmpty() ? "" : "; SCTP " + target.sctp())));
        if (permitted.isEmpty()) {
            out.println("  nobody");
        }
        problems(out, "OUTSIDE THE SCOPE", targets.outside());
        problems(out, "WITHOUT AN ADDRESS", targets.unresolved());
        out.println();
        out.println("WHAT");
        out.println("  TCP  " + count(forecast.connections(), "connection") + ", one to each endpoint");
        if (forecast.associations() > 0) {
            out.println("  SCTP " + count(forecast.associations(), "association")
                    + ", one to each endpoint, where the right to raw sockets is given");
        }
        out.println("  UDP  " + count(forecast.datagrams(), "first question") + " to "
                + count(forecast.datagramEndpoints(), "endpoint") + "; " + forecast.unasked()
                + " more are sent nothing, as no protocol that is asked lives there");
        if (protocols.isEmpty()) {
            out.println("  What is open is listed, and asked nothing.");
        } else {
            out.println("  Endpoints that answer are asked on by: "
                    + protocols.stream().map(Protocol::id).collect(Collectors.joining(", ")));
            out.println(
                    "  (netgrade explain PROTOCOL says what each sends). How much that is depends on what answers.");
        }
        out.println();
        out.println("TIME");
        out.println("  at least " + Spans.text(forecast.least()) + " for " + count(forecast.visits(), "endpoint")
                + " at " + count(rate, "connection") + " a second");
        out.flush();
    }

    private static void problems(PrintWriter out, String title, List<Problem> problems) {
        if (!problems.isEmpty()) {
            out.println();
            out.println(title);
            problems.forEach(problem -> out.println("  " + problem.message()));
        }
    }

    private static String addresses(ProbeTarget target) {
        BigInteger size = target.addresses().size();
        return size + (size.equals(BigInteger.ONE) ? " address" : " addresses");
    }

    private static String ports(String written) {
        return written.isEmpty() ? "none" : written;
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    /** Times as people say them. */
    static final class Spans {
        private Spans() {}

        static String text(Duration span) {
            long seconds = span.toMillis() / 1_000 + (span.toMillis() % 1_000 > 0 ? 1 : 0);
            if (seconds < 120) {
                return seconds + " s";
            }
            long minutes = (seconds + 59) / 60;
            return minutes < 120 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
        }
    }
}
