// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhatIfCommandTest {
    /** Telnet is forbidden from level 3.1 on only. */
    private static final String MILDER = """
            schema: netgrade.profile/1
            id: milder
            version: "1"
            title: {en: Milder, zh: 宽松}
            source: a test
            extends: miit-telecom
            changes:
              - control: MGT-01
                reason: a trial
                check: service.presence
                asks: [{level: "3.1", severity: high, bar: {absent: true}}]
            """;

    @TempDir
    Path folder;

    private Path milder;

    @BeforeEach
    void writeProfile() throws IOException {
        milder = Files.createDirectories(folder.resolve("milder"));
        Files.writeString(milder.resolve("profile.yml"), MILDER);
    }

    @Test
    void everyRunThatIsKeptIsJudgedAndNothingIsWritten() throws IOException {
        keep("20260101T000000Z-aaaaaa");
        keep("20260102T000000Z-bbbbbb");
        Map<Path, String> before = files();

        Ran ran = whatIf("--unit-type", "support-oss");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out())
                .contains("WHAT IF profile milder 1")
                .contains("instead of profile miit-telecom")
                .contains("MGT-01 fail (level 2) → fail (level 3.1), at ");
        assertThat(ran.out().lines().filter(line -> line.contains(" all "))).hasSizeGreaterThanOrEqualTo(2);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void jsonFitsItsSchema() throws IOException {
        keep("20260101T000000Z-aaaaaa");
        Ran ran = whatIf("--format", "json", "--level", "2", "--what-if", "mozilla-tls");

        assertThat(ran.code()).as(ran.err()).isZero();
        try (InputStream in =
                Objects.requireNonNull(getClass().getResourceAsStream("/schema/netgrade.what-if-1.json"))) {
            String schema = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\"additionalProperties\": true", "\"additionalProperties\": false");
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(schema, InputFormat.JSON)
                            .validate(ran.out(), InputFormat.JSON))
                    .isEmpty();
        }
        assertThat(ran.out()).contains("\"id\" : \"milder\"", "\"id\" : \"mozilla-tls\"", "\"control\" : \"MGT-01\"");
    }

    @Test
    void evidenceThatIsNamedIsJudgedAlone() throws IOException {
        keep("20260101T000000Z-aaaaaa");
        Path other = evidence(folder.resolve("other.ndjson"));
        Ran ran = whatIf(other.toString());
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).doesNotContain("aaaaaa");
    }

    @Test
    void onlyWhatIsAskedForMovesTheExitCode() throws IOException {
        keep("20260101T000000Z-aaaaaa");
        assertThat(whatIf("--level", "5").code()).isZero();
        assertThat(whatIf("--fail-on", "5").code()).isEqualTo(1);
        assertThat(whatIf("--fail-on", "never").code()).isZero();
        assertThat(whatIf("--fail-on", "17").code()).isEqualTo(64);
    }

    @Test
    void runThatCannotBeReadIsSaidAndTheOthersAreJudged() throws IOException {
        keep("20260101T000000Z-aaaaaa");
        Path damaged = Files.createDirectories(folder.resolve("state/runs/20260102T000000Z-bbbbbb"));
        Files.writeString(damaged.resolve("evidence.ndjson"), "no evidence\n");
        Ran ran = whatIf();
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("bbbbbb");
        assertThat(ran.out()).contains("MGT-01");

        Files.delete(folder.resolve("state/runs/20260101T000000Z-aaaaaa/evidence.ndjson"));
        assertThat(whatIf().code()).isEqualTo(65);
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(whatIf().code()).isEqualTo(64);
        assertThat(whatIf().err()).contains("no run is kept in");
        assertThat(whatIf("--what-if", "no-such").code()).isEqualTo(64);
        assertThat(whatIf("--format", "html").err()).contains("text or json");
        assertThat(Ran.netgrade("judge").code()).isEqualTo(64);
        assertThat(Ran.netgrade("judge").err()).contains("EVIDENCE is missing");
    }

    private Ran whatIf(String... more) {
        List<String> args = new ArrayList<>(List.of(
                "judge",
                "--what-if",
                milder.toString(),
                "--state",
                folder.resolve("state").toString()));
        args.addAll(Arrays.asList(more));
        return Ran.netgrade(args.toArray(String[]::new));
    }

    private void keep(String run) throws IOException {
        evidence(Files.createDirectories(folder.resolve("state/runs").resolve(run))
                .resolve("evidence.ndjson"));
    }

    private static Path evidence(Path file) {
        Ran ran = Ran.netgrade(
                "analyze",
                Ran.capture("telnet/inetutils-telnetd-2.4-login.pcap"),
                "--evidence",
                file.toString(),
                "--quiet");
        assertThat(file).as(ran.err()).exists();
        return file;
    }

    private Map<Path, String> files() throws IOException {
        Map<Path, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(file, Files.readString(file) + Files.getLastModifiedTime(file));
            }
        }
        return files;
    }
}
