// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.scan.ProtocolCatalog;
import io.netgrade.yaml.Mistakes;
import io.netgrade.yaml.MistakesException;
import io.netgrade.yaml.YamlFile;
import io.netgrade.yaml.YamlMap;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The profile mlps-2.0 and the data beside it: what names something elsewhere names what is there. */
class MlpsProfileTest {
    private static final Pattern ITEMS =
            Pattern.compile("GB/T 22239-2019 (?<chapter>[6-9])\\.1\\.[0-9.]+ a\\)(-(?<last>[a-z])\\))?");
    private static final String CASE = "MLPS high-risk case ";

    private static Profile profile;
    private static YamlMap highRisk;
    private static YamlMap forms;

    @BeforeAll
    static void read() throws IOException, MistakesException {
        profile = new ProfileReader(ProtocolCatalog.vocabulary()).read(ProfileSource.shipped("mlps-2.0"));
        highRisk = yaml("mlps-2.0/high-risk.yml", "netgrade.high-risk/1");
        forms = yaml("mlps-2.0/result-forms.yml", "netgrade.result-forms/1");
    }

    @Test
    void itemsOfTheGeneralPartAddUpToThoseThatAreQuotedForEachLevel() {
        Map<String, Integer> items = new TreeMap<>();
        for (Control control : profile.controls()) {
            if (control.id().matches("[A-Z]{3}-[0-9]{2}")) {
                for (String clause : control.clauses()) {
                    Matcher matcher = ITEMS.matcher(clause);
                    assertThat(matcher.matches()).as(clause).isTrue();
                    String last = matcher.group("last");
                    items.merge(matcher.group("chapter"), last == null ? 1 : last.charAt(0) - 'a' + 1, Integer::sum);
                }
            }
        }
        assertThat(items).isEqualTo(Map.of("6", 55, "7", 135, "8", 211, "9", 228));
    }

    @Test
    void highRiskNamesControlsLevelsKindsAndRisksThatExist() {
        Set<String> controls = profile.controls().stream().map(Control::id).collect(Collectors.toSet());
        Set<String> levels = profile.levels().stream().map(Level::id).collect(Collectors.toSet());
        Set<String> risks = ids(risks());
        for (YamlMap one : cases()) {
            assertThat(controls).containsAll(one.texts("controls"));
            assertThat(levels).contains(one.text("from").orElseThrow());
            assertThat(CompensatingKinds.shipped().keySet()).containsAll(kinds(one));
            assertThat(risks).containsAll(one.text("major").stream().toList());
        }
        risks().forEach(risk -> assertThat(controls).containsAll(risk.texts("controls")));
    }

    @Test
    void kindsOfCompensatingControlNameTheSameCases() throws IOException {
        Map<String, Set<String>> mitigated = new TreeMap<>();
        cases().forEach(one -> kinds(one)
                .forEach(kind ->
                        mitigated.computeIfAbsent(kind, k -> new TreeSet<>()).add(id(one))));
        Map<String, Set<String>> named = new TreeMap<>();
        for (YamlMap kind : yaml("compensating-controls.yml", "netgrade.compensating-controls/1")
                .maps("kinds")) {
            if (!kind.texts("cases").isEmpty()) {
                named.put(id(kind), new TreeSet<>(kind.texts("cases")));
            }
        }
        assertThat(mitigated).isEqualTo(named);
    }

    @Test
    void controlThatCitesACaseIsListedUnderIt() {
        Map<String, List<String>> listed =
                cases().stream().collect(Collectors.toMap(MlpsProfileTest::id, one -> one.texts("controls")));
        List<String> missing = new ArrayList<>();
        for (Control control : profile.controls()) {
            for (String clause : control.clauses()) {
                if (clause.startsWith(CASE)
                        && !listed.getOrDefault(clause.substring(CASE.length()), List.of())
                                .contains(control.id())) {
                    missing.add(control.id() + " under " + clause);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void verdictsOfAFormFallAndTheLastIsOfEveryOtherCase() {
        assertThat(ids(forms.maps("forms"))).containsExactlyInAnyOrder("2021", "2025");
        for (YamlMap form : forms.maps("forms")) {
            List<YamlMap> verdicts = form.maps("verdicts");
            YamlMap last = verdicts.get(verdicts.size() - 1);
            assertThat(last.keys()).containsExactlyInAnyOrder("id", "title");
            List<Integer> limits = verdicts.subList(0, verdicts.size() - 1).stream()
                    .map(verdict -> verdict.text("at-least").or(() -> verdict.text("above")))
                    .map(limit -> Integer.valueOf(limit.orElseThrow()))
                    .toList();
            assertThat(limits).isSortedAccordingTo(Comparator.reverseOrder()).doesNotHaveDuplicates();
            assertThat(form.flag("verified", true)).isFalse();
        }
    }

    private static List<YamlMap> cases() {
        return highRisk.maps("cases");
    }

    private static List<YamlMap> risks() {
        return highRisk.map("major-hidden-risks").orElseThrow().maps("risks");
    }

    private static List<String> kinds(YamlMap one) {
        return one.maps("mitigations").stream()
                .map(mitigation -> mitigation.text("kind").orElseThrow())
                .toList();
    }

    private static Set<String> ids(List<YamlMap> maps) {
        return maps.stream().map(MlpsProfileTest::id).collect(Collectors.toSet());
    }

    private static String id(YamlMap map) {
        return map.text("id").orElseThrow();
    }

    private static YamlMap yaml(String name, String schema) throws IOException {
        Mistakes mistakes = new Mistakes();
        try (InputStream in = ProfileSource.resource(name)) {
            YamlMap map = YamlFile.read(name, in.readAllBytes(), mistakes).orElseThrow();
            map.schema(schema);
            assertThat(mistakes.all()).isEmpty();
            return map;
        }
    }
}
