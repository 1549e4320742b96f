// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlFileTest {
    private final Mistakes mistakes = new Mistakes();

    @Test
    void keepsTheLineOfEachKey() {
        YamlMap map = read("a: 1\nb:\n  c: [x,\n      y]\n").orElseThrow();
        assertThat(map.line("b")).isEqualTo(2);
        assertThat(map.map("b").orElseThrow().line("c")).isEqualTo(3);
        assertThat(map.map("b").orElseThrow().texts("c")).containsExactly("x", "y");
    }

    @Test
    void leavesWordsAsTheyAreWritten() {
        YamlMap map = read("a: 3.10\nb: no\nc: 0o17\nd: ''\n").orElseThrow();
        assertThat(map.text("a")).contains("3.10");
        assertThat(map.text("b")).contains("no");
        assertThat(map.text("c")).contains("0o17");
        assertThat(map.text("d")).contains("");
        assertThat(mistakes.none()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: 1\\na: 2 | f:2: key \"a\" is there twice",
                "- a | f:1: must be a mapping of keys to values",
                "'' | f: must be a mapping of keys to values",
                "a: &x 1\\nb: *x | f:2: aliases are not supported; write the value out",
                "a: 1\\n---\\nb: 2 | f:2: a second document is not supported",
                "? [a]\\n: b | f:1: a key must be a single value, not a list"
            })
    void saysWhatIsWrong(String text, String mistake) {
        read(text.replace("\\n", "\n"));
        assertThat(mistakes.all()).extracting(Mistake::toString).contains(mistake);
    }

    @Test
    void saysWhereItIsNoYaml() {
        read("a: 1\nb: [1\n");
        assertThat(mistakes.all()).singleElement().asString().startsWith("f:3: is not YAML: expected ',' or ']'");
    }

    @Test
    void refusesWhatIsNestedTooDeep() {
        read("a: " + "[".repeat(100_000));
        assertThat(mistakes.all()).extracting(Mistake::toString).containsExactly("f:1: nested deeper than 32");
    }

    @Test
    void refusesWhatIsNotText() {
        assertThat(YamlFile.read("f", new byte[] {'a', ':', ' ', (byte) 0xC3}, mistakes))
                .isEmpty();
        assertThat(mistakes.all()).extracting(Mistake::toString).containsExactly("f: is not UTF-8 text");
    }

    @Test
    void noBytesMakeItThrow() {
        byte[] good = "a: {b: [c, 'd'], e: \"f\\n\"}\ng: |\n  h\n? i\n: !j k\n".getBytes(StandardCharsets.UTF_8);
        Random random = new Random(1);
        for (int i = 0; i < 3000; i++) {
            byte[] bytes = Arrays.copyOf(good, random.nextInt(good.length + 1));
            for (int j = 0; j < 3 && bytes.length > 0; j++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(128);
            }
            assertThatCode(() -> YamlFile.read("f", bytes, new Mistakes())).doesNotThrowAnyException();
        }
    }

    private Optional<YamlMap> read(String text) {
        return YamlFile.read("f", text.getBytes(StandardCharsets.UTF_8), mistakes);
    }
}
