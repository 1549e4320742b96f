// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netgrade.fact.Run;
import io.netgrade.probe.Course;
import io.netgrade.probe.Standing;
import io.netgrade.scan.RunIdentity;
import io.netgrade.scan.RunPlace;
import io.netgrade.scan.Runs;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the folder of a run says while it goes, and when something goes wrong. */
class KeptProbeTest {
    @TempDir
    Path state;

    private final StringWriter err = new StringWriter();
    private final Run run = Runs.begin("scan", "0", "untrusted", true, Instant.now());
    private final RunIdentity identity = RunIdentity.of("0", "connect", List.of(), Course.WHOLE);
    private final AtomicBoolean windowOpen = new AtomicBoolean(true);

    @Test
    void saysHowFarItIsFromTheBeginningOn() throws Exception {
        try (KeptProbe kept = begin()) {
            assertThat(place().standing()).isEqualTo(new Standing(0, List.of()));
            kept.accept(new Standing(40, List.of(3L, 39L)));
            await().until(() -> place().standing().equals(new Standing(40, List.of(3L, 39L))));
            assertThat(place().over()).isFalse();
            kept.accept(new Standing(41, List.of()));
            kept.over(true);
            assertThat(place()).isEqualTo(place().at(new Standing(41, List.of()), true));
        }
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void whatComesUpOutsideTheWindowStaysToBeVisited() throws Exception {
        try (KeptProbe kept = begin()) {
            kept.accept(new Standing(40, List.of()));
            await().until(() -> place().standing().next() == 40);
            windowOpen.set(false);
            kept.accept(new Standing(90, List.of()));
            kept.over(true);

            assertThat(place().standing().next()).isEqualTo(40);
            assertThat(place().over()).isFalse();
        }
    }

    @Test
    void aDiskThatFailsIsSaidOnceAndTheProbeGoesOn() throws Exception {
        try (KeptProbe kept = begin()) {
            Path folder = folder();
            Files.move(folder, state.resolve("elsewhere"));
            kept.accept(new Standing(1, List.of()));
            await().until(() -> !err.toString().isEmpty());
            kept.accept(new Standing(2, List.of()));
            kept.over(true);

            assertThat(err.toString().lines())
                    .singleElement()
                    .asString()
                    .startsWith("netgrade: " + folder + ": how far the run is cannot be kept, the probe goes on: ");
        }
    }

    @Test
    void oneProcessWorksOnAFolderAtATime() throws Exception {
        KeptProbe kept = begin();
        assertThat(RunLock.of(folder())).isEmpty();
        kept.close();

        RunLock later = RunLock.of(folder()).orElseThrow();
        assertThat(RunLock.of(folder())).isEmpty();
        later.close();
    }

    private KeptProbe begin() {
        CommonOptions options = new CommonOptions();
        options.state = state;
        Console console = new Console(
                new PrintWriter(err), java.io.OutputStream.nullOutputStream(), new PrintWriter(err, true), false);
        return KeptProbe.begin(console, options, run, identity, Course.WHOLE, Optional.empty(), windowOpen::get);
    }

    private Path folder() {
        return state.resolve("runs").resolve(run.id());
    }

    private RunPlace place() throws Exception {
        return RunPlace.read(folder());
    }
}
