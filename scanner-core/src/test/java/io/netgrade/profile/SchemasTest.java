// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.netgrade.classify.GradingMethods;
import io.netgrade.yaml.Mistakes;
import io.netgrade.yaml.MistakesException;
import io.netgrade.yaml.YamlFile;
import io.netgrade.yaml.YamlMap;
import io.netgrade.yaml.YamlNode;
import io.netgrade.yaml.YamlNode.Mapping;
import io.netgrade.yaml.YamlNode.Scalar;
import io.netgrade.yaml.YamlNode.Sequence;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the readers accept, the published JSON Schemas accept too; editors and readers agree. */
class SchemasTest {

    @TestFactory
    Stream<DynamicTest> shippedFileFitsItsSchema() throws MistakesException {
        Stream.Builder<DynamicTest> tests = Stream.builder();
        for (String id : ProfileSource.shippedIds()) {
            ProfileSource source = ProfileSource.shipped(id);
            source.names()
                    .forEach(name -> tests.add(DynamicTest.dynamicTest(id + "/" + name, () -> {
                        try (InputStream in = source.opener().open(name)) {
                            assertThat(faults(schemaOf(id + "/" + name), in.readAllBytes()))
                                    .isEmpty();
                        }
                    })));
        }
        return tests.build();
    }

    @Test
    void highRiskWithoutItsControlsIsRefused() throws IOException {
        String cases = shipped("mlps-2.0/high-risk.yml");
        assertThat(faults("high-risk", bytes(cases.replaceFirst("controls:", "control:"))))
                .isNotEmpty();
        assertThat(faults("high-risk", bytes(cases.replaceFirst("kind:", "kinds:"))))
                .isNotEmpty();
        assertThat(faults("high-risk", bytes(cases.replaceFirst("major: A-11", "major: B-11"))))
                .isNotEmpty();
    }

    @Test
    void resultFormWithoutItsParametersIsRefused() throws IOException {
        String forms = shipped("mlps-2.0/result-forms.yml");
        assertThat(faults("result-forms", bytes(forms.replace("    balance: \"0.5\"\n", ""))))
                .isNotEmpty();
        assertThat(faults("result-forms", bytes(forms.replace("[major-hidden]", "[grave]"))))
                .isNotEmpty();
    }

    @Test
    void unitTypesFitTheirSchema() throws IOException {
        try (InputStream in = ProfileSource.resource("unit-types.yml")) {
            assertThat(faults("unit-types", in.readAllBytes())).isEmpty();
        }
    }

    @Test
    void tableOfDaysFitsItsSchema() throws IOException {
        String table = shipped("lifecycles.yml");
        assertThat(faults("lifecycles", bytes(table))).isEmpty();
        assertThat(faults("lifecycles", bytes(table.replaceFirst("ends: 2016-12-31", "ends: soon"))))
                .isNotEmpty();
        assertThat(faults("lifecycles", bytes(table.replaceFirst("source:", "origin:"))))
                .isNotEmpty();
    }

    @Test
    void declaredServicesFitThePlansSchema() {
        String plan = """
                schema: netgrade.plan/1
                lifecycles: own.yml
                units:
                  - id: a
                    captures: [a.pcap]
                    services:
                      - {port: 53, transport: udp, protocol: dns, purpose: p, owner: o}
                      - {port: "80,443", addresses: 192.0.2.1, peers: [192.0.2.0/24]}
                      - {transport: ip, protocol: ospf}
                  - {id: b, captures: [b.pcap], services: []}
                """;
        assertThat(faults("plan", bytes(plan))).isEmpty();
        assertThat(faults("plan", bytes(plan.replace("{port: 53, transport: udp, ", "{transport: udp, "))))
                .isNotEmpty();
        assertThat(faults("plan", bytes(plan.replace("transport: ip", "transport: icmp"))))
                .isNotEmpty();
    }

    @TestFactory
    Stream<DynamicTest> gradingMethodFitsItsSchema() {
        return GradingMethods.shippedIds().stream()
                .map(id -> DynamicTest.dynamicTest(id, () -> {
                    try (InputStream in = SchemasTest.class.getResourceAsStream("/methods/" + id + ".yml")) {
                        String method = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                        assertThat(faults("grading-method", bytes(method))).isEmpty();
                        assertThat(faults("grading-method", bytes(method.replace("levels:", "level:"))))
                                .isNotEmpty();
                        assertThat(faults("grading-method", bytes(method.replace("duties:", "duty:"))))
                                .isNotEmpty();
                    }
                }));
    }

    @Test
    void whatAMethodIsToldFitsThePlansSchema() {
        String plan = """
                schema: netgrade.plan/1
                units:
                  - id: a
                    captures: [a.pcap]
                    required:
                      method: ydt-1729-2008
                      factors: {social-influence: {value: 3, reason: r}, service-importance: 3, scale: 2}
                      weights: {social-influence: 1/2, service-importance: 0.25, scale: 0.25}
                      reviewed: {on: 2026-01-01, by: experts, level: "3.1", reason: r}
                      evaluated: 2026-01-01
                      risk-assessed: 2026-01-01
                """;
        assertThat(faults("plan", bytes(plan))).isEmpty();
        assertThat(faults("plan", bytes(plan.replace("factors", "factor")))).isNotEmpty();
        assertThat(faults("plan", bytes(plan.replace("2026-01-01", "January")))).isNotEmpty();
    }

