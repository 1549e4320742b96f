// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import io.netgrade.fact.Fact;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A cookie's name and flags out of a Set-Cookie field (RFC 6265 §5.2). The value is passed over. */
record HttpCookie(
        String name,
        boolean secure,
        boolean httpOnly,
        @Nullable String sameSite) {
    private static final int LONGEST_NAME = 64;

    static Optional<HttpCookie> read(String field) {
        String[] parts = field.split(";");
        int equals = parts.length == 0 ? -1 : parts[0].indexOf('=');
        if (equals <= 0 || parts[0].substring(0, equals).isBlank()) {
            return Optional.empty();
        }
        String name = parts[0].substring(0, equals).strip();
        boolean secure = false;
        boolean httpOnly = false;
        String sameSite = null;
        for (int i = 1; i < parts.length; i++) {
            String attribute = parts[i].strip().toLowerCase(Locale.ROOT);
            secure |= attribute.equals("secure") || attribute.startsWith("secure=");
            httpOnly |= attribute.equals("httponly") || attribute.startsWith("httponly=");
            sameSite = attribute.startsWith("samesite=") ? sameSite(attribute) : sameSite;
        }
        String shown = name.substring(0, Math.min(name.length(), LONGEST_NAME));
        return Optional.of(new HttpCookie(shown, secure, httpOnly, sameSite));
    }

    Fact fact(boolean complete) {
        return complete
                ? HttpFacts.COOKIE.complete(name, secure, httpOnly, sameSite)
                : HttpFacts.COOKIE.partial(name, secure, httpOnly, sameSite);
    }

    /** Without its value. */
    String excerpt() {
        return "Set-Cookie: " + name + "=…" + (secure ? "; Secure" : "") + (httpOnly ? "; HttpOnly" : "");
    }

    private static @Nullable String sameSite(String attribute) {
        String value = attribute.substring("samesite=".length()).strip();
        return value.equals("strict") || value.equals("lax") || value.equals("none") ? value : null;
    }
}
