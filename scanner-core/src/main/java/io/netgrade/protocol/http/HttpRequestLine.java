// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import java.util.List;
import java.util.Optional;

/** {@code GET /path HTTP/1.1} (RFC 9112 §3). The target is read and let go: it may hold secrets. */
record HttpRequestLine(String method, String target) {
    private static final List<String> USUAL = List.of("GET", "POST", "HEAD", "OPTIONS", "CONNECT", "PUT");

    static Optional<HttpRequestLine> read(String line) {
        int first = line.indexOf(' ');
        int last = line.lastIndexOf(' ');
        boolean sound = first > 0
                && last > first + 1
                && line.length() == last + "HTTP/1.1".length() + 1
                && line.startsWith("HTTP/1.", last + 1);
        return sound
                ? Optional.of(new HttpRequestLine(method(line, first), target(line, first + 1, last)))
                : Optional.empty();
    }

    // A request is kept until its answer comes, and there may be a million: what most of them say is held once.

    private static String method(String line, int end) {
        for (String usual : USUAL) {
            if (usual.length() == end && line.startsWith(usual)) {
                return usual;
            }
        }
        return line.substring(0, end);
    }

    private static String target(String line, int from, int end) {
        return end == from + 1 && line.charAt(from) == '/' ? "/" : line.substring(from, end);
    }

    /** What stands behind the first question mark; empty where there is none. */
    String query() {
        int mark = target.indexOf('?');
        return mark < 0 ? "" : target.substring(mark + 1);
    }
}
