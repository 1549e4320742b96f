// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.Fact;
import io.netgrade.testing.SoftwareTable;
import io.netgrade.testing.SoftwareTable.Example;
import io.netgrade.testing.SoftwareTable.Row;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fingerprint tells what its examples say, none takes another's, and no product has two names. */
class SoftwareTablesTest {
    private static final Set<String> KNOWN = Set.of("lab", "recording", "document", "memory");

    /** Tables of words, which their protocols look up in manners of their own. */
    private static final Set<String> WORDS =
            Set.of("ssh/software.tsv", "http/software.tsv", "redis/software.tsv", "products.tsv");

    static List<SoftwareTable> tables() throws IOException {
        return SoftwareTable.all();
    }

    static List<SoftwareTable> patterns() throws IOException {
        return tables().stream().filter(table -> !WORDS.contains(table.name())).toList();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void hasExamplesAndSaysHowItIsKnown(SoftwareTable table) {
        assertThat(table.rows()).isNotEmpty().allSatisfy(row -> {
            assertThat(row.examples()).as(row.mark()).isNotEmpty();
            assertThat(row.known()).as(row.mark()).isIn(KNOWN);
            assertThat(row.cpe()).as(row.mark()).matches("-|[ao]:[a-z0-9._-]+:[a-z0-9._-]+");
        });
    }

    /** The first that fits is taken: where a row claims the example of one below it, that example fails. */
    @ParameterizedTest
    @MethodSource("patterns")
    void tellsWhatItsExamplesSay(SoftwareTable table) {
        SoftwarePatterns read = SoftwarePatterns.read(SoftwareNames.class, table.name());

        assertThat(untold(table.examples(), read)).isEmpty();
    }

    private static List<String> untold(List<Example> examples, SoftwarePatterns read) {
        return examples.stream()
                .filter(example -> !example.isTold(read.find(example.text(), true)))
                .map(example -> example + ", not " + read.find(example.text(), true))
                .toList();
    }

    @Test
    void namesProductsWithoutATable() throws IOException {
        SoftwareTable table = SoftwareTable.read("products.tsv");

        assertThat(table.examples()).allMatch(example -> {
            Fact said = SoftwareNames.Product.unlisted(example.row().mark()).disclosed(example.text(), false);
            return example.isTold(Optional.of(said));
        });
    }

    @Test
    void namesAStoreByWhatItCallsItself() throws IOException {
        SoftwareNames names = SoftwareNames.read(SoftwareNames.class, "redis/software.tsv");

        assertThat(SoftwareTable.read("redis/software.tsv").examples())
                .allMatch(example -> names.named(example.text())
                        .map(SoftwareNames.Product::name)
                        .equals(Optional.of(example.row().product())));
    }

    @Test
    void oneProductHasOneNameAndOneCpe() throws IOException {
        assertThat(different(Row::product, Row::cpe)).isEmpty();
        assertThat(different(Row::cpe, Row::product)).isEmpty();
    }

    private static Map<String, Set<String>> different(Function<Row, String> of, Function<Row, String> said)
            throws IOException {
        Stream<Row> rows = tables().stream().flatMap(table -> table.rows().stream());
        Map<String, Set<String>> all = rows.filter(row -> !row.cpe().equals("-"))
                .collect(Collectors.groupingBy(of, Collectors.mapping(said, Collectors.toSet())));
        all.values().removeIf(values -> values.size() == 1);
        return all;
    }

    @Test
    void saysNothingOfWhatNamesNoSoftware() throws IOException {
        for (SoftwareTable table : patterns()) {
            SoftwarePatterns read = SoftwarePatterns.read(SoftwareNames.class, table.name());
            for (String text : List.of("", "host.example.test", "Welcome.\nlogin: ", "authorised use only")) {
                assertThat(read.find(text, true)).as(table.name()).isEmpty();
            }
        }
    }

    @Test
    void tellsAnUpdateApartFromARelease() {
        SoftwareNames.Product product = new SoftwareNames.Product("x", "X", "a:x:x");

        assertThat(product.disclosed("2.4.6-beta2", true).text("cpe"))
                .contains("cpe:2.3:a:x:x:2.4.6:beta2:*:*:*:*:*:*");
        assertThat(product.disclosed("v1.2+deb12u1", true).text("cpe")).contains("cpe:2.3:a:x:x:1.2:*:*:*:*:*:*:*");
        assertThat(product.disclosed("v1.2+deb12u1", true).text("version")).contains("v1.2+deb12u1");
        assertThat(product.disclosed("", true).text("cpe")).isEmpty();
    }
}
