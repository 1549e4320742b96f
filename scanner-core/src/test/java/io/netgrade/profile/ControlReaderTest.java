// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.check.Bar;
import io.netgrade.check.Clause;
import io.netgrade.check.Comparator;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.FactType;
import io.netgrade.yaml.Mistake;
import io.netgrade.yaml.Mistakes;
import io.netgrade.yaml.Text;
import io.netgrade.yaml.YamlFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One control, as the author of a profile writes it. */
class ControlReaderTest {
    private static final FactType KEY =
            FactType.of("ssh.host-key", "").text("type", "").number("bits", "");
    private static final Vocabulary WORDS = Vocabulary.of(
            List.of(
                    FieldCheck.of("ssh.host-key-size", "", KEY, "bits"),
                    FieldCheck.of("service.presence", "", CommonFacts.RECOGNISED, "role")),
            List.of(FactType.of("ssh.banner", "")),
            List.of("ssh", "tls"));
    private static final List<Level> LEVELS = List.of(
            new Level("1", 0, new Text("low", "低")),
            new Level("2", 1, new Text("middle", "中")),
            new Level("3", 2, new Text("high", "高")));

    private static final String SOUND = """
            id: OWN-01
            title: {en: Keys are long, zh: 密钥足够长}
            clauses: [clause a, clause b]
            automation: partial
            applies:
              protocols: [ssh]
              unit-types: [dns-recursive]
              vantages: [untrusted]
              in-clear: true
              in-tls: false
              facts: [ssh.host-key, ssh.banner]
              unexpected: true
            check: ssh.host-key-size
            asks:
              - {level: "1", severity: medium, advisory: true, bar: {at-least: 1024}}
              - level: "3"
                severity: high
                bar: {at-least: 2048}
            rationale: {en: Why, zh: 因}
            remedy: {en: How, zh: 法}
            references: [RFC 4253]
            """;
    private static final String MANUAL = """
            id: OWN-02
            title: {en: Logs are read, zh: 审计日志}
            clauses: [clause c]
            automation: none
            from: "2"
            rationale: {en: Why, zh: 因}
            remedy: {en: How, zh: 法}
            """;

    private final Mistakes mistakes = new Mistakes();

    @Test
    void readsWhatAControlSays() {
        assertThat(read(SOUND))
                .contains(new Control(
                        "OWN-01",
                        "own",
                        new Text("Keys are long", "密钥足够长"),
                        List.of("clause a", "clause b"),
                        Automation.PARTIAL,
                        new Text("Why", "因"),
                        new Text("How", "法"),
                        new Applies(
                                Set.of("ssh"),
                                Set.of("dns-recursive"),
                                Set.of("untrusted"),
                                true,
                                false,
                                Set.of("ssh.host-key", "ssh.banner"),
                                true,
                                Optional.empty()),
                        List.of(
                                new Ask(LEVELS.get(0), Severity.MEDIUM, true, List.of(atLeast("1024"))),
                                new Ask(LEVELS.get(2), Severity.HIGH, false, List.of(atLeast("2048")))),
                        Optional.empty(),
                        List.of("RFC 4253")));
        assertThat(mistakes.all()).isEmpty();
    }

    @Test
    void aManualControlHasItsLevelAlone() {
        Control manual = read(MANUAL).orElseThrow();

        assertThat(mistakes.all()).isEmpty();
        assertThat(manual.manualLevel()).contains(LEVELS.get(1));
        assertThat(manual.from()).isEqualTo(LEVELS.get(1));
        assertThat(manual.asks()).isEmpty();
        assertThat(manual.applies()).isEqualTo(Applies.EVERYWHERE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "id: OWN-01 | ident: OWN-01 | 1: id is missing",
                "id: OWN-01 | ident: OWN-01 | 1: key \"ident\" is not one of id, title, from, clauses, automation, applies,"
                        + " check, asks, rationale, remedy, references",
                "clauses: | clause: | 1: clauses is missing",
                "automation: | automated: | 1: automation is missing",
                "in-clear: | in-clean: | 9: key \"in-clean\" is not one of protocols, unit-types, vantages, in-clear, in-tls,"
                        + " facts, unexpected; did you mean \"in-clear\"?",
                "[dns-recursive] | [dns-moon] | 7: unit-types \"dns-moon\" is not one of dns-recursive",
                "[untrusted] | [trusted] | 8: vantages \"trusted\" is not one of untrusted, internal, management; did you mean"
                        + " \"untrusted\"?",
                "asks: | ask: | 1: asks is missing",
                "advisory: true | advising: true | 15: key \"advising\" is not one of level, severity, advisory, bar",
                "- level: \"3\" | - lowest: \"3\" | 16: level is missing",
                "severity: high | hardness: high | 16: severity is missing",
                "bar: {at-least: 2048} | bars: {at-least: 2048} | 16: bar is missing",
                "level: \"3\" | level: \"1\" | 14: asks must rise from level to level, and level 1 does not",
                "check: | from: | 13: from is for automation: none; the asks say from which level",
            })
    void tellsEachMistakeWithItsLine(String from, String to, String told) {
        assertThat(SOUND).contains(from);
        read(SOUND.replace(from, to));

        assertThat(told()).contains(told);
    }

    @Test
    void asksRise() {
        read(SOUND.replace("level: \"1\"", "level: \"2\"").replace("level: \"3\"", "level: \"1\""));
        assertThat(told()).containsExactly("14: asks must rise from level to level, and level 1 does not");
    }

    @Test
    void aManualControlSaysFromWhichLevel() {
        assertThat(read(MANUAL.replace("from: \"2\"", "references: [x]"))).isEmpty();
        assertThat(told()).containsExactly("1: from is missing");
    }

    @Test
    void onlyWhatEveryServiceMayStateIsAskedWithoutProtocols() {
        String everywhere = SOUND.replace("  protocols: [ssh]\n", "");
        read(everywhere);
        assertThat(told()).containsExactly("5: applies must name protocols, or this would be asked of every service");
        read(everywhere.replace("ssh.host-key-size", "service.presence").replaceAll("at-least: \\d+", "absent: true"));
        assertThat(told()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AZ-01", "A0Z9B1C2-09", "MGT-100"})
    void acceptsIdsOfCapitalsADashAndANumber(String id) {
        assertThat(read(SOUND.replace("OWN-01", id)).map(Control::id)).contains(id);
        assertThat(mistakes.all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A-01",
                "ABCDEFGHI-01",
                "own-01",
                "OWN_01",
                "O@N-01",
                "O[N-01",
                "OWN-1",
                "OWN-1000",
                "OWN-A1",
                "OWN-0:",
                "OWN-/0"
            })
    void refusesOthers(String id) {
        read(SOUND.replace("OWN-01", "\"" + id + "\""));
        assertThat(told()).containsExactly("1: id \"" + id + "\" is not like MGT-07");
    }

    private static Demand atLeast(String bits) {
        return new Demand.OfCheck("ssh.host-key-size", new Bar(List.of(Clause.of(Comparator.AT_LEAST, bits))));
    }

    private Optional<Control> read(String text) {
        return YamlFile.read("own.yml", text.getBytes(StandardCharsets.UTF_8), mistakes)
                .flatMap(control -> new ControlReader(WORDS, List.of("dns-recursive"), LEVELS).read(control, "own"));
    }

    private List<String> told() {
        return mistakes.all().stream()
                .map(Mistake::toString)
                .map(line -> line.substring("own.yml:".length()))
                .toList();
    }
}
