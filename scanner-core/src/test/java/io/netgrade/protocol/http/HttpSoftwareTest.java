// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.Fact;
import io.netgrade.testing.SoftwareTable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpSoftwareTest {
    @ParameterizedTest
    @ValueSource(strings = {"http/software.tsv", "http/servers.tsv"})
    void tellsWhatTheExamplesOfItsTablesSay(String table) throws IOException {
        assertThat(SoftwareTable.read(table).examples())
                .allMatch(example -> HttpSoftware.disclosed(example.text(), true).stream()
                        .findFirst()
                        .filter(fact -> example.isTold(Optional.of(fact)))
                        .isPresent());
    }

    @Test
    void namesEveryProductOfAField() {
        List<Fact> facts = HttpSoftware.disclosed("Apache/2.4.57 (Debian) OpenSSL/3.0.11 NewThing/1.0", false);

        assertThat(facts)
                .extracting(fact -> fact.text("product").orElse(""))
                .containsExactly("Apache httpd", "OpenSSL", "NewThing");
    }

    @Test
    void takesAFieldOfADeviceWhole() {
        assertThat(HttpSoftware.disclosed("Mini web server 1.0 ZTE corp 2005.", true))
                .hasSize(1);
        assertThat(HttpSoftware.disclosed("Mini web server 1.0", true)).hasSizeGreaterThan(1);
    }
}
