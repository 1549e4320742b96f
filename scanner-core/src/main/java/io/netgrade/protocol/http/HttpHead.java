// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A start line and the header fields below it, as they come line by line (RFC 9112 §2.1). Bounded both ways. */
final class HttpHead {
    static final int LARGEST = 64 * 1024;
    static final int MOST_LINES = 256;

    private final String startLine;
    private final List<Field> fields = new ArrayList<>();
    private int size;
    private int lines;

    HttpHead(String startLine) {
        this.startLine = startLine;
        this.size = startLine.length();
    }

    /** @param name in lower case */
    record Field(String name, String value) {}

    String startLine() {
        return startLine;
    }

    /** @return whether the head is still within its bounds */
    boolean add(String line) {
        size += line.length() + 2;
        if (size > LARGEST || ++lines > MOST_LINES) {
            return false;
        }
        if (line.charAt(0) == ' ' || line.charAt(0) == '\t') {
            unfold(line);
        } else {
            int colon = line.indexOf(':');
            // A line without a colon says nothing; servers that write one are read all the same.
            if (colon > 0) {
                String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                fields.add(new Field(name, line.substring(colon + 1).strip()));
            }
        }
        return true;
    }

    Optional<String> first(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(Field::value)
                .findFirst();
    }

    List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(Field::value)
                .toList();
    }

    /** The elements of a field that is a list with commas, in lower case (RFC 9110 §5.6.1). */
    List<String> elements(String name) {
        List<String> elements = new ArrayList<>();
        for (String value : all(name)) {
            for (String element : value.split(",")) {
                if (!element.isBlank()) {
                    elements.add(element.strip().toLowerCase(Locale.ROOT));
                }
            }
        }
        return elements;
    }

    /** Whether the content is HTML that can be read as it stands. One of no stated type may be: browsers guess too. */
    boolean html() {
        String type = first("content-type").orElse("text/html").toLowerCase(Locale.ROOT);
        return !coded() && (type.startsWith("text/html") || type.startsWith("application/xhtml+xml"));
    }

    /** Whether the content is compressed or otherwise coded, so that nothing is known of it (RFC 9110 §8.4). */
    boolean coded() {
        return elements("content-encoding").stream().anyMatch(coding -> !coding.equals("identity"));
    }

    /** Obsolete line folding goes on with the value of the field before (RFC 9112 §5.2). */
    private void unfold(String line) {
        if (!fields.isEmpty() && !line.isBlank()) {
            Field last = fields.remove(fields.size() - 1);
            fields.add(new Field(last.name(), (last.value() + " " + line.strip()).strip()));
        }
    }
}