    @Test
    void aProfileHasLevelsOrExtendsOne() {
        String own = """
                schema: netgrade.profile/1
                id: own
                version: "1"
                title: {en: a, zh: b}
                source: c
                unverified: []
                extends: miit-telecom
                changes:
                  - {control: MGT-01, off: true, reason: r}
                  - {control: MGT-08, reason: r, asks: [{level: "2", severity: high, bar: {check: x.y, at-least: 1}}]}
                """;
        assertThat(faults("profile", bytes(own))).isEmpty();
        assertThat(faults("profile", bytes(own.replace("extends:", "extend:")))).isNotEmpty();
        assertThat(faults("profile", bytes(own.replace("off: true, reason: r", "off: true"))))
                .isNotEmpty();
        assertThat(faults("profile", bytes(own.replace("severity: high", "severity: grave"))))
                .isNotEmpty();
    }

    @Test
    void planIsHeldToItsSchema() {
        String plan = "schema: netgrade.plan/1\nunits:\n  - {id: a, required: '3.1', captures: [a.pcap]}\n";
        assertThat(faults("plan", bytes(plan))).isEmpty();
        assertThat(faults("plan", bytes(plan.replace("captures", "capture")))).isNotEmpty();
        assertThat(faults("plan", bytes(plan.replace("/1", "/2")))).isNotEmpty();
        String probing = plan
                + "recog: a\nprobing: {discovery: syn, rate: 20, per-host: 1, per-network: 4, at-once: 64, max-time: 8h,"
                + " trust-store: a.pem, ct-logs: b.json, media: ['http://192.0.2.7/a.png'], record: a}\n";
        assertThat(faults("plan", bytes(probing))).isEmpty();
        assertThat(faults("plan", bytes(probing.replace("syn", "fin")))).isNotEmpty();
        assertThat(faults("plan", bytes(probing.replace("rate: 20", "rate: 0"))))
                .isNotEmpty();
        assertThat(faults("plan", bytes(probing.replace("at-once", "at-one")))).isNotEmpty();
    }

    @Test
    void scopeIsHeldToItsSchema() {
        String scope = """
                schema: netgrade.scope/1
                allow: [192.0.2.0/24]
                vantage: internal
                windows: [{days: [mon, sun], from: "22:00", to: "24:00", zone: UTC}]
                """;
        assertThat(faults("scope", bytes(scope))).isEmpty();
        assertThat(faults("scope", bytes(scope.replace("sun", "sunday")))).isNotEmpty();
        assertThat(faults("scope", bytes(scope.replace(", zone: UTC", "")))).isNotEmpty();
        assertThat(faults("scope", bytes(scope.replace("22:00", "25:00")))).isNotEmpty();
        assertThat(faults("scope", bytes(scope.replace("internal", "moon")))).isNotEmpty();
        assertThat(faults("scope", bytes(scope.replace("schema: netgrade.scope/1\n", ""))))
                .as("a scope file states its schema, as its reader asks")
                .isNotEmpty();
        String inPlan = "schema: netgrade.plan/1\nunits: [{id: a, captures: [a.pcap]}]\nscope:\n  "
                + scope.replace("\n", "\n  ").stripTrailing();
        assertThat(faults("plan", bytes(inPlan))).isEmpty();
        assertThat(faults("plan", bytes(inPlan.replace("sun", "sunday")))).isNotEmpty();
    }

    @Test
    void clauseThatComparesNothingIsRefused() {
        String controls = """
                schema: netgrade.controls/1
                chapter: x
                controls:
                  - id: AA-01
                    title: {en: a, zh: b}
                    clauses: [c]
                    automation: full
                    asks: [{level: '1', severity: high, bar: {check: x.y, at-least: 1}}]
                    rationale: {en: a, zh: b}
                    remedy: {en: a, zh: b}
                """;
        assertThat(faults("controls", bytes(controls))).isEmpty();
        assertThat(faults("controls", bytes(controls.replace(", at-least: 1", ""))))
                .isNotEmpty();
        assertThat(faults("controls", bytes(controls.replace("automation: full", "automation: none"))))
                .isNotEmpty();
    }

    private static String shipped(String name) throws IOException {
        try (InputStream in = ProfileSource.resource(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String schemaOf(String name) {
        String file = name.substring(name.indexOf('/') + 1);
        int folder = file.indexOf('/');
        return folder < 0 ? file.replace(".yml", "") : file.substring(0, folder);
    }

    static List<String> faults(String schema, byte[] yaml) {
        Mistakes mistakes = new Mistakes();
        YamlMap map = YamlFile.read("f", yaml, mistakes).orElseThrow();
        return schema(schema).validate(json(map.node()), InputFormat.JSON).stream()
                .map(String::valueOf)
                .toList();
    }

    private static Schema schema(String name) {
        try (InputStream in = SchemasTest.class.getResourceAsStream("/schema/netgrade." + name + "-1.json")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text, InputFormat.JSON);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String json(YamlNode node) {
        if (node instanceof Mapping mapping) {
            return mapping.members().entrySet().stream()
                    .map(entry ->
                            quoted(entry.getKey()) + ":" + json(entry.getValue().value()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (node instanceof Sequence sequence) {
            return sequence.items().stream().map(SchemasTest::json).collect(Collectors.joining(",", "[", "]"));
        }
        Scalar scalar = (Scalar) node;
        boolean bare = !scalar.quoted() && scalar.text().matches("-?(0|[1-9][0-9]*)|true|false");
        return bare ? scalar.text() : quoted(scalar.text());
    }

    private static String quoted(String text) {
        Map<Integer, String> escapes = Map.of((int) '"', "\\\"", (int) '\\', "\\\\", (int) '\n', "\\n");
        return text.codePoints()
                .mapToObj(c -> escapes.getOrDefault(c, Character.toString(c)))
                .collect(Collectors.joining("", "\"", "\""));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
