// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class LabTest {
    /** A server that fails in the way that the test asks for. */
    private record Broken(String script) implements LabServer {
        @Override
        public String name() {
            return "broken";
        }

        @Override
        public void prepare(Place place) throws IOException {
            place.write("script", script);
        }

        @Override
        public List<String> command(Place place) {
            return List.of("sh", place.inside("script"));
        }

        @Override
        public boolean answers(Place place) {
            return false;
        }
    }

    @Test
    @Lab.With(RedisServer.class)
    void handsTheServerToTheTestThatNamesIt(RunningServer redis) throws IOException {
        assertThat(RawSocket.overTcp(redis.place(), "PING\r\n")).isEqualTo("+PONG\r\n");
    }

    @Test
    void quotesWhatAServerPrintedThatEndedAtOnce() {
        Lab.tree();

        assertThatThrownBy(() -> Lab.start(new Broken("echo no such option; exit 1")))
                .hasMessageContaining("broken ended at once")
                .hasMessageContaining("no such option");
    }

    @Test
    void runsAsAUserOfNoRightsWithTheTreeAsRoot() throws IOException {
        String seen = Lab.tree().run(List.of("sh", "-c", "id -u; cat /lab.id; cat /etc/shadow 2>&1 | head -1"));

        assertThat(seen.lines().toList()).hasSizeGreaterThanOrEqualTo(2).first().isEqualTo("64321");
    }

    @Test
    void aServerEndsWithATestRunThatCrashed() throws IOException, InterruptedException {
        LabTree tree = Lab.tree();
        Process crashing = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:-UsePerfData",
                        "-Dnetgrade.root=" + System.getProperty("netgrade.root"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashingRun.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Place place;
        try (BufferedReader output = crashing.inputReader()) {
            Path folder = Path.of(output.readLine());
            place = new Place(tree, folder, "127.0.0.1", Integer.parseInt(output.readLine()));
        }

        assertThat(crashing.waitFor()).isEqualTo(CrashingRun.STATUS);
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> !answers(place));
        tree.remove(place.folder());
    }

    private static boolean answers(Place place) {
        try {
            return RedisServer.open().answers(place);
        } catch (IOException e) {
            return false;
        }
    }
}
