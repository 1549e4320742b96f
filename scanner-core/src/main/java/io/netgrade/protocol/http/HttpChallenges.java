// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import io.netgrade.protocol.http.head.HttpHead;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** The authentication schemes of WWW-Authenticate and Proxy-Authenticate fields (RFC 9110 §11.6.1). */
final class HttpChallenges {
    private static final int MOST = 16;
    private static final int LONGEST = 32;

    private HttpChallenges() {}

    /** In lower case, each once, in the server's order. */
    static Set<String> schemes(HttpHead head) {
        if (head.value("www-authenticate") == null && head.value("proxy-authenticate") == null) {
            return Set.of();
        }
        Set<String> schemes = new LinkedHashSet<>();
        head.all("www-authenticate").forEach(value -> read(value, schemes));
        head.all("proxy-authenticate").forEach(value -> read(value, schemes));
        return schemes;
    }

    /** The scheme of an Authorization field; empty where it has none. */
    static String scheme(String authorization) {
        int end = tokenEnd(authorization, 0);
        return authorization.substring(0, end).toLowerCase(Locale.ROOT);
    }

    /** Commas separate challenges, and the parameters of one challenge as well: only a token without {@code =} is a scheme. */
    private static void read(String value, Set<String> schemes) {
        int at = 0;
        while (at < value.length() && schemes.size() < MOST) {
            int start = skipSpaces(value, at);
            int end = tokenEnd(value, start);
            int next = skipSpaces(value, end);
            boolean parameter = next < value.length() && value.charAt(next) == '=';
            if (end > start && end - start <= LONGEST && !parameter) {
                schemes.add(value.substring(start, end).toLowerCase(Locale.ROOT));
            }
            at = elementEnd(value, end) + 1;
        }
    }

    private static int skipSpaces(String value, int from) {
        int at = from;
        while (at < value.length() && (value.charAt(at) == ' ' || value.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    private static int tokenEnd(String value, int from) {
        int at = from;
        while (at < value.length() && isToken(value.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isToken(char character) {
        return character > ' ' && character < 0x7F && "\"(),/:;<=>?@[\\]{}".indexOf(character) < 0;
    }

    /** The comma that ends an element; commas inside quotes do not (RFC 9110 §5.6.4). */
    private static int elementEnd(String value, int from) {
        boolean quoted = false;
        for (int at = from; at < value.length(); at++) {
            char character = value.charAt(at);
            if (quoted && character == '\\') {
                at++;
            } else if (character == '"') {
                quoted = !quoted;
            } else if (character == ',' && !quoted) {
                return at;
            }
        }
        return value.length();
    }
}
