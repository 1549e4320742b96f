// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaceOptionsTest {
    @TempDir
    private Path state;

    @Test
    void aRunThatTakesTooLongEndsInOrderAndSaysWhereToGoOn() {
        Ran ran = Ran.netgrade(
                "scan", "127.0.0.77", "-p", "T:1-2000", "--rate", "20", "--max-time", "1s", "--state", "" + state);

        assertThat(ran.code()).isEqualTo(ExitCode.UNDECIDED.code());
        assertThat(ran.err())
                .containsPattern("the time for the whole run is over \\(1\\.0 s\\): 19\\d\\d of 2000 endpoints were not"
                        + " visited; to go on: the same command with --resume \\S+, or with --resume-at \\d+");
        assertThat(ran.err()).doesNotContain("WARNING");
    }

    @Test
    void whatIsNotGentleIsSaidLoudly() {
        Ran ran = Ran.netgrade(
                "scan", "127.0.0.77", "-p", "T:1-9", "--rate", "5000", "--per-host", "100", "--state", "" + state);

        assertThat(ran.err())
                .contains("WARNING: not gentle: 5000 new connections a second (gentle: 50), 100 at a time to a host"
                        + " (gentle: 2), 100 to a network (gentle: 8)");
    }

    @Test
    void everyMistakeIsNamed() {
        Ran ran = Ran.netgrade(
                "scan",
                "127.0.0.77",
                "--per-host",
                "0",
                "--per-network=-1",
                "--at-once",
                "0",
                "--max-time",
                "soon",
                "--state",
                "" + state);

        assertThat(ran.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(ran.said())
                .anyMatch(line -> line.contains("--per-host: 0 is less than 1"))
                .anyMatch(line -> line.contains("--per-network: -1 is less than 1"))
                .anyMatch(line -> line.contains("--at-once: 0 is less than 1"))
                .anyMatch(line -> line.contains("--max-time: \"soon\" is no time such as 90s, 30m or 8h"));
    }
}
