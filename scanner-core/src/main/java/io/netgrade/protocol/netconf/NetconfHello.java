// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.netconf;

import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/** The element that both sides open with. */
final class NetconfHello {
    static final String NAMESPACE = "urn:ietf:params:xml:ns:netconf:base:1.0";

    private static final Words DECLARATION = Words.of("<?xml");
    private static final Words ROOT = Words.of("<hello", "<nc:hello");
    private static final Words NAMESPACES = Words.of(NAMESPACE);
    private static final Words SESSION = Words.of("<session-id>", "<nc:session-id>");
    private static final Words END = Words.of("</hello>", "</nc:hello>");
    private static final int LOOKED_AT = 512;
    private static final int LONGEST_OF_CLIENT = 2048;
    private static final String BASE = "urn:ietf:params:netconf:base:";
    private static final String CAPABILITY = "urn:ietf:params:netconf:capability:";
    /** A longer list is not kept whole. */
    static final int MOST = 64;

    private NetconfHello() {}

    static Speaker speaker(ByteView bytes) {
        int at = 0;
        while (at < bytes.length() && (bytes.u8(at) <= ' ' && bytes.u8(at) >= '\t') && at < 16) {
            at++;
        }
        if (at == bytes.length()) {
            return Speaker.UNFINISHED;
        }
        if (bytes.u8(at) != '<') {
            return Speaker.NOBODY;
        }
        boolean begun = DECLARATION.at(bytes, at) || ROOT.at(bytes, at);
        boolean named = begun && ROOT.within(bytes, at, at + LOOKED_AT) && NAMESPACES.within(bytes, at, at + LOOKED_AT);
        if (named) {
            // Only a server names a session (RFC 6241 8.1), and only a server's models fill more than a segment.
            if (bytes.length() > LONGEST_OF_CLIENT || SESSION.within(bytes, at, bytes.length())) {
                return Speaker.SERVER;
            }
            return END.within(bytes, at, bytes.length()) ? Speaker.CLIENT : Speaker.UNFINISHED;
        }
        boolean may = bytes.length() < at + LOOKED_AT && (begun || bytes.length() < at + 9);
        return may ? Speaker.UNFINISHED : Speaker.NOBODY;
    }

    /** The versions of the base protocol that a hello names. */
    static List<String> versions(String hello) {
        return named(hello, BASE, false);
    }

    /** The names of the standard capabilities, without their versions and parameters. */
    static List<String> capabilities(String hello) {
        return named(hello, CAPABILITY, true);
    }

    private static List<String> named(String hello, String prefix, boolean plain) {
        List<String> names = new ArrayList<>();
        int at = hello.indexOf(prefix);
        while (at >= 0 && names.size() < MOST) {
            String rest = hello.substring(at + prefix.length(), Math.min(hello.length(), at + prefix.length() + 64));
            StringTokenizer words = new StringTokenizer(rest, plain ? ":?<& \r\n" : "?<& \r\n");
            String name = words.hasMoreTokens() ? words.nextToken() : "";
            if (!name.isEmpty() && !names.contains(name)) {
                names.add(name);
            }
            at = hello.indexOf(prefix, at + prefix.length());
        }
        return names;
    }
}
