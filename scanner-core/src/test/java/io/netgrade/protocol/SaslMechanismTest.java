// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SaslMechanismTest {
    @Test
    void namesOfMechanismsAreShown() {
        assertThat(SaslMechanism.shown("SCRAM-SHA-256-PLUS")).isEqualTo("SCRAM-SHA-256-PLUS");
        assertThat(SaslMechanism.shown("")).isEmpty();
    }

    @Test
    void whatElseAClientPutsThereIsNot() {
        assertThat(SaslMechanism.shown("geheim")).isEqualTo("other");
        assertThat(SaslMechanism.shown("PLAIN alice")).isEqualTo("other");
        assertThat(SaslMechanism.shown("ABCDEFGHIJKLMNOPQRSTU")).isEqualTo("other");
    }
}
