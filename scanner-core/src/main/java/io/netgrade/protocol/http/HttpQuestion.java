// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import io.netgrade.endpoint.Endpoint;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A row of {@code questions.tsv}: one harmless request that tells a service inside HTTP.
 *
 * @param service that it asks for
 * @param ports usual for it
 * @param where {@code server}, {@code title} or {@code body} of the answer to GET /; empty where the port alone decides
 * @param holds in lower case, what stands there
 * @param method GET or POST
 * @param target path and query
 */
record HttpQuestion(
        String service,
        Set<Integer> ports,
        String where,
        String holds,
        String method,
        HttpContent content,
        String target) {
    private static final int COLUMNS = 5;
    private static final List<HttpQuestion> ALL = read();

    /** Those for an endpoint with such an answer to GET /, in the table's order, each request once. */
    static List<HttpQuestion> of(Endpoint endpoint, HttpAnswer first) {
        Set<String> requests = new HashSet<>();
        return ALL.stream()
                .filter(row -> row.ports.contains(endpoint.port()) || row.hinted(first))
                .filter(row -> requests.add(row.method + " " + row.target))
                .toList();
    }

    private boolean hinted(HttpAnswer first) {
        String text = switch (where) {
            case "server" -> first.head().flatMap(head -> head.first("server")).orElse("");
            case "title" -> first.page().title();
            case "body" -> first.beginning();
            default -> "";
        };
        return !holds.isEmpty() && text.toLowerCase(Locale.ROOT).contains(holds);
    }

    private static List<HttpQuestion> read() {
        InputStream table = Objects.requireNonNull(HttpQuestion.class.getResourceAsStream("questions.tsv"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(HttpQuestion::row)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpQuestion row(String line) {
        String[] columns = line.split("\t", -1);
        if (columns.length != COLUMNS) {
            throw new IllegalArgumentException("not five columns: " + line);
        }
        Set<Integer> ports = columns[1].equals("-")
                ? Set.of()
                : Arrays.stream(columns[1].split(",")).map(Integer::valueOf).collect(Collectors.toUnmodifiableSet());
        String[] hint = columns[2].equals("-") ? new String[] {"", ""} : columns[2].split("\\^", 2);
        String[] request = columns[3].split(" ", 3);
        return request.length == 1
                ? new HttpQuestion(columns[0], ports, hint[0], hint[1], "GET", HttpContent.NONE, request[0])
                : new HttpQuestion(
                        columns[0], ports, hint[0], hint[1], request[0], HttpContent.valueOf(request[1]), request[2]);
    }
}
