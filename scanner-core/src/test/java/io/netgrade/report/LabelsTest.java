// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netgrade.check.UnknownReason;
import io.netgrade.check.Verdict.Result;
import io.netgrade.fact.Confidence;
import io.netgrade.grade.Comparison;
import io.netgrade.grade.FormConclusion;
import io.netgrade.grade.Notice;
import io.netgrade.grade.Outcome;
import io.netgrade.profile.ResultForm;
import io.netgrade.profile.Severity;
import io.netgrade.yaml.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LabelsTest {
    private static final Path SOURCES =
            Path.of(Objects.requireNonNull(System.getProperty("netgrade.root")), "scanner-core/src/main");
    private static final Set<String> FAMILIES = Set.of(
            "confidence", "difference", "notice", "result", "risk", "risk-known", "severity", "unknown", "verdict");

    @Test
    void languagesHaveTheSameWords() throws IOException {
        assertThat(words("zh").stringPropertyNames()).isEqualTo(words("en").stringPropertyNames());
    }

    @Test
    void languagesFillInTheSameNumberOfValues() throws IOException {
        Properties zh = words("zh");
        words("en").forEach((key, word) -> {
            if (!key.toString().endsWith(".one")) {
                assertThat(slots(zh.getProperty(key.toString()))).as("%s", key).isEqualTo(slots(word.toString()));
            }
        });
    }

    @Test
    void everyWordIsUsed() throws IOException {
        String sources = sources();
        assertThat(words("en").stringPropertyNames())
                .filteredOn(key -> !FAMILIES.contains(family(key)) || !key.contains("."))
                .allSatisfy(key -> assertThat(sources).contains("\"" + key.replaceFirst("\\.one$", "") + "\""));
    }

    @Test
    void familiesHaveAWordForEachOfTheirs() throws IOException {
        assertThat(members("difference"))
                .isEqualTo(ids(Arrays.stream(Comparison.Kind.values()).map(Comparison.Kind::id)));
        assertThat(members("result"))
                .isEqualTo(ids(Arrays.stream(Outcome.values()).map(Outcome::id)));
        assertThat(members("confidence"))
                .isEqualTo(ids(Arrays.stream(Confidence.values())
                        .map(confidence -> confidence.name().toLowerCase(Locale.ROOT))));
        assertThat(members("severity"))
                .isEqualTo(ids(Arrays.stream(Severity.values()).map(Severity::id)));
        assertThat(members("unknown"))
                .isEqualTo(ids(Arrays.stream(UnknownReason.values()).map(UnknownReason::id)));
        assertThat(members("notice"))
                .isEqualTo(ids(Arrays.stream(Notice.Kind.values()).map(Notice.Kind::id)));
        assertThat(members("risk"))
                .isEqualTo(ids(Arrays.stream(ResultForm.Risk.values()).map(ResultForm.Risk::id)));
        assertThat(members("risk-known"))
                .isEqualTo(ids(Arrays.stream(FormConclusion.Known.values()).map(FormConclusion.Known::id)));
        assertThat(members("verdict"))
                .isEqualTo(ids(Arrays.stream(Result.values()).map(Result::id)));
    }

    @Test
    void chineseIsPunctuatedInChinese() throws IOException {
        assertThat(words("zh").entrySet())
                .allSatisfy(entry -> assertThat(entry.getValue().toString())
                        .as("%s", entry.getKey())
                        .doesNotContain(",", ";", ":", "(", ")", "?", "!"));
    }

    @Test
    void oneIsSaidOfOne() {
        Labels labels = Labels.of(Language.EN);
        assertThat(labels.counted("endpoints", 1)).isEqualTo("1 endpoint");
        assertThat(labels.counted("endpoints", 0)).isEqualTo("0 endpoints");
        assertThat(labels.counted("endpoints", 12_345)).isEqualTo("12,345 endpoints");
    }

    @Test
    void missingWordIsAnError() {
        assertThatThrownBy(() -> Labels.of(Language.EN).of("no-such")).hasMessageContaining("no-such");
    }

    private static Set<String> members(String family) throws IOException {
        return words("en").stringPropertyNames().stream()
                .filter(key -> key.startsWith(family + "."))
                .map(key -> key.substring(family.length() + 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> ids(Stream<String> ids) {
        return ids.collect(Collectors.toCollection(TreeSet::new));
    }

    private static String family(String key) {
        return key.contains(".") ? key.substring(0, key.indexOf('.')) : key;
    }

    private static int slots(String word) {
        return word.split("%(\\d\\$)?s", -1).length;
    }

    private static Properties words(String language) throws IOException {
        Properties words = new Properties();
        try (InputStreamReader in = new InputStreamReader(
                Objects.requireNonNull(Labels.class.getResourceAsStream("labels_" + language + ".properties")),
                StandardCharsets.UTF_8)) {
            words.load(in);
        }
        return words;
    }

    private static String sources() throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path folder : List.of(SOURCES.resolve("java/io/netgrade/report"), SOURCES.resolve("jte"))) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    text.append(Files.readString(file));
                }
            }
        }
        return text.toString();
    }
}
