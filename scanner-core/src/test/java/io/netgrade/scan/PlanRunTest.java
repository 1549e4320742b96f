// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.evidence.EvidenceReader;
import io.netgrade.evidence.EvidenceWriter;
import io.netgrade.fact.Collected;
import io.netgrade.fact.Problem;
import io.netgrade.fact.Run;
import io.netgrade.probe.ProbeLimits;
import io.netgrade.profile.Plan;
import io.netgrade.profile.PlanReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands of the inputs of a plan when somebody interrupts it. */
class PlanRunTest {
    @TempDir
    private Path folder;

    @Test
    void anInterruptWhileCapturesAreReadIsKeptInTheEvidence() throws Exception {
        Plan plan = plan();
        Run run = Runs.begin("assess", "0", "untrusted", true, Instant.now());
        Path file = folder.resolve("evidence.ndjson");
        try (Collector collector = new Collector(Optional.of(EvidenceWriter.create(file, run)))) {
            PlanTargets targets = PlanTargets.of(plan, plan.scope(), ProbeLimits.GENTLE, Instant.now());
            Thread.currentThread().interrupt();
            boolean all = PlanRun.take(PlanInputs.of(plan), targets, collector, new ReadingWatch());

            assertThat(Thread.interrupted()).as("results can be written now").isFalse();
            assertThat(all).isFalse();
            collector.collected(run, Instant.now());
        }
        assertThat(EvidenceReader.read(file, ProtocolCatalog.facts()).problems())
                .extracting(Problem::message)
                .containsExactly("a.pcap: interrupted, not examined");
    }

    @Test
    void whatInterruptedEvidenceThatThePlanNamesStays() {
        Problem before = new Problem("probe", "interrupted: 3 of 9 endpoints were not visited", false);
        Problem own = new Problem("probe", "interrupted: 4 of 9 endpoints were not visited (unit a)", false);
        Problem other = new Problem("a.pcap", "a.pcap: damaged", true);
        Run run = Runs.begin("assess", "0", "untrusted", true, Instant.now());
        Collected taken = new Collected(run, List.of(), List.of(), List.of(), List.of(before));
        Collected cut = new Collected(run, List.of(), List.of(), List.of(), List.of(before, other, own));

        assertThat(Remains.ofPlan(cut, List.of(taken)).problems()).containsExactly(before, other);
    }

    private Plan plan() throws Exception {
        Files.copy(TestCaptures.root().resolve("ssh/openssh-9.2p1-strong.pcap"), folder.resolve("a.pcap"));
        Path file = Files.writeString(
                folder.resolve("plan.yaml"), "schema: netgrade.plan/1\nunits: [{id: a, captures: [a.pcap]}]\n");
        return new PlanReader(ProtocolCatalog.vocabulary(), TargetFile::read).read(file, Optional.empty());
    }
}
