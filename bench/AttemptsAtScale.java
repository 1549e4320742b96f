// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.evidence.EvidenceWriter;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Attempt.Status;
import io.netgrade.fact.Run;
import io.netgrade.grade.Assessment;
import io.netgrade.grade.UnitScope;
import io.netgrade.scan.Collector;
import io.netgrade.scan.Judging;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A scan without its connections: hands the endings of many to a collector with an evidence file, in a shuffled order and as
 * the prober does, and has them judged.
 *
 * <p>{@code java -cp … AttemptsAtScale.java EVIDENCE HOSTS PORTS}: of a thousand ports, one is open, 666 are closed, and the
 * rest filtered; a tenth of the hosts does not answer at all.
 */
final class AttemptsAtScale {
    private static final long STEP = 2_654_435_761L;
    private static final int BATCH = 512;

    private AttemptsAtScale() {}

    public static void main(String[] arguments) throws Exception {
        long hosts = Long.parseLong(arguments[1]);
        long ports = Long.parseLong(arguments[2]);
        Run run = new Run("bench", "0", "scan", Instant.now(), Instant.now(), "untrusted", true);
        long began = System.nanoTime();
        try (Collector collector = new Collector(Optional.of(EvidenceWriter.create(Path.of(arguments[0]), run)))) {
            collect(collector, hosts, ports);
            UnitScope all = new UnitScope(
                    "all", "", "", "untrusted", Optional.empty(), seen -> true, tried -> true);
            long collected = System.nanoTime();
            Assessment judged = Judging.judge(
                    collector.collected(run, Instant.now()), Judging.profile("miit-telecom"), List.of(all), Optional.empty());
            System.out.printf(
                    "%d endpoints tried, %d answered; collected in %.1f s, judged in %.1f s%n",
                    judged.coverage().endpointsTried(),
                    judged.coverage().endpointsAnswered(),
                    (collected - began) / 1e9,
                    (System.nanoTime() - collected) / 1e9);
        }
    }

    private static void collect(Collector collector, long hosts, long ports) throws IOException {
        long all = hosts * ports;
        for (long i = 0; i < all; i++) {
            long place = Math.floorMod(i * STEP, all);
            long host = place / ports;
            Status status = status(host, place);
            collector.attemptedAmongOthers(new Attempt(
                    endpoint(host, (int) (1 + place % ports)),
                    "connect",
                    status,
                    status == Status.FILTERED ? "no answer in 3000 ms" : "",
                    Instant.now(),
                    status == Status.FILTERED ? 3_000 : place % 40,
                    0,
                    0));
            if (i % BATCH == 0) {
                collector.settle();
            }
        }
    }

    private static Status status(long host, long place) {
        long dice = Math.floorMod(place * 0x9E37_79B9_7F4A_7C15L >>> 20, 1_000L);
        if (host % 10 == 9) {
            return Status.FILTERED;
        }
        return dice == 0 ? Status.ANSWERED : dice < 667 ? Status.REFUSED : Status.FILTERED;
    }

    private static Endpoint endpoint(long host, int port) throws IOException {
        byte[] address = {10, (byte) (host >> 16), (byte) (host >> 8), (byte) host};
        return new Endpoint(InetAddress.getByAddress(address), port, Transport.TCP);
    }
}
