// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plan's probes would send, and how long that takes, is told before anything is sent. */
class PlanDryRunTest {
    private static final Clock NIGHT = Clock.fixed(Instant.parse("2026-11-23T22:30:00Z"), ZoneOffset.UTC);
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

    private static final String PLAN = """
            schema: netgrade.plan/1
            scope:
              allow: [192.0.2.0/24]
              windows: [{from: "22:00", to: "06:00", zone: UTC}]
            units:
              - {id: north, targets: [192.0.2.0/30], ports: "T:22,80"}
              - {id: south, targets: [192.0.2.8, 192.0.2.9], ports: "T:1-1000"}
            """;

    @TempDir
    Path folder;

    @Test
    void listsUnitAfterUnitAndSendsNothing() throws IOException {
        Ran ran = assess(NIGHT, PLAN, "--dry-run");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out())
                .startsWith("DRY RUN  no endpoint was sent anything")
                .contains("UNIT north", "192.0.2.0-192.0.2.3  4 addresses; TCP 22,80; UDP none", "TCP  8 connections")
                .contains("UNIT south", "TCP  2000 connections", "at least 40 s for 2000 endpoints")
                .endsWith("IN ALL\n  at least 41 s, one unit after another\n");
        assertThat(folder.resolve("state")).doesNotExist();
    }

    @Test
    void byDayItSaysWhenTheWindowOpens() throws IOException {
        Ran ran = assess(NOON, PLAN, "--dry-run");

        assertThat(ran.code()).isEqualTo(4);
        assertThat(ran.out()).contains("UNIT north");
        assertThat(ran.said()).singleElement().asString().contains("it opens at 2026-11-23T22:00:00Z");
    }

    @Test
    void whatFitsNoWindowIsRefusedWithItsTime() throws IOException {
        String long8h = PLAN.replace("192.0.2.8, 192.0.2.9", "192.0.2.128/25").replace("T:1-1000", "T:1-12000");

        for (String dry : List.of("--dry-run", "-q")) {
            Ran ran = assess(NIGHT, long8h, dry);

            assertThat(ran.code()).isEqualTo(64);
            assertThat(ran.said())
                    .singleElement()
                    .asString()
                    .contains("at least 8 h 33 min", "longest window is 8 h 0 min", "nothing was sent");
            assertThat(folder.resolve("state")).doesNotExist();
        }
    }

    @Test
    void aPlanIsRecordedToo() throws IOException {
        Path file = folder.resolve("probe.pcapng");
        String loopback = "schema: netgrade.plan/1\nunits: [{id: a, targets: [\"127.0.0.1:9\"]}]\n";

        assertThat(assess(NIGHT, loopback, "--record", file.toString(), "-q").code())
                .isEqualTo(2);
        assertThat(Ran.netgrade("analyze", file.toString(), "-q").code()).isNotEqualTo(65);
        Ran again = assess(NIGHT, loopback, "--record", file.toString(), "-q");
        assertThat(again.code()).isEqualTo(64);
        assertThat(again.said()).singleElement().asString().contains(file.toString(), "never written over");
    }

    @Test
    void thePlanSaysHowTargetsAreProbedAndAnOptionComesBeforeIt() throws IOException {
        String plan = """
                schema: netgrade.plan/1
                probing: {rate: 20, discovery: syn, record: records}
                units: [{id: a, targets: [127.0.0.0/30], ports: "T:9,S:2905"}]
                """;

        assertThat(assess(NIGHT, plan, "--dry-run").out())
                .contains("8 endpoints at 20 connections a second", "SCTP  an INIT, at most 8 times, to 2905");
        assertThat(assess(NIGHT, plan, "--dry-run", "--rate", "2", "--discovery", "connect")
                        .out())
                .contains("8 endpoints at 2 connections a second", "SCTP 4 associations, one to each endpoint")
                .doesNotContain("an INIT");
        Ran connected = assess(NIGHT, plan, "--discovery", "connect", "-q");
        assertThat(connected.err().isEmpty() || connected.err().contains("S:2905: no SCTP here, not visited: "))
                .as(connected.err())
                .isTrue();
        assertThat(folder.resolve("records")).isDirectoryContaining("glob:**.pcapng");
    }

    @Test
    void aShardVisitsItsPartOfEveryUnit() throws IOException {
        Ran first = assess(NIGHT, PLAN, "--dry-run", "--shard", "1/2", "--seed", "7");

        assertThat(first.out())
                .contains("UNIT north", "at least 20 s for 1000 endpoints")
                .endsWith("IN ALL\n  at least 21 s, one unit after another\n");
        Ran wrong = assess(NIGHT, PLAN, "--dry-run", "--shard", "3/2");
        assertThat(wrong.code()).isEqualTo(64);
        assertThat(wrong.said()).singleElement().asString().contains("--shard: 3/2 is not a part of a whole");
    }

    private Ran assess(Clock clock, String plan, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("plan.yaml"), plan);
        String state = folder.resolve("state").toString();
        return Ran.netgrade(
                clock,
                Stream.concat(Stream.of("assess", file.toString(), "--state", state), Stream.of(more))
                        .toArray(String[]::new));
    }
}
