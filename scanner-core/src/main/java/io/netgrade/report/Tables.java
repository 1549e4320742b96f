// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Rows of text as files for spreadsheets. Nothing in a cell is a formula: what a spreadsheet would take for one
 * ({@code =}, {@code +}, {@code -}, {@code @}, tab and line break at its beginning) has an apostrophe in front, and
 * control characters are shown as what they are.
 */
public final class Tables {
    private static final String BEGINS_FORMULAS = "=+-@\t\r\n";
    /** What a cell holds at most in spreadsheets, in characters. */
    private static final int LONGEST_CELL = 32_767;

    private static final double WIDEST_COLUMN = 60;

    private Tables() {}

    /** RFC 4180, in UTF-8 with a byte order mark, without which spreadsheets take Chinese for something else. */
    public static void csv(List<List<String>> rows, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\uFEFF');
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        rows.forEach(row -> csv.writeRecord(row.stream().map(Tables::harmless).toList()));
        csv.flush();
        text.flush();
    }

    /**
     * An Office Open XML workbook of one sheet, its first row as heading.
     *
     * @param application and version of the program that writes it
     */
    public static void xlsx(List<List<String>> rows, String sheet, String application, OutputStream out)
            throws IOException {
        try (Workbook workbook = new Workbook(out, application, "1.0")) {
            Worksheet page = workbook.newWorksheet(sheet);
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    page.value(row, column, harmless(rows.get(row).get(column)));
                }
            }
            if (!rows.isEmpty()) {
                page.range(0, 0, 0, Math.max(0, rows.get(0).size() - 1))
                        .style()
                        .bold()
                        .set();
                page.freezePane(0, 1);
                for (int column = 0; column < rows.get(0).size(); column++) {
                    page.width(column, width(rows, column));
                }
            }
        }
    }

    private static double width(List<List<String>> rows, int column) {
        return Math.min(
                WIDEST_COLUMN,
                2
                        + rows.stream()
                                .mapToInt(row -> Shown.columns(row.get(column)))
                                .max()
                                .orElse(0));
    }

    static String harmless(String cell) {
        StringBuilder shown = new StringBuilder();
        if (!cell.isEmpty() && BEGINS_FORMULAS.indexOf(cell.charAt(0)) >= 0) {
            shown.append('\'');
        }
        cell.codePoints().limit(LONGEST_CELL).forEach(point -> {
            if (Character.isISOControl(point) || Character.getType(point) == Character.FORMAT) {
                shown.append(String.format("\\u%04x", point));
            } else {
                shown.appendCodePoint(Character.getType(point) == Character.SURROGATE ? 0xFFFD : point);
            }
        });
        return shown.length() > LONGEST_CELL ? shown.substring(0, LONGEST_CELL) : shown.toString();
    }
}
