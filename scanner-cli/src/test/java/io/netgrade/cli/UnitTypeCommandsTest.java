// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnitTypeCommandsTest {
    @Test
    void explainsAUnitType() {
        Ran ran = Ran.netgrade("explain", "dns-authoritative");
        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .contains("dns-authoritative  Domain name system, authoritative")
                .contains("protected by: YD/T 2052-2009\n")
                .contains("expected to expose: dns\n")
                .contains("INF-04  ")
                .doesNotContain("MAI-04");
        assertThat(Ran.netgrade("explain", "5gc").out()).contains("no standard is known (unverified)");
    }

    @Test
    void showsWhatAProfileAsksOfAUnitType() {
        Ran ran = Ran.netgrade("profiles", "show", "miit-telecom", "--unit-type", "mail", "--format", "json");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("\"exposes\"", "\"smtp\"", "\"MAI-04\"").doesNotContain("\"INF-04\"");
        Ran wrong = Ran.netgrade("profiles", "show", "miit-telecom", "--unit-type", "dns-authoritativ");
        assertThat(wrong.code()).isEqualTo(64);
        assertThat(wrong.err()).contains("did you mean \"dns-authoritative\"?");
    }
}
