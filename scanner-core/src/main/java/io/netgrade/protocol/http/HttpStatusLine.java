// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import java.util.Optional;

/** {@code HTTP/1.1 200 OK} (RFC 9112 §4). */
record HttpStatusLine(int status) {
    private static final String VERSION = "HTTP/1.";
    private static final int CODE = VERSION.length() + 2;

    static Optional<HttpStatusLine> read(String line) {
        boolean sound = line.startsWith(VERSION)
                && line.length() >= CODE + 3
                && digit(line, VERSION.length())
                && line.charAt(CODE - 1) == ' '
                && line.charAt(CODE) >= '1'
                && digit(line, CODE)
                && digit(line, CODE + 1)
                && digit(line, CODE + 2)
                && (line.length() == CODE + 3 || line.charAt(CODE + 3) == ' ');
        return sound
                ? Optional.of(new HttpStatusLine(Integer.parseInt(line.substring(CODE, CODE + 3))))
                : Optional.empty();
    }

    private static boolean digit(String line, int at) {
        return line.charAt(at) >= '0' && line.charAt(at) <= '9';
    }

    /** Whether another status line follows for the same request (RFC 9110 §15.2). */
    boolean interim() {
        return status < 200;
    }

    boolean success() {
        return status / 100 == 2;
    }

    boolean redirect() {
        return status / 100 == 3;
    }
}
