// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.check.Seen;
import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Confidence;
import io.netgrade.fact.Evidence;
import io.netgrade.fact.Observation;
import io.netgrade.fact.Sighting;
import io.netgrade.fact.StatedFacts;
import io.netgrade.yaml.Mistake;
import io.netgrade.yaml.Mistakes;
import io.netgrade.yaml.YamlFile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A table of the days on which software ceases to be maintained, as a user writes one. */
class LifecycleReaderTest {
    private static final String SOUND = """
            schema: netgrade.lifecycles/1
            products:
              - product: nginx
                names: [Tengine]
                source: nginx.org
                verified: true
                before: {version: "1.18", ends: 2020-04-21}
                cycles:
                  - version: "1.18"
                    ends: 2021-04-20
                    kept-by:
                      - {name: Debian 11, version: "1.18.0", ends: 2026-08-31}
            marks:
              - mark: [deb11u]
                system: Debian
                version: "11"
            """;

    private final Mistakes mistakes = new Mistakes();

    @Test
    void readsWhatATableSays() {
        Lifecycles table = read(SOUND);

        assertThat(mistakes.all()).isEmpty();
        assertThat(table.of(software("TENGINE", "1.18.0")))
                .extracting(Observation::fact)
                .containsExactly(StatedFacts.LIFECYCLE.complete(
                        "nginx",
                        "1.18.0",
                        "1.18",
                        Instant.parse("2021-04-21T00:00:00Z"),
                        Instant.parse("2026-09-01T00:00:00Z"),
                        "Debian 11",
                        "nginx.org",
                        true));
        assertThat(table.of(software("nginx", "1.10")))
                .extracting(Observation::fact)
                .containsExactly(StatedFacts.LIFECYCLE.complete(
                        "nginx", "1.10", "1.18", Instant.parse("2020-04-22T00:00:00Z"), null, null, "nginx.org", true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "lifecycles/1 | lifecycles/2 | 1: schema is \"netgrade.lifecycles/2\", must be netgrade.lifecycles/1",
                "marks: | mark: | 13: key \"mark\" is not one of schema, products, marks; did you mean \"marks\"?",
                "product: nginx | name: nginx | 3: product is missing",
                "source: nginx.org | sources: nginx.org | 5: key \"sources\" is not one of product, names, source, verified,"
                        + " cycles, before; did you mean \"source\"?",
                "source: nginx.org | sources: nginx.org | 3: source is missing",
                "verified: true | verified: yes | 6: verified \"yes\" is not one of true, false",
                "2020-04-21} | 2020-04-31} | 7: ends: \"2020-04-31\" is no day such as 2026-11-23",
                "- version: \"1.18\" | - versions: \"1.18\" | 9: version is missing",
                "- version: \"1.18\" | - versions: \"1.18\" | 9: key \"versions\" is not one of version, ends, kept-by; did you"
                        + " mean \"version\"?",
                "ends: 2021-04-20 | end: 2021-04-20 | 9: ends is missing",
                "ends: 2021-04-20 | ends: never | 10: ends: \"never\" is no day such as 2026-11-23",
                "name: Debian 11 | by: Debian 11 | 12: name is missing",
                "name: Debian 11 | name: Debian 11, by: x | 12: key \"by\" is not one of name, version, ends",
                "ends: 2026-08-31} | ends: soon} | 12: ends: \"soon\" is no day such as 2026-11-23",
                "- mark: | - marks: | 14: mark is missing",
                "- mark: | - marks: | 14: key \"marks\" is not one of mark, system, version; did you mean \"mark\"?",
                "system: Debian | sytem: Debian | 14: system is missing",
            })
    void tellsEachMistakeWithItsLine(String from, String to, String told) {
        assertThat(SOUND).contains(from);
        read(SOUND.replace(from, to));

        assertThat(mistakes.all()).extracting(Mistake::toString).contains("own.yml:" + told);
    }

    private Lifecycles read(String text) {
        return YamlFile.read("own.yml", text.getBytes(StandardCharsets.UTF_8), mistakes)
                .map(LifecycleReader::read)
                .orElseThrow();
    }

    private static Observation software(String product, String version) {
        return new Observation(
                new Sighting(Seen.ENDPOINT, "http", List.of(), Confidence.CONFIRMED),
                CommonFacts.SOFTWARE.partial(product, version, null),
                new Evidence(Evidence.Source.PROBE, Seen.NOW, "q", 0, ""));
    }
}
