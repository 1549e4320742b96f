// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ldap;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.SoftwarePatterns;
import io.netgrade.wire.Ber;
import io.netgrade.wire.ByteView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The entry without a name, in which a server describes itself (RFC 4512 5.1). Of other entries nothing is read. */
final class LdapRootEntry {
    private static final SoftwarePatterns SOFTWARE = SoftwarePatterns.read(LdapRootEntry.class, "software.tsv");
    private static final int SET = 0x31;
    private static final int MOST_ATTRIBUTES = 64;
    private static final int MOST_VALUES = 128;
    private static final int LONGEST_TEXT = 256;
    private static final String START_TLS = "1.3.6.1.4.1.1466.20037";

    private LdapRootEntry() {}

    static void read(ByteView message, long operation, ObservationSink sink) {
        int end = Ber.end(operation);
        long name = Ber.span(message, Ber.OCTET_STRING, Ber.start(operation), end);
        long attributes = Ber.span(message, Ber.SEQUENCE, Ber.end(name), end);
        if (name == Ber.NONE || attributes == Ber.NONE || Ber.length(name) > 0) {
            return;
        }
        Map<String, List<String>> seen = attributes(message, attributes);
        @Nullable List<String> mechanisms = seen.get("supportedsaslmechanisms");
        @Nullable List<String> extensions = seen.get("supportedextension");
        if (mechanisms != null || extensions != null) {
            @Nullable Boolean startTls = extensions == null ? null : extensions.contains(START_TLS);
            sink.saw(LdapFacts.SERVICE.partial(startTls, mechanisms));
        }
        String vendor = text(seen, "vendorname") + " " + text(seen, "vendorversion")
                + (seen.containsKey("forestfunctionality") ? " forestFunctionality" : "");
        SOFTWARE.find(vendor, false).ifPresent(sink::saw);
    }

    private static String text(Map<String, List<String>> seen, String name) {
        return seen.getOrDefault(name, List.of()).stream().findFirst().orElse("");
    }

    private static Map<String, List<String>> attributes(ByteView message, long attributes) {
        Map<String, List<String>> seen = new HashMap<>();
        int at = Ber.start(attributes);
        while (at < Ber.end(attributes) && seen.size() < MOST_ATTRIBUTES) {
            long attribute = Ber.span(message, Ber.SEQUENCE, at, Ber.end(attributes));
            if (attribute == Ber.NONE) {
                return seen;
            }
            long type = Ber.span(message, Ber.OCTET_STRING, Ber.start(attribute), Ber.end(attribute));
            long values = Ber.span(message, SET, Ber.end(type), Ber.end(attribute));
            if (type != Ber.NONE && values != Ber.NONE) {
                seen.put(ascii(message, type).toLowerCase(Locale.ROOT), values(message, values));
            }
            at = Ber.end(attribute);
        }
        return seen;
    }

    private static List<String> values(ByteView message, long values) {
        List<String> texts = new ArrayList<>();
        int at = Ber.start(values);
        while (at < Ber.end(values) && texts.size() < MOST_VALUES) {
            long value = Ber.span(message, Ber.OCTET_STRING, at, Ber.end(values));
            if (value == Ber.NONE) {
                return texts;
            }
            texts.add(ascii(message, value));
            at = Ber.end(value);
        }
        return texts;
    }

    private static String ascii(ByteView message, long span) {
        return message.ascii(Ber.start(span), Math.min(Ber.length(span), LONGEST_TEXT));
    }
}
