// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The items of a standard that a clause names. */
class ClauseItemTest {
    private static final String STANDARD = "GB/T 22239-2019";

    @Test
    void aClauseNamesOneItem() {
        assertThat(ClauseItem.of("GB/T 22239-2019 8.1.4.1 a)", STANDARD))
                .containsExactly(new ClauseItem("8", "1.4.1", 'a'));
    }

    @Test
    void aClauseNamesItemsFromOneToAnother() {
        assertThat(ClauseItem.of("GB/T 22239-2019 10.2.1 b)-d)", STANDARD))
                .containsExactly(
                        new ClauseItem("10", "2.1", 'b'),
                        new ClauseItem("10", "2.1", 'c'),
                        new ClauseItem("10", "2.1", 'd'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GB/T 22239-2019 8.1.4.1",
                "GB/T 22239-2019 8 a)",
                "GB/T 22239-2019 8.1.4.1 A)",
                "GB/T 22239-2019 8.1.4.1 a)-",
                "GB/T 22239-2019",
                "GB/T 22239-20198.1.4.1 a)",
                "GB/T 39786-2021 8.1.4.1 a)",
                "8.1.4.1 a)"
            })
    void whatNamesNoLetterOrAnotherDocumentNamesNone(String clause) {
        assertThat(ClauseItem.of(clause, STANDARD)).isEqualTo(List.of());
    }
}
