// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.sip;

import io.netgrade.fact.Fact;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.InternalAddresses;
import io.netgrade.protocol.SoftwareNames.Product;
import io.netgrade.protocol.SoftwarePatterns;
import java.util.Optional;

/** What the server's own messages show of its software and of addresses behind it. */
final class SipDisclosure {
    private static final SoftwarePatterns SOFTWARE = SoftwarePatterns.read(SipDisclosure.class, "software.tsv");
    private static final int LONGEST_SOFTWARE = 128;
    private static final int MOST_LINES = 256;

    private SipDisclosure() {}

    static void state(SipMessage message, ObservationSink sink) {
        software(message.first(message.request() ? "user-agent" : "server")).ifPresent(sink::saw);
        if (!message.request()) {
            software(message.first("user-agent")).ifPresent(sink::saw);
        }
        for (SipMessage.Field field : message.fields()) {
            // The Via fields of a response are those of the request that it answers.
            boolean own = field.name().equals("contact")
                    || field.name().equals("record-route")
                    || (message.request()
                            && (field.name().equals("via") || field.name().equals("call-id")));
            if (own) {
                stateAddresses(field.name(), field.value(), sink);
            }
        }
        if (message.hasSessionDescription()) {
            message.body().lines().limit(MOST_LINES).forEach(line -> {
                if (line.startsWith("c=")) {
                    stateAddresses("sdp-connection", line, sink);
                } else if (line.startsWith("o=")) {
                    stateAddresses("sdp-origin", line, sink);
                }
            });
        }
    }

    private static Optional<Fact> software(String text) {
        if (text.isBlank() || text.length() > LONGEST_SOFTWARE || text.chars().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        return SOFTWARE.find(text, false).or(() -> Optional.of(unlisted(text)));
    }

    /** {@code product/version (remark)}. */
    private static Fact unlisted(String text) {
        int slash = text.indexOf('/');
        boolean versioned = slash > 0 && slash + 1 < text.length() && Character.isDigit(text.charAt(slash + 1));
        if (!versioned) {
            return Product.unlisted(text).disclosed("", false);
        }
        int end = text.indexOf(' ', slash);
        String version = text.substring(slash + 1, end < 0 ? text.length() : end);
        return Product.unlisted(text.substring(0, slash)).disclosed(version, false);
    }

    private static void stateAddresses(String field, String value, ObservationSink sink) {
        for (String kind : InternalAddresses.within(value)) {
            sink.saw(SipFacts.INTERNAL_ADDRESS.partial(field, kind));
        }
    }
}
