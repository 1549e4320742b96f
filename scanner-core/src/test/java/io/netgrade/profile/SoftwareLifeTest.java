// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.profile.SoftwareLife.Cycle;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which release a version is of. */
class SoftwareLifeTest {
    @ParameterizedTest
    @CsvSource({
        "7.4, 7.4",
        "7.4.33, 7.4",
        "7.4-beta, 7.4",
        "7.40, none",
        "7.49, none",
        "7.5, 7.5",
        "7.5.1, 7.5.1",
        "7.5.10, 7.5",
        "9.2p1, 9.2p",
        "8.0, none",
    })
    void aVersionIsOfTheLongestReleaseThatItBeginsWith(String version, String release) {
        assertThat(release(life("none", "7.4", "7.5", "7.5.1", "9.2p"), version))
                .isEqualTo(release);
    }

    @Test
    void aReleaseWithoutAVersionIsOfAllThatAreOfNoOther() {
        SoftwareLife life = life("none", "", "7");

        assertThat(release(life, "8.1")).isEmpty();
        assertThat(release(life, "beta")).isEmpty();
        assertThat(release(life, "7.1")).isEqualTo("7");
    }

    @ParameterizedTest
    @CsvSource({
        "1.0.7, 1.0.6, before",
        "1.0.7, 1.0.7, none",
        "1.0.7, 1.0.8, none",
        "1.0.7, 1.0, before",
        "1.0.7, 1, before",
        "1.0.7, 0.9.9, before",
        "1.18, 1.9, before",
        "1.18, 1.18.0, none",
        "1.18, 2.1, none",
        "1.18, beta, none",
        "1.18, '', none",
        "1.18, 1.x, before",
        "20.04, 20.4, none",
    })
    void aVersionBelowTheFirstReleaseCameBeforeTheList(String first, String version, String release) {
        assertThat(release(life(first, "99"), version)).isEqualTo(release);
    }

    private static String release(SoftwareLife life, String version) {
        return life.of(version)
                .map(cycle -> life.before().equals(Optional.of(cycle)) ? "before" : cycle.version())
                .orElse("none");
    }

    private static SoftwareLife life(String first, String... releases) {
        return new SoftwareLife(
                "product",
                List.of("product"),
                "source",
                true,
                Stream.of(releases).map(SoftwareLifeTest::cycle).toList(),
                Optional.of(first).filter(named -> !named.equals("none")).map(SoftwareLifeTest::cycle));
    }

    private static Cycle cycle(String version) {
        return new Cycle(version, Optional.empty(), List.of());
    }
}
