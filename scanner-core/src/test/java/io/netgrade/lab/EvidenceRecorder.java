// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import io.netgrade.lab.standin.GtpControlNode;
import io.netgrade.lab.standin.StandIn;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Records what {@code netgrade scan} sees of servers of the lab, as the evidence of the lab plan and of the golden
 * assessments; {@code test-captures/record} makes the network that it runs in.
 *
 * <p>Arguments: the folder of the test captures, the command that starts netgrade, and words: of the evidence only those
 * are recorded whose name holds one of them, or all where there is none.
 */
final class EvidenceRecorder {
    private static final LabTree TREE = LabTree.here();

    /** What starts one server at a place of choice. */
    private interface Opening {
        AutoCloseable open(InetSocketAddress place) throws Exception;
    }

    /** One server, not yet running, and where it is to be. */
    private record Stand(String address, int port, Opening opening) {
        String target() {
            return address + ":" + port;
        }
    }

    /** One piece of evidence: a folder and a file without its ending, from where it is looked, and at what. */
    private record Look(String evidence, String vantage, List<Stand> stands) {}

    private static final List<Look> LOOKS = List.of(
            look("lab/oss-mgmt", "management", server("192.0.2.12", 22, OpenSshServer.strong())),
            look("lab/web-hall", "untrusted", server("198.51.100.12", 443, NginxServer.strong())),
            look(
                    "golden/signalling-open",
                    "untrusted",
                    server("192.0.2.60", 3868, FreeDiameterServer.open()),
                    stand("192.0.2.61", 2123, place -> StandIn.at(place, GtpControlNode.old()))),
            look("golden/signalling-strict", "internal", server("192.0.2.62", 3868, FreeDiameterServer.strict())),
            look("golden/dns-open", "untrusted", server("192.0.2.63", 53, BindServer.recursive())),
            look("golden/dns-closed", "untrusted", server("192.0.2.64", 53, BindServer.authoritative())),
            look("golden/ims-open", "untrusted", server("192.0.2.65", 5060, KamailioServer.open())),
            look("golden/ims-digest", "untrusted", server("192.0.2.66", 5060, KamailioServer.withDigest())),
            look(
                    "golden/ai-open",
                    "untrusted",
                    stand("192.0.2.67", 6333, place -> HttpStandIn.inClear(place, "qdrant")),
                    stand("192.0.2.67", 5000, place -> HttpStandIn.inClear(place, "mlflow"))),
            look(
                    "golden/ai-closed",
                    "internal",
                    stand("192.0.2.68", 6333, place -> HttpStandIn.insideTls(place, "qdrant-key"))));

    private EvidenceRecorder() {}

    public static void main(String[] arguments) throws Exception {
        Path captures = Path.of(arguments[0]);
        List<String> words = List.of(arguments).subList(2, arguments.length);
        for (Look look : LOOKS) {
            if (words.isEmpty() || words.stream().anyMatch(look.evidence()::contains)) {
                record(look, captures.resolve(look.evidence() + ".ndjson"), arguments[1]);
            }
        }
    }

    private static Look look(String evidence, String vantage, Stand... stands) {
        return new Look(evidence, vantage, Arrays.asList(stands));
    }

    private static Stand stand(String address, int port, Opening opening) {
        return new Stand(address, port, opening);
    }

    private static Stand server(String address, int port, LabServer server) {
        return stand(address, port, place -> running(server, address, port));
    }

    private static RunningServer running(LabServer server, String address, int port) throws IOException {
        Place place = new Place(TREE, TREE.newFolder(server.name()), address, port);
        server.prepare(place);
        RunningServer running = RunningServer.start(server, place);
        if (!running.awaitAnswer()) {
            try (running) {
                throw new IOException(server.name() + " does not answer; it printed:\n" + running.log());
            }
        }
        return running;
    }

    private static void record(Look look, Path evidence, String netgrade) throws Exception {
        Files.deleteIfExists(evidence);
        List<AutoCloseable> running = new ArrayList<>();
        try {
            for (Stand stand : look.stands()) {
                running.add(stand.opening().open(new InetSocketAddress(stand.address(), stand.port())));
            }
            List<String> command = new ArrayList<>(List.of(netgrade, "scan", "--vantage", look.vantage()));
            command.addAll(
                    List.of("--scope", evidence.resolveSibling("scope.yaml").toString()));
            command.addAll(List.of("--evidence", evidence.toString()));
            look.stands().stream().map(Stand::target).forEach(command::add);
            int code = new ProcessBuilder(command).inheritIO().start().waitFor();
            System.out.println(look.evidence() + ": exit code " + code + ", " + Files.size(evidence) + " bytes");
        } finally {
            for (AutoCloseable each : running) {
                each.close();
            }
        }
    }
}
