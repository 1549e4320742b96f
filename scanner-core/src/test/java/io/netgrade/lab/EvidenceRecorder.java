// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Records what {@code netgrade scan} sees of servers of the lab, as the evidence of the lab plan;
 * {@code test-captures/record} makes the network that it runs in.
 *
 * <p>Arguments: the folder of the lab plan, and the command that starts netgrade, word by word.
 */
final class EvidenceRecorder {
    private static final LabTree TREE = LabTree.here();

    /** One server, questioned from one place. */
    private record Look(Supplier<LabServer> server, String address, int port, String vantage) {}

    private static final Map<String, Look> LOOKS = Map.of(
            "oss-mgmt", new Look(OpenSshServer::strong, "192.0.2.12", 22, "management"),
            "web-hall", new Look(NginxServer::strong, "198.51.100.12", 443, "untrusted"));

    private EvidenceRecorder() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[0]);
        List<String> netgrade = List.of(arguments).subList(1, arguments.length);
        for (Map.Entry<String, Look> look : LOOKS.entrySet()) {
            record(look.getValue(), folder, look.getKey(), netgrade);
        }
    }

    private static void record(Look look, Path folder, String unit, List<String> netgrade)
            throws IOException, InterruptedException {
        LabServer server = look.server().get();
        Place place = new Place(TREE, TREE.newFolder(server.name()), look.address(), look.port());
        server.prepare(place);
        Path evidence = folder.resolve(unit + ".ndjson");
        Files.deleteIfExists(evidence);
        try (RunningServer running = RunningServer.start(server, place)) {
            if (!running.awaitAnswer()) {
                throw new IOException(unit + ": the server does not answer; it printed:\n" + running.log());
            }
            List<String> command = new ArrayList<>(netgrade);
            command.addAll(List.of("scan", "--vantage", look.vantage(), "--scope", folder + "/scope.yaml"));
            command.addAll(List.of("--evidence", evidence.toString(), look.address() + ":" + look.port()));
            int code = new ProcessBuilder(command).inheritIO().start().waitFor();
            System.out.println(unit + ": exit code " + code + ", " + Files.size(evidence) + " bytes");
        }
    }
}
