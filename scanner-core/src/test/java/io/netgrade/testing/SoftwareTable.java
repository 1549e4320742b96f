// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.testing;

import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Fact;
import io.netgrade.protocol.SoftwareNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table of products with its examples, as {@link SoftwareNames} describes its form.
 *
 * @param name its path below the folder of all protocols
 */
public record SoftwareTable(String name, List<Row> rows) {
    private static final Path ROOT =
            Path.of(System.getProperty("netgrade.root", ".."), "scanner-core/src/main/resources/io/netgrade/protocol");

    /** @param known how the mark is known */
    public record Row(String mark, String product, String cpe, String known, List<Example> examples) {}

    /**
     * A text that a row is for.
     *
     * @param release as CPE has it, with the update behind a colon; empty where no CPE name is to come out
     */
    public record Example(Row row, String text, String version, String release) {
        /** Whether a fact says what the example says. */
        public boolean isTold(Optional<Fact> said) {
            return said.filter(fact -> fact.is(CommonFacts.SOFTWARE))
                    .filter(fact -> fact.text("product").equals(Optional.of(row.product())))
                    .filter(fact -> fact.text("version").orElse("").equals(version))
                    .filter(fact -> fact.text("cpe").equals(cpe()))
                    .isPresent();
        }

        private Optional<String> cpe() {
            if (release.isEmpty()) {
                return Optional.empty();
            }
            String[] parts = release.split(":", 2);
            String version = parts[0].replaceAll("([^0-9A-Za-z._-])", "\\\\$1").toLowerCase(Locale.ROOT);
            return Optional.of("cpe:2.3:" + row.cpe() + ":" + version + ":" + (parts.length > 1 ? parts[1] : "*")
                    + ":*:*:*:*:*:*");
        }

        @Override
        public String toString() {
            return text + " is " + row.product() + " " + version + " " + cpe().orElse("");
        }
    }

    @Override
    public String toString() {
        return name;
    }

    public List<Example> examples() {
        return rows.stream().flatMap(row -> row.examples().stream()).toList();
    }

    /** Every table there is. */
    public static List<SoftwareTable> all() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            List<SoftwareTable> tables = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                String name = ROOT.relativize(file).toString().replace('\\', '/');
                if (name.matches("(.*/software|http/servers|systems|products)\\.tsv")) {
                    tables.add(read(name));
                }
            }
            return tables;
        }
    }

    public static SoftwareTable read(String name) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(ROOT.resolve(name))) {
            String[] columns = line.split("\t", -1);
            if (line.startsWith("\t")) {
                Row row = rows.get(rows.size() - 1);
                String text = columns[1].replace("\\r", "\r").replace("\\n", "\n");
                row.examples().add(new Example(row, text, columns[2], columns[3]));
            } else if (!line.startsWith("#") && !line.isBlank()) {
                rows.add(new Row(columns[0], columns[1], columns[2], columns[3], new ArrayList<>()));
            }
        }
        return new SoftwareTable(name, rows);
    }
}
