// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.netgrade.endpoint.AddressRange;
import io.netgrade.endpoint.PortSet;
import io.netgrade.endpoint.Scope;
import io.netgrade.yaml.MistakesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A scope in a file of its own. */
class ScopeReaderTest {
    private static final String SOUND = """
            schema: netgrade.scope/1
            allow: [192.0.2.0/24, ns.example]
            deny: [192.0.2.13]
            ports: "22,53"
            authorised-by: Change 4711
            valid-until: 2027-01-31T00:00:00Z
            vantage: internal
            """;

    @TempDir
    private Path folder;

    @Test
    void readsWhatItSays() throws Exception {
        Scope scope = read(SOUND);

        assertThat(scope.allow()).containsExactly(AddressRange.of("192.0.2.0/24"));
        assertThat(scope.hosts()).containsExactly("ns.example");
        assertThat(scope.deny()).containsExactly(AddressRange.of("192.0.2.13"));
        assertThat(scope.ports()).isEqualTo(PortSet.of(22, 53));
        assertThat(scope.authorisedBy()).isEqualTo("Change 4711");
        assertThat(scope.expired(Instant.parse("2027-02-01T00:00:00Z"))).isTrue();
        assertThat(scope.expired(Instant.parse("2027-01-30T00:00:00Z"))).isFalse();
        assertThat(read(SOUND.replace("\"22,53\"", "all")).ports()).isEqualTo(PortSet.ALL);
        assertThat(read("schema: netgrade.scope/1\n").ports()).isEqualTo(PortSet.ALL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "scope/1 | plan/1 | scope.yml:1: schema is \"netgrade.plan/1\", must be netgrade.scope/1",
                "schema: netgrade.scope/1 | deny: [] | scope.yml:1: schema is missing: write schema: netgrade.scope/1",
                "ns.example] | \"ns.example:53\"] | scope.yml:2: allow: \"ns.example:53\" names a port; give ports under ports",
                "vantage: internal | windows: {day: mon, from: \"00:00\", to: \"06:00\", zone: UTC} | scope.yml:7: key \"day\" is"
                        + " not one of days, from, to, zone; did you mean \"days\"?",
                "vantage: internal | vantages: internal | scope.yml:7: key \"vantages\" is not one of schema, allow, deny,"
                        + " ports, authorised-by, valid-until, vantage, windows; did you mean \"vantage\"?",
            })
    void tellsEachMistakeWithItsLine(String from, String to, String told) {
        String text = to.equals("deny: []") ? SOUND.replace("deny: [192.0.2.13]\n", "") : SOUND;
        assertThat(catchThrowableOfType(MistakesException.class, () -> read(text.replace(from, to)))
                        .mistakes())
                .extracting(mistake -> mistake.toString().replace(folder + "/", ""))
                .containsExactly(told);
    }

    private Scope read(String text) throws IOException, MistakesException {
        return ScopeReader.read(Files.writeString(folder.resolve("scope.yml"), text));
    }
}
