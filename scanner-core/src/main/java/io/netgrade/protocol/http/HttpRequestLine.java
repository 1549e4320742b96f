// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import java.util.Optional;

/** {@code GET /path HTTP/1.1} (RFC 9112 §3). The target is read and let go: it may hold secrets. */
record HttpRequestLine(String method, String target) {

    static Optional<HttpRequestLine> read(String line) {
        int first = line.indexOf(' ');
        int last = line.lastIndexOf(' ');
        boolean sound = first > 0
                && last > first + 1
                && line.length() == last + "HTTP/1.1".length() + 1
                && line.startsWith("HTTP/1.", last + 1);
        return sound
                ? Optional.of(new HttpRequestLine(line.substring(0, first), line.substring(first + 1, last)))
                : Optional.empty();
    }

    /** What stands behind the first question mark; empty where there is none. */
    String query() {
        int mark = target.indexOf('?');
        return mark < 0 ? "" : target.substring(mark + 1);
    }
}
