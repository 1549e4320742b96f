// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.evidence.EvidenceReader;
import io.netgrade.evidence.EvidenceWriter;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Collected;
import io.netgrade.fact.Run;
import io.netgrade.grade.Assessment;
import io.netgrade.grade.UnitGrade;
import io.netgrade.probe.ProbeLimits;
import io.netgrade.profile.Level;
import io.netgrade.profile.Plan;
import io.netgrade.profile.PlanReader;
import io.netgrade.report.JsonReport;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lab plan yields what its README says, and its evidence judged again yields the same report. */
class PlanLabTest {
    /** Later than any run of this test. */
    private static final Instant THEN = Instant.parse("2200-01-01T00:00:00Z");

    private static final Instant WHILE_ITS_SOFTWARE_IS_MAINTAINED = Instant.parse("2026-12-01T00:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void yieldsTheDocumentedLevels() throws Exception {
        Plan plan = plan(TestCaptures.root());
        Assessment assessment = judged(plan, assessed(plan));

        assertThat(assessment.units())
                .extracting(PlanLabTest::line)
                .containsExactly(
                        "oss-mgmt 5 .. 5 meets",
                        "dns-core none .. 5 undecided",
                        "web-hall none .. 1 below",
                        "legacy-access none .. none below");
        assertThat(assessment.coverage().unexamined()).isEmpty();
    }

    @Test
    void namesWhatBlocksAndWhatIsOpen() throws Exception {
        Plan plan = plan(TestCaptures.root());
        Assessment assessment = judged(plan, assessed(plan));

        assertThat(assessment.units().get(1).undecided()).containsExactly("BND-05", "INF-01", "INF-02", "INF-03");
        assertThat(assessment.units().get(2).blockedBy())
                .containsExactly("BND-05", "MGT-03", "TLS-13", "WEB-01", "WEB-02");
        assertThat(assessment.units().get(3).blockedBy())
                .containsExactly("BND-02", "BND-05", "BND-11", "DAT-01", "MGT-01", "MGT-04", "MGT-11", "MGT-12");
    }

    @Test
    void findsItsCapturesFromWhereverItIsStarted() throws Exception {
        Path here = Path.of("").toAbsolutePath();
        Path relative = here.relativize(TestCaptures.root().toAbsolutePath().normalize());

        assertThat(PlanInputs.of(plan(relative)).problems()).isEmpty();
        assertThat(PlanInputs.of(plan(relative)).captures())
                .extracting(CaptureInputs.Input::name)
                .isEqualTo(PlanInputs.of(plan(TestCaptures.root())).captures().stream()
                        .map(CaptureInputs.Input::name)
                        .toList());
    }

    @Test
    void evidenceJudgedAgainGivesTheSameReportByteForByte() throws Exception {
        Plan plan = plan(TestCaptures.root());
        String first = json(judged(plan, assessed(plan)));
        Collected again = EvidenceReader.read(folder.resolve("evidence.ndjson"), ProtocolCatalog.facts());

        assertThat(json(judged(plan, again))).isEqualTo(first);
    }

    private static Plan plan(Path captures) throws Exception {
        return new PlanReader(ProtocolCatalog.vocabulary(), TargetFile::read)
                .read(captures.resolve("lab/plan.yaml"), Optional.empty());
    }

    private Collected assessed(Plan plan) throws Exception {
        Run run = new Run("lab", "0", "assess", THEN, THEN, plan.vantage(), plan.vantageDeclared());
        try (Collector collector =
                new Collector(Optional.of(EvidenceWriter.create(folder.resolve("evidence.ndjson"), run)))) {
            PlanRun.examine(
                    plan,
                    PlanInputs.of(plan),
                    ProbeLimits.GENTLE,
                    InstantSource.system(),
                    collector,
                    new ReadingWatch());
            Collected collected = collector.collected(run, THEN);
            assertThat(collected.attempts()).extracting(Attempt::time).allMatch(time -> time.isBefore(THEN));
            return collected;
        }
    }

    private static Assessment judged(Plan plan, Collected collected) {
        return Judging.judge(
                collected,
                plan.profile(),
                PlanInputs.of(plan).units(collected.attempts(), Optional.empty()),
                Optional.of(WHILE_ITS_SOFTWARE_IS_MAINTAINED));
    }

    private static String line(UnitGrade unit) {
        return unit.id() + " " + id(unit.interval().achieved()) + " .. "
                + id(unit.interval().possible()) + " " + unit.outcome().id();
    }

    private static String id(Optional<Level> level) {
        return level.map(Level::id).orElse("none");
    }

    private static String json(Assessment assessment) throws IOException {
        StringWriter out = new StringWriter();
        JsonReport.write(assessment, out);
        return out.toString();
    }
}
