// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.netgrade.evidence.EvidenceWriter;
import io.netgrade.fact.Collected;
import io.netgrade.fact.Evidence;
import io.netgrade.fact.Run;
import io.netgrade.fact.SomeAttempts;
import io.netgrade.grade.UnitScope;
import io.netgrade.scan.CaptureInputs;
import io.netgrade.scan.Captures;
import io.netgrade.scan.Collector;
import io.netgrade.scan.Judging;
import io.netgrade.scan.ReadingWatch;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written fits the published schemas, and the schemas name every member that is written. */
class ReportSchemasTest {
    private static final Instant THEN = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void everyShippedCaptureFits() throws Exception {
        Path captures = Path.of(Objects.requireNonNull(System.getProperty("netgrade.root")), "test-captures");
        CaptureInputs inputs = CaptureInputs.of(List.of("."), captures);
        assertThat(inputs.files()).hasSizeGreaterThan(10);
        for (CaptureInputs.Input input : inputs.files()) {
            Path journal = folder.resolve(String.valueOf(inputs.files().indexOf(input)));
            Collected collected = examined(input, journal);
            UnitScope unit = new UnitScope("all", "", "", "untrusted", Optional.empty(), any -> true, any -> true);
            String json = Sample.json(
                    Judging.judge(collected, Judging.profile("miit-telecom"), List.of(unit), Optional.empty()));
            assertThat(faults("assessment", json)).as(input.name()).isEmpty();
            assertThat(collected.observations()).isNotEmpty();
            assertLinesFit(journal);
        }
    }

    @Test
    void everyKindOfMemberFits() throws Exception {
        Sample sample = new Sample()
                .server(1, "rc4")
                .saw(1, Evidence.Source.PROBE, Sample.CIPHERS.complete(List.of("aes")))
                .silent(2)
                .everything("odd \u0007 words");
        sample.type = "dns-authoritative";

        assertThat(faults("assessment", Sample.json(sample.judged()))).isEmpty();

        Path journal = folder.resolve("evidence");
        try (Collector collector = new Collector(
                Optional.of(EvidenceWriter.create(journal, sample.collected().run())))) {
            collector.include(sample.collected());
            new SomeAttempts(1).many(3_000).forEach(collector::attemptedAmongOthers);
            collector.collected(sample.collected().run(), THEN);
        }
        assertLinesFit(journal);
        assertThat(Files.readString(journal))
                .contains("\"observation\"", "\"attempt\"", "\"attempts\"", "\"capture\"", "\"problem\"", "\"end\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"achieved\" : \"none\"", "\"result\" : \"fail\"", "\"started\" : \"2026-01-01T00:00:00Z\"",
                "\"frame\" : 7", "\"transport\" : \"tcp\"", "\"schema\" : \"netgrade.assessment/1\"",
                "\"complete\" : true", "\"endpointsTried\" : 0", "\"unknownReason\" : \"not-asked\""
            })
    void wrongMemberIsRefused(String member) {
        String json = Sample.json(new Sample().server(1, "rc4").silent(2).judged());
        assertThat(json).contains(member);
        String name = member.substring(0, member.indexOf(':'));

        assertThat(faults("assessment", json.replace(member, name + ": {}"))).isNotEmpty();
        assertThat(faults("assessment", json.replace(name, "\"other\""))).isNotEmpty();
    }

    private static Collected examined(CaptureInputs.Input input, Path journal) throws IOException {
        Run run = new Run("test", "0", "analyze", THEN, THEN, "untrusted", true);
        try (Collector collector = new Collector(Optional.of(EvidenceWriter.create(journal, run)))) {
            Captures.examine(List.of(input), InputStream.nullInputStream(), collector, new ReadingWatch());
            return collector.collected(run, THEN);
        }
    }

    private static void assertLinesFit(Path journal) throws IOException {
        Schema schema = schema("evidence");
        for (String line : Files.readAllLines(journal)) {
            assertThat(schema.validate(line, InputFormat.JSON)).as(line).isEmpty();
        }
    }

    static List<String> faults(String schema, String json) {
        return schema(schema).validate(json, InputFormat.JSON).stream()
                .map(String::valueOf)
                .toList();
    }

    /** The published schema, made to refuse what it does not name: readers must bear more, writers must not write it. */
    private static Schema schema(String name) {
        try (InputStream in = ReportSchemasTest.class.getResourceAsStream("/schema/netgrade." + name + "-1.json")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text).contains("\"additionalProperties\": true");
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(
                            text.replace("\"additionalProperties\": true", "\"additionalProperties\": false"),
                            InputFormat.JSON);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
