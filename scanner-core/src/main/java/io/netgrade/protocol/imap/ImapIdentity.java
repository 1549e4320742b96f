// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.imap;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.netgrade.fact.Fact;
import io.netgrade.protocol.SoftwareNames.Product;
import java.util.Optional;

/** What a server says that it is, in answer to ID: field names and values as quoted strings (RFC 2971 section 3.2). */
final class ImapIdentity {
    private static final Pattern NAME = field("name");
    private static final Pattern VERSION = field("version");

    private ImapIdentity() {}

    /** The software by its own name; empty where it gives none. */
    static Optional<Fact> software(String answer) {
        String name = value(NAME, answer);
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(Product.unlisted(name).disclosed(value(VERSION, answer), false));
    }

    private static Pattern field(String name) {
        return Pattern.compile("(?i)[( ]\"" + name + "\" +\"([^\"\\\\\\pC]{1,64})\"");
    }

    private static String value(Pattern field, String answer) {
        Matcher found = field.matcher(answer);
        return found.find() ? found.group(1).strip() : "";
    }
}
