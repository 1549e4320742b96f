// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import io.netgrade.fact.Fact;
import io.netgrade.protocol.SoftwareNames;
import io.netgrade.protocol.SoftwareNames.Product;
import io.netgrade.protocol.SoftwarePatterns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The products of Server and X-Powered-By fields (RFC 9110 §10.2.4): {@code Apache/2.4.57 (Debian) OpenSSL/3.0.11}. Devices
 * write whole fields in a manner of their own, which are known as such.
 */
final class HttpSoftware {
    private static final SoftwareNames NAMES = SoftwareNames.read(HttpSoftware.class, "software.tsv");
    private static final SoftwarePatterns DEVICES = SoftwarePatterns.read(HttpSoftware.class, "servers.tsv");
    private static final int MOST = 4;
    private static final int LONGEST = 64;

    private HttpSoftware() {}

    static List<Fact> disclosed(String field, boolean complete) {
        String first = field.substring(0, nameEnd(field));
        Optional<Fact> device = NAMES.named(first).isPresent() ? Optional.empty() : DEVICES.find(field, complete);
        return device.map(List::of).orElseGet(() -> products(field, complete));
    }

    private static int nameEnd(String field) {
        int at = 0;
        while (at < field.length() && field.charAt(at) > ' ' && "/(,".indexOf(field.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private static List<Fact> products(String field, boolean complete) {
        List<Fact> facts = new ArrayList<>();
        int at = 0;
        while (at < field.length() && facts.size() < MOST) {
            if (field.charAt(at) == '(') {
                at = commentEnd(field, at);
            } else if (field.charAt(at) <= ' ') {
                at++;
            } else {
                int end = wordEnd(field, at);
                int next = versionEnd(field, end);
                product(field.substring(at, end), field.substring(end, next).strip(), complete, facts);
                at = next;
            }
        }
        return facts;
    }

    /** Where a version ends that stands behind a space, as in {@code Open5GS v2.6.0}; where it would begin if there is none. */
    private static int versionEnd(String field, int end) {
        boolean more = end + 2 < field.length() && field.charAt(end) == ' ';
        if (!more) {
            return end;
        }
        int digit = field.charAt(end + 1) == 'v' ? end + 2 : end + 1;
        return Character.isDigit(field.charAt(digit)) ? wordEnd(field, digit) : end;
    }

    /** {@code nginx/1.22.1}, {@code nginx}, or the manner of Jetty: {@code Jetty(9.4.43)}. */
    private static void product(String word, String behind, boolean complete, List<Fact> facts) {
        int mark = Math.max(word.indexOf('/'), word.indexOf('('));
        String name = mark < 0 ? word : word.substring(0, mark);
        if (name.isEmpty() || word.length() > LONGEST || !Character.isLetter(name.charAt(0))) {
            return;
        }
        String version = mark < 0 ? behind : word.substring(mark + 1).replace(")", "");
        boolean numbered = version.chars().anyMatch(Character::isDigit);
        Product product = NAMES.named(name).orElseGet(() -> Product.unlisted(name));
        facts.add(product.disclosed(numbered ? version : "", complete));
    }

    private static int wordEnd(String field, int from) {
        int at = from;
        while (at < field.length() && field.charAt(at) > ' ' && field.charAt(at) != ',') {
            at++;
        }
        return Math.max(at, from + 1);
    }

    /** Comments may stand inside comments: depth is counted, so that hostile nesting costs nothing. */
    private static int commentEnd(String field, int from) {
        int depth = 0;
        for (int at = from; at < field.length(); at++) {
            depth += field.charAt(at) == '(' ? 1 : field.charAt(at) == ')' ? -1 : 0;
            if (depth == 0) {
                return at + 1;
            }
        }
        return field.length();
    }
}
