// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a protocol and what they stand for: a table in a resource beside it, one number a line, with tabs between
 * the number, its name and further columns. Lines that begin with {@code #} are remarks. Looking up allocates nothing.
 */
public final class CodeTable {
    private static final int LARGEST = 0xFFFF;

    private final @Nullable String[][] rows;

    private CodeTable(@Nullable String[][] rows) {
        this.rows = rows;
    }

    /** @param owner a class of the folder in which the resource lies */
    public static CodeTable read(Class<?> owner, String resource) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(owner.getResourceAsStream(resource), resource), StandardCharsets.UTF_8))) {
            return of(lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CodeTable of(List<String[]> lines) {
        @Nullable String[][] rows = new @Nullable String[0][];
        for (String[] line : lines) {
            int code = Integer.decode(line[0]);
            if (code < 0 || code > LARGEST || line.length < 2) {
                throw new IllegalArgumentException("no row of a table of codes: " + String.join(" ", line));
            }
            rows = code < rows.length ? rows : Arrays.copyOf(rows, code + 1);
            rows[code] = line;
        }
        return new CodeTable(rows);
    }

    public boolean knows(int code) {
        return row(code) != null;
    }

    /** The name; {@code unlisted} where the table has none. */
    public String name(int code) {
        return column(code, 1);
    }

    /** A further column, counted from the number's own, which is 0; {@code unlisted} where the number is not in the table. */
    public String column(int code, int column) {
        @Nullable String[] row = row(code);
        String held = row == null || column >= row.length ? null : row[column];
        return held == null ? "unlisted" : held;
    }

    private @Nullable String @Nullable [] row(int code) {
        return code >= 0 && code < rows.length ? rows[code] : null;
    }
}
