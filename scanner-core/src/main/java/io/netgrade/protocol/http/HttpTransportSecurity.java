// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import io.netgrade.fact.Fact;
import java.util.Locale;
import java.util.Optional;

/** A Strict-Transport-Security field (RFC 6797 §6.1). Only the first of a response counts (§8.1). */
record HttpTransportSecurity(long maxAge, boolean includeSubdomains) {
    /** Decimal digits that always fit a long. */
    private static final int MOST_DIGITS = 18;

    /** Empty where the field is not valid: a browser then takes no notice of it. */
    static Optional<HttpTransportSecurity> read(String field) {
        long maxAge = -1;
        boolean subdomains = false;
        for (String part : field.split(";")) {
            String directive = part.strip().toLowerCase(Locale.ROOT);
            int equals = directive.indexOf('=');
            String name =
                    equals < 0 ? directive : directive.substring(0, equals).strip();
            if (name.equals("max-age")) {
                maxAge = seconds(directive.substring(equals + 1).strip());
            }
            subdomains |= name.equals("includesubdomains");
        }
        return maxAge < 0 ? Optional.empty() : Optional.of(new HttpTransportSecurity(maxAge, subdomains));
    }

    Fact fact() {
        return HttpFacts.STRICT_TRANSPORT_SECURITY.complete(true, maxAge, includeSubdomains);
    }

    static Fact absent() {
        return HttpFacts.STRICT_TRANSPORT_SECURITY.complete(false, 0, false);
    }

    private static long seconds(String text) {
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        String digits = quoted ? text.substring(1, text.length() - 1) : text;
        if (digits.isEmpty() || !digits.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            return -1;
        }
        return digits.length() > MOST_DIGITS ? Long.MAX_VALUE : Long.parseLong(digits);
    }
}
