// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http.carried;

import io.netgrade.protocol.http.head.HttpFieldNames;
import io.netgrade.protocol.http.head.HttpHead;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One way to tell a service: a row of {@code carried.tsv}.
 *
 * @param order its place in the table
 * @param service a protocol id, or what {@code application:}, {@code exposed:} and {@code rest-api:} stand before
 * @param resource a word for what was asked for; empty where that it answers says nothing of who may ask
 * @param path as {@link #asksFor} reads it
 * @param fields that must all be in the answer's head
 * @param body words that must all be in the body, without any space; none where the head tells enough
 * @param version where the version stands: {@code json name}, {@code header name begin}, or empty; {@code refused} where
 *     the answer refuses for want of credentials, whatever its status
 */
record CarriedRow(
        int order,
        String service,
        String resource,
        String path,
        List<Field> fields,
        List<String> body,
        String version) {
    private static final int COLUMNS = 6;
    private static final String TITLE = "title:";

    /** @param part what the value must hold, in either case; empty where any value will do */
    record Field(String name, String part) {
        private static Field read(String text) {
            int mark = text.indexOf('^');
            String name = mark < 0 ? text : text.substring(0, mark);
            if (HttpFieldNames.of(name) == null) {
                throw new IllegalArgumentException("no field that is looked at: " + name);
            }
            return new Field(name, mark < 0 ? "" : text.substring(mark + 1));
        }

        private boolean holds(String value) {
            for (int at = 0; at <= value.length() - part.length(); at++) {
                if (value.regionMatches(true, at, part, 0, part.length())) {
                    return true;
                }
            }
            return false;
        }

        boolean in(HttpHead head) {
            String value = head.value(name);
            return value != null && holds(value);
        }
    }

    static CarriedRow read(int order, String line) {
        String[] columns = line.split("\t", -1);
        if (columns.length != COLUMNS) {
            throw new IllegalArgumentException("not six columns: " + line);
        }
        List<Field> fields = words(columns[3]).stream().map(Field::read).toList();
        boolean title = columns[4].startsWith(TITLE);
        List<String> body = title
                ? List.of(columns[4].toLowerCase(Locale.ROOT))
                : words(columns[4]).stream().map(word -> word.replace(" ", "")).toList();
        if (fields.isEmpty() && body.isEmpty()) {
            throw new IllegalArgumentException("a path proves nothing: " + line);
        }
        return new CarriedRow(order, columns[0], empty(columns[1]), columns[2], fields, body, empty(columns[5]));
    }

    private static List<String> words(String column) {
        return column.equals("-")
                ? List.of()
                : new ArrayList<>(
                        Arrays.stream(column.split(" & ")).map(String::strip).toList());
    }

    private static String empty(String column) {
        return column.equals("-") ? "" : column;
    }

    /** Whether such an answer refuses for want of credentials though its status does not say so. */
    boolean refusal() {
        return version.equals("refused");
    }

    /** Whether so much may stand in front of the words: metrics are in the order of their names. */
    boolean metrics() {
        return resource.equals("metrics");
    }

    /** The kind of content without its tree and parameters, where that is what the head must have; else null. */
    @Nullable
    String subtype() {
        boolean typed = !fields.isEmpty() && fields.get(0).name().equals("content-type");
        return typed ? subtype(fields.get(0).part()) : null;
    }

    /** Of {@code application/problem+json; x=y} the {@code json}; in lower case. */
    static String subtype(String type) {
        int end = type.indexOf(';') < 0 ? type.length() : type.indexOf(';');
        int mark = Math.max(type.lastIndexOf('/', end), type.lastIndexOf('+', end));
        return type.substring(mark + 1, end).strip().toLowerCase(Locale.ROOT);
    }

    /** The title of a page that tells it, in lower case; null where another thing does. */
    @Nullable
    String title() {
        boolean titled = !body.isEmpty() && body.get(0).startsWith(TITLE);
        return titled ? body.get(0).substring(TITLE.length()) : null;
    }

    /**
     * Whether a path is the row's: a star stands for any, one in front for any beginning, a slash at the end for any end.
     *
     * @param asked null where it was not seen, which fits all
     */
    boolean asksFor(@Nullable String asked) {
        if (asked == null || path.equals("*")) {
            return true;
        }
        if (path.startsWith("*")) {
            return asked.endsWith(path.substring(1));
        }
        boolean anyEnd = path.length() > 1 && path.endsWith("/");
        return anyEnd ? asked.startsWith(path) : asked.equals(path);
    }

    boolean fits(HttpHead head) {
        for (Field field : fields) {
            if (!field.in(head)) {
                return false;
            }
        }
        return true;
    }

    /** @param squeezed the beginning of the body without any space */
    boolean fits(String squeezed) {
        for (String word : body) {
            if (!squeezed.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
