// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.evidence.EvidenceReader;
import io.netgrade.scan.PlanPlace;
import io.netgrade.scan.ProtocolCatalog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan shared out: its shards have no endpoint in common, and together all. */
class PlanShardsTest {
    private static final String PLAN = """
            schema: netgrade.plan/1
            units:
              - {id: north, targets: [127.61.0.0/28], ports: "T:9"}
              - {id: south, targets: [127.62.0.0/29], ports: "T:9"}
            """;

    @TempDir
    private Path folder;

    @Test
    void shardsTogetherVisitEveryEndpointOnce() throws Exception {
        List<String> all = new ArrayList<>();
        for (String shard : List.of("1/2", "2/2")) {
            Set<String> own = visited(shard);

            assertThat(own).as(shard).isNotEmpty().hasSizeLessThan(24);
            all.addAll(own);
        }
        assertThat(all).hasSize(24).doesNotHaveDuplicates();
        assertThat(visited("1/1")).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void aShardIsTakenUpByNoOther() throws Exception {
        visited("1/2");

        Ran other = assess(folder.resolve("state-1"), "--shard", "2/2", "--resume");

        assertThat(other.code()).isEqualTo(64);
        assertThat(other.said()).singleElement().asString().contains("no run of this plan was interrupted");
    }

    /** The endpoints to which a shard made a connection, by its evidence. */
    private Set<String> visited(String shard) throws Exception {
        Path state = folder.resolve("state-" + shard.charAt(0) + (shard.equals("1/1") ? "-whole" : ""));
        Ran ran = assess(state, "--shard", shard, "--seed", "3");
        assertThat(ran.code()).as(ran.err()).isNotEqualTo(64);
        try (Stream<Path> runs = Files.list(state.resolve("runs"))) {
            Path run = runs.findFirst().orElseThrow();
            Set<String> endpoints = new TreeSet<>();
            EvidenceReader.read(Path.of(PlanPlace.read(run).evidence()), ProtocolCatalog.facts())
                    .attempts()
                    .forEach(attempt -> endpoints.add(attempt.endpoint().toString()));
            return endpoints;
        }
    }

    private Ran assess(Path state, String... more) throws Exception {
        Path file = Files.writeString(folder.resolve("plan.yaml"), PLAN);
        return Ran.netgrade(
                Stream.concat(Stream.of("assess", file.toString(), "--state", state.toString(), "-q"), Stream.of(more))
                        .toArray(String[]::new));
    }
}
