// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.SoftwareNames.Product;
import io.netgrade.protocol.http.head.HttpHead;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code consoles.tsv}: how the page at {@code /} tells that a device is managed by it. RE2 is linear in the text.
 *
 * @param kind of device, such as router or olt
 * @param where title, server, realm, location or body
 * @param pattern whose first group, where it has one, is the version
 */
record HttpConsole(String kind, String vendor, String product, String where, Pattern pattern) {
    private static final int COLUMNS = 5;
    private static final int LONGEST_VERSION = 32;
    private static final int LONGEST_SHOWN = 60;
    private static final List<HttpConsole> ALL = read();

    /** States the console that an answer to GET / tells, and its version where that stands there. */
    static void state(HttpAnswer answer, ObservationSink sink) {
        HttpHead head = answer.head().orElse(null);
        if (head == null) {
            return;
        }
        for (HttpConsole row : ALL) {
            Matcher found = row.pattern.matcher(text(row.where, head, answer));
            if (found.find()) {
                row.state(found, sink);
                return;
            }
        }
    }

    private void state(Matcher found, ObservationSink sink) {
        sink.saw(HttpFacts.CONSOLE.complete(kind, vendor, product), where + ": " + shown(found.group()));
        @Nullable String version = found.groupCount() > 0 ? found.group(1) : null;
        if (version != null
                && version.length() <= LONGEST_VERSION
                && version.chars().anyMatch(Character::isDigit)) {
            sink.saw(Product.unlisted(product).disclosed(version, true));
        }
    }

    private static String shown(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN);
    }

    private static String text(String where, HttpHead head, HttpAnswer answer) {
        return switch (where) {
            case "title" -> utf8(answer.page().title());
            case "server" -> Objects.requireNonNullElse(head.value("server"), "");
            case "realm" -> realm(Objects.requireNonNullElse(head.value("www-authenticate"), ""));
            case "location" -> path(Objects.requireNonNullElse(head.value("location"), ""));
            default -> answer.beginning();
        };
    }

    /** Pages are read an octet a character; most say UTF-8, and none of the patterns needs another. */
    private static String utf8(String octets) {
        return new String(octets.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static String realm(String challenge) {
        int from = challenge.toLowerCase(Locale.ROOT).indexOf("realm=\"");
        int to = from < 0 ? -1 : challenge.indexOf('"', from + 7);
        return to < 0 ? "" : challenge.substring(from + 7, to);
    }

    private static String path(String location) {
        int authority = location.indexOf("://");
        int slash = authority < 0 ? 0 : location.indexOf('/', authority + 3);
        return slash < 0 ? "" : location.substring(slash);
    }

    private static List<HttpConsole> read() {
        InputStream table = Objects.requireNonNull(HttpConsole.class.getResourceAsStream("consoles.tsv"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(HttpConsole::row)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpConsole row(String line) {
        String[] columns = line.split("\t", -1);
        if (columns.length != COLUMNS) {
            throw new IllegalArgumentException("not five columns: " + line);
        }
        return new HttpConsole(columns[0], columns[1], columns[2], columns[3], Pattern.compile(columns[4]));
    }
}
