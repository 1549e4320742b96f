// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http.carried;

import io.netgrade.protocol.http.head.HttpHead;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rows of {@code carried.tsv}, found by what an answer surely has: a field, a path's first part, or a kind of content. */
final class CarriedTable {
    private static final List<CarriedRow> ROWS = read();
    private static final Map<String, List<CarriedRow>> BY_FIELD = new HashMap<>();
    private static final Map<String, List<CarriedRow>> BY_PATH = new HashMap<>();
    private static final List<CarriedRow> ANYWHERE = new ArrayList<>();
    private static final List<CarriedRow> TITLES = new ArrayList<>();

    static {
        ROWS.forEach(CarriedTable::index);
    }

    private CarriedTable() {}

    private static void index(CarriedRow row) {
        if (row.title() != null) {
            TITLES.add(row);
        } else if (!row.path().startsWith("*")) {
            BY_PATH.computeIfAbsent(firstPart(row.path()), part -> new ArrayList<>())
                    .add(row);
        } else if (!row.fields().isEmpty() && !row.fields().get(0).name().equals("content-type")) {
            BY_FIELD.computeIfAbsent(row.fields().get(0).name(), name -> new ArrayList<>())
                    .add(row);
        } else {
            ANYWHERE.add(row);
        }
    }

    /** Rows that a head does not rule out, in the table's order; empty for nearly all answers of the web. */
    static List<CarriedRow> candidates(@Nullable String path, HttpHead head) {
        List<CarriedRow> found = List.of();
        for (int i = 0; i < head.fields(); i++) {
            found = add(found, BY_FIELD.getOrDefault(head.name(i), List.of()), path, head);
        }
        String type = head.value("content-type");
        boolean page = type != null && type.regionMatches(true, 0, "text/html", 0, "text/html".length());
        if (path == null && !page) {
            for (List<CarriedRow> rows : BY_PATH.values()) {
                found = add(found, rows, null, head);
            }
        } else if (path != null) {
            found = add(found, BY_PATH.getOrDefault(firstPart(path), List.of()), path, head);
        }
        found = add(found, ANYWHERE, path, head);
        if (found.size() > 1) {
            found.sort(Comparator.comparingInt(ROWS::indexOf));
        }
        return found;
    }

    private static List<CarriedRow> add(
            List<CarriedRow> found, List<CarriedRow> rows, @Nullable String path, HttpHead head) {
        List<CarriedRow> more = found;
        for (CarriedRow row : rows) {
            if (row.asksFor(path) && row.fits(head)) {
                more = more.isEmpty() ? new ArrayList<>() : more;
                more.add(row);
            }
        }
        return more;
    }

    /** The row whose title a page has; null where none is in the table. */
    static @Nullable CarriedRow titled(String lowerCase) {
        for (CarriedRow row : TITLES) {
            if (lowerCase.startsWith(Objects.requireNonNull(row.title()))) {
                return row;
            }
        }
        return null;
    }

    static List<CarriedRow> rows() {
        return ROWS;
    }

    private static String firstPart(String path) {
        int slash = path.indexOf('/', 1);
        return slash < 0 ? path : path.substring(0, slash);
    }

    private static List<CarriedRow> read() {
        try (InputStream file = Objects.requireNonNull(CarriedTable.class.getResourceAsStream("carried.tsv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(CarriedRow::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
