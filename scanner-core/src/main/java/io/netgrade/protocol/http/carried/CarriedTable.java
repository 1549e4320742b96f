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

/** The rows of {@code carried.tsv}, found by what an answer surely has: a field, a kind of content, an end of its path. */
final class CarriedTable {
    private static final List<CarriedRow> ROWS = read();
    private static final Map<String, List<CarriedRow>> BY_FIELD = new HashMap<>();
    private static final Map<String, List<CarriedRow>> BY_PATH = new HashMap<>();
    private static final Map<String, List<CarriedRow>> BY_END = new HashMap<>();
    private static final Map<String, List<CarriedRow>> BY_TYPE = new HashMap<>();
    private static final List<CarriedRow> TITLES = new ArrayList<>();

    static {
        ROWS.forEach(CarriedTable::index);
    }

    private CarriedTable() {}

    private static void index(CarriedRow row) {
        if (row.title() != null) {
            TITLES.add(row);
        } else if (!row.path().startsWith("*")) {
            put(BY_PATH, firstPart(row.path()), row);
        } else if (row.path().length() > 1) {
            put(BY_END, lastPart(row.path()), row);
        } else if (row.subtype() != null) {
            put(BY_TYPE, row.subtype(), row);
        } else {
            put(BY_FIELD, row.fields().get(0).name(), row);
        }
    }

    private static void put(Map<String, List<CarriedRow>> index, @Nullable String key, CarriedRow row) {
        index.computeIfAbsent(Objects.requireNonNull(key), any -> new ArrayList<>())
                .add(row);
    }

    /**
     * Rows that a head does not rule out, in the table's order; where the request was not seen, only those that need no path.
     * Empty for nearly all answers of the web.
     */
    static List<CarriedRow> candidates(@Nullable String path, HttpHead head) {
        List<CarriedRow> found = List.of();
        for (int i = 0; i < head.fields(); i++) {
            found = add(found, BY_FIELD.getOrDefault(head.name(i), List.of()), path, head);
        }
        String type = head.value("content-type");
        String subtype = type == null ? "" : CarriedRow.subtype(type);
        found = add(found, BY_TYPE.getOrDefault(subtype, List.of()), path, head);
        if (path != null) {
            found = add(found, BY_PATH.getOrDefault(firstPart(path), List.of()), path, head);
            found = add(found, BY_END.getOrDefault(lastPart(path), List.of()), path, head);
        }
        if (found.size() > 1) {
            found.sort(Comparator.comparingInt(CarriedRow::order));
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

    private static String firstPart(String path) {
        int slash = path.indexOf('/', 1);
        return slash < 0 ? path : path.substring(0, slash);
    }

    private static String lastPart(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static List<CarriedRow> read() {
        try (InputStream file = Objects.requireNonNull(CarriedTable.class.getResourceAsStream("carried.tsv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            List<CarriedRow> rows = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    rows.add(CarriedRow.read(rows.size(), line));
                }
            }
            return List.copyOf(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
