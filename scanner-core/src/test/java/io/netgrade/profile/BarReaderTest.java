// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.check.Bar;
import io.netgrade.check.Clause;
import io.netgrade.check.Comparator;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import io.netgrade.yaml.Mistake;
import io.netgrade.yaml.Mistakes;
import io.netgrade.yaml.YamlFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an ask demands, as the author of a profile writes it. */
class BarReaderTest {
    private static final FactType KEY = FactType.of("ssh.key", "")
            .text("type", "")
            .number("bits", "")
            .flag("certified", "")
            .instant("until", "")
            .names("uses", "");
    private static final FactType SUITE = FactType.of("tls.suite", "").text("name", "");
    private static final Vocabulary WORDS = Vocabulary.of(
            List.of(FieldCheck.of("ssh.key-size", "", KEY, "bits"), FieldCheck.of("tls.suite", "", SUITE, "name")),
            List.of(),
            List.of("ssh", "tls"));

    private final Mistakes mistakes = new Mistakes();

    @Test
    void eachCheckHasOneDemandWithAllItsClauses() {
        List<Demand> demands = read("""
                bar:
                  - {where: {type: [ssh-rsa, ssh-dss]}, at-least: 2048, at-most: 16384}
                  - {check: tls.suite, none-of: [weak]}
                  - {field: certified, equals: "true"}
                """);

        assertThat(told()).isEmpty();
        Map<String, List<String>> where = Map.of("type", List.of("ssh-rsa", "ssh-dss"));
        assertThat(demands)
                .containsExactly(
                        new Demand.OfCheck(
                                "ssh.key-size",
                                new Bar(List.of(
                                        new Clause(where, Optional.empty(), Comparator.AT_LEAST, List.of("2048")),
                                        new Clause(where, Optional.empty(), Comparator.AT_MOST, List.of("16384")),
                                        new Clause(
                                                Map.of(),
                                                Optional.of("certified"),
                                                Comparator.EQUALS,
                                                List.of("true"))))),
                        new Demand.OfCheck("tls.suite", new Bar(List.of(Clause.of(Comparator.NONE_OF, "weak")))));
    }

    @Test
    void aChoiceStandsBehindTheChecks() {
        List<Demand> demands = read("""
                bar:
                  - any-of-checks:
                      - {at-least: 2048}
                      - all-of: [{check: tls.suite, any-of: [strong]}, {at-least: 1024}]
                  - {at-least: 512}
                """);

        assertThat(told()).isEmpty();
        assertThat(demands)
                .containsExactly(
                        atLeast("512"),
                        AnyOfChecks.of(List.of(
                                List.of(atLeast("2048")),
                                List.of(
                                        new Demand.OfCheck(
                                                "tls.suite", new Bar(List.of(Clause.of(Comparator.ANY_OF, "strong")))),
                                        atLeast("1024")))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "any-of-checks: [{at-least: 1}] | any-of-checks needs two ways at least to choose from",
                "any-of-checks: [{at-least: 1}, {all-of: [{at-least: 2}], at-most: 3}] | key \"at-most\" is not one of all-of",
                "{any-of-checks: [{at-least: 1}, {at-least: 2}], at-most: 3} | at-most has no place beside any-of-checks; write a"
                        + " clause of its own",
                "{where: {bits: many}, absent: true} | \"many\" can never be the number bits",
                "{where: {certified: yes}, absent: true} | \"yes\" can never be the flag certified: write true or false",
                "{where: {until: 2026-01-01}, absent: true} | \"2026-01-01\" can never be the instant until",
                "{where: {bit: 1}, absent: true} | key \"bit\" is not one of type, bits, certified, until, uses; did you mean"
                        + " \"bits\"?",
                "{field: certified, equals: maybe} | \"maybe\" can never be the flag certified: write true or false",
                "{present: true} | present without a field or a where can never fail",
                "{equals: [1, 2]} | equals takes one value, not [1, 2]",
            })
    void tellsEachMistake(String bar, String told) {
        read((bar.startsWith("{") ? "bar: " + bar : "bar: {" + bar + "}") + "\n");
        assertThat(told()).containsExactly("1: " + told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{where: {bits: 1024}, absent: true}",
                "{where: {certified: \"false\"}, absent: true}",
                "{where: {type: x, uses: y}, absent: true}",
                "{field: certified, equals: \"true\"}",
                "{field: bits, present: true}",
                "{where: {type: x}, present: true}",
                "{field: until, after-observed: 30}",
            })
    void readsWhatFits(String bar) {
        assertThat(read("bar: " + bar + "\n")).hasSize(1);
        assertThat(told()).isEmpty();
    }

    @Test
    void aBarIsNeeded() {
        assertThat(read("level: \"1\"\n")).isEmpty();
        assertThat(told()).containsExactly("1: bar is missing");
    }

    @Test
    void aClauseNamesACheckWhereItsControlDoesNot() {
        assertThat(read("bar: {at-least: 1}\n", Optional.empty())).isEmpty();
        assertThat(told()).containsExactly("1: the clause names no check, and neither does its control");
    }

    private static Demand.OfCheck atLeast(String bits) {
        return new Demand.OfCheck("ssh.key-size", new Bar(List.of(Clause.of(Comparator.AT_LEAST, bits))));
    }

    private List<Demand> read(String text) {
        return read(text, Optional.of("ssh.key-size"));
    }

    private List<Demand> read(String text, Optional<String> check) {
        return YamlFile.read("own.yml", text.getBytes(StandardCharsets.UTF_8), mistakes)
                .map(new BarReader(WORDS, check)::read)
                .orElseThrow();
    }

    private List<String> told() {
        return mistakes.all().stream()
                .map(Mistake::toString)
                .map(line -> line.substring("own.yml:".length()))
                .toList();
    }
}
