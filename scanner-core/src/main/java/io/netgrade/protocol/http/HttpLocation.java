// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import io.netgrade.protocol.http.head.HttpHead;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The Location field of a redirect (RFC 9110 section 10.2.2), without what may name a session, a password or a person. */
final class HttpLocation {
    private static final int LONGEST = 256;
    private static final int LONGEST_PART = 48;
    /** Subscribers and devices have numbers of more digits. */
    private static final int MOST_DIGITS = 5;

    private static final String HIDDEN = "*";
    private static final List<String> IDENTITIES =
            List.of("imsi-", "msisdn-", "suci-", "nai-", "imei-", "imeisv-", "extid-");

    private HttpLocation() {}

    /** Null where there is none, or where it names what was made rather than where to go. */
    static @Nullable String shown(int status, HttpHead head) {
        String url = status / 100 == 3 ? head.value("location") : null;
        return url == null ? null : withoutSecrets(url);
    }

    static boolean toHttps(HttpStatusLine line, HttpHead head) {
        String url = line.redirect() ? head.value("location") : null;
        return url != null && url.regionMatches(true, 0, "https://", 0, "https://".length());
    }

    private static String withoutSecrets(String url) {
        int end = Math.min(url.length(), LONGEST);
        for (char mark : new char[] {'?', '#', ';'}) {
            int at = url.indexOf(mark);
            end = at >= 0 ? Math.min(end, at) : end;
        }
        String path = url.substring(0, end);
        int authority = path.indexOf("//") + 2;
        int slash = path.indexOf('/', authority);
        int user = path.lastIndexOf('@', slash < 0 ? path.length() : slash);
        String shown =
                authority > 1 && user >= authority ? path.substring(0, authority) + path.substring(user + 1) : path;
        int parts = shown.indexOf('/', authority > 1 ? authority : 0);
        return parts < 0 ? shown : shown.substring(0, parts) + hidden(shown.substring(parts));
    }

    private static String hidden(String path) {
        return Arrays.stream(path.split("/", -1))
                .map(part -> names(part) ? HIDDEN : part)
                .collect(Collectors.joining("/"));
    }

    /** Whether a part of a path may name somebody. */
    private static boolean names(String part) {
        String lower = part.toLowerCase(Locale.ROOT);
        return part.length() > LONGEST_PART
                || part.indexOf('@') >= 0
                || lower.contains("%40")
                || IDENTITIES.stream().anyMatch(lower::startsWith)
                || part.chars().filter(Character::isDigit).count() > MOST_DIGITS;
    }
}
