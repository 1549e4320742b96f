// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Records test captures; {@code test-captures/record} makes the network that it runs in.
 *
 * <p>Arguments: the folder of the captures, the network namespace of the clients, and words that choose by name.
 */
final class Recorder {
    private static final String LICENCE = "CC0-1.0";
    private static final int CLIENT_SECONDS = 60;

    private final LabTree tree = LabTree.here();
    private final PackageVersions versions = PackageVersions.of(tree);
    private final Path captures;
    private final String clientNetwork;

    private Recorder(Path captures, String clientNetwork) {
        this.captures = captures;
        this.clientNetwork = clientNetwork;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Recorder recorder = new Recorder(Path.of(arguments[0]), arguments[1]);
        List<String> words = List.of(arguments).subList(2, arguments.length);
        for (Recording recording : Recording.readAll(recorder.captures.resolve("recordings.yml"), recorder.versions)) {
            if (words.isEmpty() || words.stream().anyMatch(recording.name()::contains)) {
                recorder.record(recording);
            }
        }
    }

    private void record(Recording recording) throws IOException, InterruptedException {
        LabServer server = recording.server();
        Place place = new Place(tree, tree.newFolder(server.name()), recording.address(), recording.port());
        server.prepare(place);
        Path capture = captures.resolve(recording.name() + ".pcap");
        Files.createDirectories(capture.getParent());
        try (RunningServer running = RunningServer.start(server, place)) {
            if (!running.awaitAnswer()) {
                throw new IOException(recording.name() + ": the server does not answer; it printed:\n" + running.log());
            }
            Process tap = tap(place, capture);
            String said = talk(recording, place);
            TimeUnit.MILLISECONDS.sleep(500);
            tap.destroy();
            tap.waitFor();
            System.out.printf("%s %d bytes%n%s%n", capture.getFileName(), Files.size(capture), said.indent(4));
        }
        Files.writeString(captures.resolve(recording.name() + ".expected.yml"), expectation(recording));
    }

    private Process tap(Place place, Path capture) throws IOException {
        List<String> command = List.of(
                "chroot",
                tree.root().toString(),
                "tcpdump",
                "-Z",
                "root",
                "-i",
                "wire",
                "-s",
                "0",
                "-U",
                "--immediate-mode",
                "-w",
                "-",
                "host " + place.address() + " and (tcp or udp)");
        Path said = place.folder().resolve("tcpdump");
        Process tap = new ProcessBuilder(command)
                .redirectOutput(capture.toFile())
                .redirectError(said.toFile())
                .start();
        while (tap.isAlive() && !Files.readString(said).contains("listening on")) {
            Lab.pause();
        }
        return tap;
    }

    /** Runs the client to its end; a client may fail, for some captures show just that. */
    private String talk(Recording recording, Place place) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("nsenter", "--net=" + clientNetwork, "--"));
        command.addAll(tree.entering("sh", place.write("client", recording.client())));
        Path said = place.folder().resolve("client.log");
        Process client = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!client.waitFor(CLIENT_SECONDS, TimeUnit.SECONDS)) {
            client.destroyForcibly();
        }
        return new String(Files.readAllBytes(said), StandardCharsets.ISO_8859_1);
    }

    private String expectation(Recording recording) throws IOException {
        String name = Path.of(recording.name()).getFileName().toString();
        StringBuilder software = new StringBuilder();
        for (String each : recording.packages()) {
            software.append("  - ")
                    .append(each)
                    .append(' ')
                    .append(versions.whole(each))
                    .append('\n');
        }
        return "# Written by test-captures/record out of recordings.yml.\n"
                + "capture: " + name + ".pcap\n"
                + "made: |\n" + recording.client().indent(2)
                + "server: " + recording.factory() + "\n"
                + "software:\n" + software
                + "licence: " + LICENCE + "\n"
                + "shows: " + recording.shows() + "\n"
                + "facts:\n" + recording.facts().indent(2);
    }
}
