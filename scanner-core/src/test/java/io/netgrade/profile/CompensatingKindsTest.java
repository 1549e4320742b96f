// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.yaml.Text;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kinds of compensating control: {@code compensating-controls.yml}. */
class CompensatingKindsTest {
    private static final SoundFile KINDS = new SoundFile("""
            schema: netgrade.compensating-controls/1
            kinds:
              - {id: strict-acl, title: {en: Filters, zh: 过滤}, cases: ["6.3.1.1"]}
              - {id: other, title: {en: Another, zh: 其他}, cases: []}
            """);

    @Test
    void kindsAreReadInTheOrderOfTheFile() {
        assertThat(KINDS.read(CompensatingKinds::read))
                .containsExactly(
                        Map.entry("strict-acl", new Text("Filters", "过滤")),
                        Map.entry("other", new Text("Another", "其他")));
        assertThat(CompensatingKinds.shipped()).containsKeys("two-factor", "other");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            controls/1 | controls/2 | f:1: schema is "netgrade.compensating-controls/2", must be netgrade.compensating-controls/1
            kinds: | kind: | f:2: key "kind" is not one of schema, kinds; did you mean "kinds"?
            cases: [] | case: [] | f:4: key "case" is not one of id, title, cases; did you mean "cases"?
            `id: other, ` | | f:4: id is missing
            id: other | id: strict-acl | f:4: kind strict-acl is there twice
            , zh: 其他 | | f:4: title is missing in zh
            """)
    void eachMistakeIsTold(String from, String to, String mistakes) {
        assertThat(String.join("; ", KINDS.told(from, to, CompensatingKinds::read)))
                .isEqualTo(mistakes);
    }
}
