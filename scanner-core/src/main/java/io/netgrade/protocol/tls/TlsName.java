// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The name or address by which a server is asked.
 *
 * @param text as the operator wrote it
 */
record TlsName(String text) {

    /** What goes into server_name: a host name in ASCII, and never an address (RFC 6066 §3). */
    Optional<String> serverName() {
        boolean isHost = !isAddress() && text.chars().allMatch(TlsName::isOfHost) && text.indexOf('.') > 0;
        return isHost ? Optional.of(withoutDot(text)) : Optional.empty();
    }

    /** Whether one of a certificate's names fits (RFC 6125 §6.4): a wildcard stands for the whole leftmost label. */
    boolean fits(List<String> names) {
        return names.stream().anyMatch(this::fits);
    }

    private boolean fits(String name) {
        String asked = withoutDot(text).toLowerCase(Locale.ROOT);
        String held = withoutDot(name).toLowerCase(Locale.ROOT);
        if (!held.startsWith("*.") || isAddress()) {
            return held.equals(asked);
        }
        int label = asked.indexOf('.');
        String domain = held.substring(1);
        return label > 0 && domain.indexOf('.', 1) > 0 && asked.substring(label).equals(domain);
    }

    private boolean isAddress() {
        return text.indexOf(':') >= 0 || text.chars().allMatch(c -> c == '.' || isDigit(c));
    }

    private static boolean isOfHost(int c) {
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return letter || isDigit(c) || c == '-' || c == '.' || c == '_';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static String withoutDot(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
