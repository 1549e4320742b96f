// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.check.Seen;
import java.util.List;
import org.junit.jupiter.api.Test;

class SightingTest {

    @Test
    void isInClearUnderWhatOnlyCarriesIt() {
        assertThat(under()).isTrue();
        assertThat(under("http")).isTrue();
        assertThat(under("socks", "http")).isTrue();
    }

    @Test
    void isNotInClearUnderAnythingThatEncrypts() {
        assertThat(under("tls")).isFalse();
        assertThat(under("socks", "tls", "http")).isFalse();
        assertThat(under("dtls")).isFalse();
    }

    private static boolean under(String... layers) {
        return new Sighting(Seen.ENDPOINT, "docker", List.of(layers), Confidence.CONFIRMED).inClear();
    }
}
