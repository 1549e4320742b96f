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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A probe begins only when, from where and as long as its scope allows. Nothing here sends anything but to loopback. */
class ScopeTimesTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    private static final Clock NIGHT = Clock.fixed(Instant.parse("2026-11-23T22:30:00Z"), ZoneOffset.UTC);
    private static final Clock NEXT_YEAR = Clock.fixed(Instant.parse("2027-11-23T23:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Path scope = Path.of("");

    @BeforeEach
    void writeScope() throws IOException {
        scope = Files.writeString(folder.resolve("scope.yaml"), """
                schema: netgrade.scope/1
                allow: [192.0.2.0/24]
                authorised-by: Change 4711
                valid-until: 2027-01-31T00:00:00Z
                vantage: internal
                windows: [{from: "22:00", to: "06:00", zone: UTC}]
                """);
    }

    @Test
    void outsideItsWindowNothingIsDone() {
        Ran ran = scan(NOON, "192.0.2.1", "--vantage", "internal");

        assertThat(ran.code()).isEqualTo(4);
        assertThat(ran.said())
                .containsExactly("netgrade: the scope's window is closed, nothing was sent; it opens at"
                        + " 2026-11-23T22:00:00Z");
        assertThat(folder.resolve("state")).doesNotExist();
    }

    @Test
    void anAuthorisationThatHasRunOutSaysSo() {
        Ran ran = scan(NEXT_YEAR, "192.0.2.1", "--vantage", "internal");

        assertThat(ran.code()).isEqualTo(64);
        assertThat(ran.said())
                .singleElement()
                .asString()
                .contains("authorisation (Change 4711) ended at 2027-01-31T00:00:00Z", "nothing was sent");
    }

    @Test
    void fromElsewhereNothingIsDone() {
        Ran ran = scan(NOON, "192.0.2.1");

        assertThat(ran.code()).isEqualTo(64);
        assertThat(ran.said()).singleElement().asString().contains("from internal", "looks from untrusted");
    }

    @Test
    void loopbackNeedsNoneOfIt() {
        Ran ran = scan(NEXT_YEAR, "127.0.0.1:1");

        assertThat(ran.code()).as("nothing answers there").isEqualTo(2);
        assertThat(ran.out()).contains("1 endpoint tried");
    }

    @Test
    void aPlanOutsideItsWindowDoesNothing() throws IOException {
        Path plan = Files.writeString(folder.resolve("plan.yaml"), """
                schema: netgrade.plan/1
                vantage: internal
                scope: scope.yaml
                units: [{id: a, targets: [192.0.2.1]}]
                """);

        Ran ran = Ran.netgrade(
                NOON,
                "assess",
                plan.toString(),
                "--state",
                folder.resolve("state").toString());

        assertThat(ran.code()).isEqualTo(4);
        assertThat(ran.said()).singleElement().asString().contains("window is closed");
        assertThat(folder.resolve("state")).doesNotExist();
    }

    @Test
    void aDryRunListsWhatWouldBeSentAndSendsNothing() throws IOException {
        Ran ran = scan(
                NIGHT,
                "192.0.2.0/30",
                "198.51.100.1",
                "127.0.0.1",
                "-p",
                "T:22,80,U:161,4000",
                "--vantage",
                "internal",
                "--dry-run",
                "--rate",
                "7");

        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .contains("192.0.2.0-192.0.2.3  4 addresses; TCP 22,80; UDP 161,4000")
                .contains("127.0.0.1  1 address; TCP 22,80; UDP 161,4000")
                .contains("OUTSIDE THE SCOPE", "the scope does not name 198.51.100.1")
                .contains("TCP  10 connections")
                .contains("to 10 endpoints")
                .contains("at 7 connections a second");
        assertThat(folder.resolve("state")).doesNotExist();
    }

    @Test
    void aDryRunByDaySaysThatTheWindowIsClosed() {
        Ran ran = scan(NOON, "192.0.2.1", "--vantage", "internal", "--dry-run", "-p", "T:22");

        assertThat(ran.code()).isEqualTo(4);
        assertThat(ran.out()).contains("192.0.2.1  1 address; TCP 22; UDP none").contains("TCP  1 connection,");
        assertThat(ran.said()).singleElement().asString().contains("it opens at 2026-11-23T22:00:00Z");
    }

    @Test
    void aRunThatIsLongerThanEveryWindowIsAMistake() {
        Ran ran = scan(NIGHT, "192.0.2.0/24", "-p", "T:1-10000", "--vantage", "internal");

        assertThat(ran.code()).isEqualTo(64);
        assertThat(ran.said())
                .singleElement()
                .asString()
                .contains("at least 14 h 14 min", "longest window is 8 h 0 min", "nothing was sent", "--rate");
        assertThat(folder.resolve("state")).doesNotExist();
    }

    @Test
    void aRunThatNoLongerFitsTodayCanBeginTomorrow() {
        Clock late = Clock.fixed(Instant.parse("2026-11-24T05:00:00Z"), ZoneOffset.UTC);
        Ran ran = scan(late, "192.0.2.0/24", "-p", "T:1-1000", "--vantage", "internal", "--dry-run");

        assertThat(ran.code()).isEqualTo(4);
        assertThat(ran.out()).contains("TCP  256000 connections").contains("at least 86 min for 256000 endpoints");
        assertThat(ran.said())
                .singleElement()
                .asString()
                .contains("at least 86 min", "closes at 2026-11-24T06:00:00Z", "opens, at 2026-11-24T22:00:00Z");
    }

    @Test
    void aShardIsForecastByItself() {
        Ran ran =
                scan(NIGHT, "192.0.2.0/24", "-p", "T:1-10000", "--vantage", "internal", "--dry-run", "--shard", "1/4");

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("at least 3 h 34 min for 640000 endpoints");
    }

    private Ran scan(Clock clock, String... more) {
        String[] args = new String[more.length + 5];
        System.arraycopy(
                new String[] {
                    "scan",
                    "--scope",
                    scope.toString(),
                    "--state",
                    folder.resolve("state").toString()
                },
                0,
                args,
                0,
                5);
        System.arraycopy(more, 0, args, 5, more.length);
        return Ran.netgrade(clock, args);
    }
}
