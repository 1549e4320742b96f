// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinesTest {
    @Test
    void breaksAtSpaces() {
        assertThat(Lines.of("one two three four", 9)).containsExactly("one two", "three", "four");
    }

    @Test
    void breaksBetweenWideCharactersButNotBeforePunctuation() {
        assertThat(Lines.of("加密算法，安全", 8)).containsExactly("加密算", "法，安全");
    }

    @Test
    void breaksAWordThatNoLineHolds() {
        assertThat(Lines.of("x".repeat(20), 8)).containsExactly("xxxxxxxx", "xxxxxxxx", "xxxx");
    }

    @Test
    void nothingIsOneEmptyLine() {
        assertThat(Lines.of("", 8)).containsExactly("");
    }
}
