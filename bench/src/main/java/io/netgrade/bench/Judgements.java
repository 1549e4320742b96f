// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.bench;

import io.netgrade.evidence.EvidenceFault;
import io.netgrade.evidence.EvidenceReader;
import io.netgrade.fact.Collected;
import io.netgrade.grade.Assessment;
import io.netgrade.grade.UnitScope;
import io.netgrade.profile.Profile;
import io.netgrade.scan.Judging;
import io.netgrade.scan.ProtocolCatalog;
import io.netgrade.yaml.MistakesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Milliseconds to read the evidence of so many endpoints (the two servers of test-captures/lab again and again), and to judge it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class Judgements {
    private static final UnitScope ALL =
            new UnitScope("all", "", "", "untrusted", Optional.empty(), seen -> true, tried -> true);

    @Param({"1000"})
    private int endpoints = 1000;

    /** Whether each has a key of its own, as servers mostly have, so that no two are wholly alike. */
    @Param({"false", "true"})
    private boolean ownKeys;

    private Path file = Path.of("");
    private Profile profile = profile();
    private Optional<Collected> collected = Optional.empty();

    private static Profile profile() {
        try {
            return Judging.profile("miit-telecom");
        } catch (MistakesException e) {
            throw new IllegalStateException(e);
        }
    }

    @Setup
    public void prepare() throws IOException, EvidenceFault {
        Path lab = Path.of(System.getProperty("netgrade.root"), "test-captures", "lab");
        List<String> ssh = Files.readAllLines(lab.resolve("oss-mgmt.ndjson"));
        List<String> web = Files.readAllLines(lab.resolve("web-hall.ndjson"));
        List<String> lines = new ArrayList<>(List.of(ssh.get(0)));
        for (int i = 0; i < endpoints; i++) {
            String own = String.format("%08x", i);
            String address = "\"address\":\"10.0." + i / 256 + "." + i % 256 + "\"";
            for (String line : i % 2 == 0 ? ssh : web) {
                if (line.contains("\"address\":")) {
                    String moved = line.replaceFirst("\"address\":\"[0-9.]*\"", address);
                    lines.add(
                            ownKeys
                                    ? moved.replaceFirst(
                                            "(\"(sha256|fingerprint)\":\"[^\"]*)[^\"]{8}\"", "$1" + own + "\"")
                                    : moved);
                }
            }
        }
        lines.add(ssh.get(ssh.size() - 1));
        file = Files.write(Files.createTempFile("netgrade-bench-", ".ndjson"), lines);
        collected = Optional.of(read());
    }

    @TearDown
    public void remove() throws IOException {
        Files.deleteIfExists(file);
    }

    @Benchmark
    public Collected read() throws IOException, EvidenceFault {
        return EvidenceReader.read(file, ProtocolCatalog.facts());
    }

    @Benchmark
    public Assessment judge() {
        return Judging.judge(collected.orElseThrow(), profile, List.of(ALL), Optional.empty());
    }
}
