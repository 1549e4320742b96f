// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesTest {
    private static final List<List<String>> ROWS = List.of(
            List.of("Unit", "Note"), List.of("dns-1", "=HYPERLINK(\"x\")"), List.of("a\"b", "域名\n系统, \u001b[2J"));

    @TempDir
    private Path folder;

    @Test
    void csvQuotesAndDisarms() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        Tables.csv(ROWS, out);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo(
                        "\uFEFFUnit,Note\r\ndns-1,\"'=HYPERLINK(\"\"x\"\")\"\r\n\"a\"\"b\",\"域名\\u000a系统, \\u001b[2J\"\r\n");
    }

    @Test
    void xlsxHoldsTextsAndNoFormula() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        Tables.xlsx(ROWS, "Filing", "netgrade", out);

        Map<String, String> parts = parts(out.toByteArray());
        assertThat(parts).containsKeys("[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml");
        assertThat(parts.get("xl/workbook.xml")).contains("name=\"Filing\"");
        assertThat(parts.get("xl/worksheets/sheet1.xml")).doesNotContain("<f>").contains("t=\"s\"");
        assertThat(parts.get("xl/sharedStrings.xml"))
                .contains("=HYPERLINK(&quot;x&quot;)")
                .contains("\\u000a&#x7cfb;&#x7edf;, \\u001b[2J");
    }

    @Test
    void onlyTheBeginningMakesAFormula() {
        assertThat(Tables.harmless("a=b+c")).isEqualTo("a=b+c");
        assertThat(Tables.harmless("@x")).isEqualTo("'@x");
        assertThat(Tables.harmless("-1")).isEqualTo("'-1");
        assertThat(Tables.harmless("")).isEmpty();
        assertThat(Tables.harmless("\u202Egnp.exe")).isEqualTo("\\u202egnp.exe");
        assertThat(Tables.harmless("x".repeat(40_000))).hasSize(32_767);
    }

    /** As spreadsheets do, by the directory at the end of the file. */
    private Map<String, String> parts(byte[] workbook) throws IOException {
        Map<String, String> parts = new TreeMap<>();
        try (ZipFile zip =
                new ZipFile(Files.write(folder.resolve("book.xlsx"), workbook).toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                parts.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }
}
