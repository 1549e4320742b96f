// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netgrade.evidence.EvidenceReader;
import io.netgrade.fact.Collected;
import io.netgrade.grade.Assessment;
import io.netgrade.profile.Plan;
import io.netgrade.profile.PlanReader;
import io.netgrade.report.JsonReport;
import io.netgrade.report.Paint;
import io.netgrade.report.TextReport;
import io.netgrade.yaml.Language;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Recorded evidence is assessed as somebody has read and found right: the whole report in text, and in JSON all but the
 * findings of controls that do not apply, of which the names stand. With {@code -Dnetgrade.golden=record} the reports are
 * written anew, to be read again; {@code test-captures/golden/README.md} says why each is right.
 */
class GoldenAssessmentsTest {
    private static final String PLAN = ".plan.yaml";
    private static final boolean RECORDING = "record".equals(System.getProperty("netgrade.golden"));

    /** While what was recorded was maintained by its makers. */
    private static final Instant THEN = Instant.parse("2026-12-01T00:00:00Z");

    private static final int COLUMNS = 100;

    /** Of a profile, which changes with its every word; its version is told beside it. */
    private static final Pattern DIGEST = Pattern.compile("(?<=sha256(\":\"| ))[0-9a-f]{12,64}");

    @TempDir
    private Path folder;

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(golden())) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(PLAN))
                    .map(name -> name.substring(0, name.length() - PLAN.length()))
                    .sorted()
                    .toList();
        }
    }

    private static Path golden() {
        return TestCaptures.root().resolve("golden");
    }

    @ParameterizedTest
    @MethodSource("names")
    void isAssessedAsItWasFoundRight(String name) throws Exception {
        Assessment assessment = assessed(name);
        holds(name + ".report.txt", text(assessment));
        holds(name + ".report.json", json(assessment));
        if (RECORDING) {
            fail(name + " was recorded: read what has changed, and run the test again without recording");
        }
    }

    private void holds(String file, String report) throws IOException {
        String told = DIGEST.matcher(report)
                .replaceAll(digest -> "0".repeat(digest.group().length()));
        assertThat(told)
                .doesNotContain(TestCaptures.root().toAbsolutePath().normalize().toString());
        Path expected = golden().resolve(file);
        Path written = Files.writeString(RECORDING ? expected : folder.resolve(file), told);
        assertThat(written).hasSameTextualContentAs(expected);
    }

    private static Assessment assessed(String name) throws Exception {
        Plan plan = new PlanReader(ProtocolCatalog.vocabulary(), TargetFile::read)
                .read(golden().resolve(name + PLAN), Optional.empty());
        String evidence = plan.units().get(0).evidence().get(0);
        Collected collected = EvidenceReader.read(Path.of(evidence), ProtocolCatalog.facts());
        return Judging.judge(
                collected,
                plan.profile(),
                PlanInputs.of(plan).units(collected.attempts(), Optional.empty()),
                plan.signed(),
                Optional.of(THEN));
    }

    private static String text(Assessment assessment) {
        StringWriter out = new StringWriter();
        TextReport.write(assessment, Language.EN, Paint.PLAIN, COLUMNS, new PrintWriter(out));
        return out.toString();
    }

    /** One line for each element of the report's lists. */
    private static String json(Assessment assessment) throws IOException {
        StringWriter out = new StringWriter();
        JsonReport.write(assessment, out);
        ObjectNode report = (ObjectNode) new ObjectMapper().readTree(out.toString());
        leaveOutWhatDoesNotApply(report);
        List<String> members = new ArrayList<>();
        report.properties().forEach(member -> members.add("\"" + member.getKey() + "\": " + lines(member.getValue())));
        return "{\n" + String.join(",\n", members) + "\n}\n";
    }

    private static void leaveOutWhatDoesNotApply(ObjectNode report) {
        Set<String> left = new TreeSet<>();
        Iterator<JsonNode> findings = report.withArray("findings").elements();
        while (findings.hasNext()) {
            JsonNode finding = findings.next();
            if (finding.path("result").asText().equals("not-applicable")) {
                left.add(finding.path("control").asText());
                findings.remove();
            }
        }
        report.put("notApplicable", String.join(" ", left));
    }

    private static String lines(JsonNode value) {
        if (!value.isArray() || value.isEmpty()) {
            return value.toString();
        }
        return StreamSupport.stream(value.spliterator(), false)
                .map(JsonNode::toString)
                .collect(Collectors.joining(",\n  ", "[\n  ", "\n]"));
    }
}
