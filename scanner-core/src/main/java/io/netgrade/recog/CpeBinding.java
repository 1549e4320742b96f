// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.recog;

import java.util.Locale;
import java.util.Optional;

/** CPE names as a URI (NIST IR 7695 6.1), which Recog writes, as formatted strings (6.2). */
final class CpeBinding {
    private static final String URI = "cpe:/";
    private static final int COMPONENTS = 11;
    private static final int LEAST = 4;

    private CpeBinding() {}

    /** Empty where it names no vendor, product and version, or has what would need to be decoded. */
    static Optional<String> formatted(String uri) {
        String[] parts = uri.startsWith(URI) ? uri.substring(URI.length()).split(":", -1) : new String[0];
        if (parts.length < LEAST || parts.length > COMPONENTS || parts[3].equals("-") || uri.contains("%")) {
            return Optional.empty();
        }
        StringBuilder formatted = new StringBuilder("cpe:2.3");
        for (int i = 0; i < COMPONENTS; i++) {
            String part = i < parts.length ? parts[i] : "";
            formatted.append(':').append(part.isEmpty() || part.equals("-") ? "*" : quoted(part));
        }
        return Optional.of(formatted.toString());
    }

    private static String quoted(String part) {
        StringBuilder quoted = new StringBuilder();
        part.toLowerCase(Locale.ROOT).chars().forEach(character -> {
            boolean plain = Character.isLetterOrDigit(character) || "._-".indexOf(character) >= 0;
            quoted.append(plain ? "" : "\\").append((char) character);
        });
        return quoted.toString();
    }
}
