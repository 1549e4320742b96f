// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.netgrade.scan.ProtocolCatalog;
import io.netgrade.scan.TargetFile;
import io.netgrade.yaml.MistakesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plan says of the manner in which its targets are probed. */
class PlanProbingTest {
    private static final String PLAN = """
            schema: netgrade.plan/1
            recog: fingerprints
            probing:
              discovery: syn
              rate: 20
              per-host: 1
              per-network: 4
              at-once: 64
              max-time: 8h
              trust-store: authorities.pem
              ct-logs: logs.json
              media: [http://192.0.2.7/a.png, "https://[2001:db8::7]:8443/b.mp3?c=d"]
              record: /var/records
            units: [{id: a, captures: [a.pcap]}]
            """;

    @TempDir
    private Path folder;

    @Test
    void readsAllOfIt() throws Exception {
        Plan plan = read(PLAN);

        assertThat(plan.probing())
                .isEqualTo(new PlanProbing(
                        Optional.of("syn"),
                        Optional.of(20),
                        Optional.of(1),
                        Optional.of(4),
                        Optional.of(64),
                        Optional.of(Duration.ofHours(8)),
                        Optional.of(folder + "/authorities.pem"),
                        Optional.of(folder + "/logs.json"),
                        List.of("http://192.0.2.7/a.png", "https://[2001:db8::7]:8443/b.mp3?c=d"),
                        Optional.of("/var/records")));
        assertThat(plan.recog()).contains(folder + "/fingerprints");
    }

    @Test
    void whatIsNotSaidIsLeftToTheCommandLine() throws Exception {
        String silent = "schema: netgrade.plan/1\nunits: [{id: a, captures: [a.pcap]}]\n";

        assertThat(read(silent).probing()).isEqualTo(PlanProbing.UNSAID);
        assertThat(read(silent + "probing: {}\n").probing()).isEqualTo(PlanProbing.UNSAID);
        assertThat(read(silent).recog()).isEmpty();
    }

    @Test
    void everyMistakeHasItsLine() {
        String wrong = PLAN.replace("discovery: syn", "discovery: fin")
                .replace("rate: 20", "rate: 0")
                .replace("per-host: 1", "per-host: two")
                .replace("at-once", "at-one")
                .replace("8h", "soon")
                .replace("http://192.0.2.7", "http://me:secret@192.0.2.7");

        assertThat(mistakes(wrong))
                .containsExactlyInAnyOrder(
                        "plan.yaml:4: discovery \"fin\" is not one of connect, syn",
                        "plan.yaml:5: rate: 0 is less than 1",
                        "plan.yaml:6: per-host: \"two\" is no whole number",
                        "plan.yaml:8: key \"at-one\" is not one of discovery, rate, per-host, per-network, at-once,"
                                + " max-time, trust-store, ct-logs, media, record; did you mean \"at-once\"?",
                        "plan.yaml:9: max-time: \"soon\" is no time such as 90s, 30m or 8h",
                        "plan.yaml:12: media: the URL must be http or https, with a host and without a user");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"probing: yes", "probing: [a]", "probing: {rate: [a, 2]}", "probing: {max-time: 99999999h}"})
    void anotherShapeIsAMistake(String probing) {
        assertThat(mistakes("schema: netgrade.plan/1\nunits: [{id: a, captures: [a.pcap]}]\n" + probing + "\n"))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("plan.yaml:3: "));
    }

    @ParameterizedTest
    @CsvSource({"1s, 1000", "0.001s, 1", "90s, 90000", "1h30m, 5400000", "87840h, 316224000000"})
    void aTimeIsReadAsPeopleWriteIt(String text, long millis) {
        assertThat(PlanProbing.time(text)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0s", "-5s", "0.0001s", "87841h", "87840h1s"})
    void aTimeIsAboveZeroAndBelowTenYears(String text) {
        assertThatThrownBy(() -> PlanProbing.time(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"" + text + "\" is not a time above 0 and below ten years");
    }

    private Plan read(String plan) throws MistakesException, IOException {
        Path file = Files.writeString(folder.resolve("plan.yaml"), plan);
        return new PlanReader(ProtocolCatalog.vocabulary(), TargetFile::read).read(file, Optional.empty());
    }

    private List<String> mistakes(String plan) {
        return catchThrowableOfType(MistakesException.class, () -> read(plan)).mistakes().stream()
                .map(mistake -> mistake.toString().replaceFirst("^\\Q" + folder + "/\\E", ""))
                .toList();
    }
}
