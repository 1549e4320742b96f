// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.sip;

import io.netgrade.fact.ObservationSink;
import java.util.Locale;

/** The classes of subscriber identity in a message; what they are is not read out. */
final class SipIdentities {
    private static final int SHORTEST_NUMBER = 8;
    private static final int IMSI = 15;

    private SipIdentities() {}

    static void state(SipMessage message, ObservationSink sink) {
        if (message.request()) {
            state("request-uri", message.address(), sink);
        }
        for (SipMessage.Field field : message.fields()) {
            switch (field.name()) {
                case "from",
                        "to",
                        "contact",
                        "p-asserted-identity",
                        "p-preferred-identity",
                        "p-called-party-id",
                        "p-associated-uri",
                        "diversion",
                        "authorization" -> state(field.name(), field.value(), sink);
                case "p-access-network-info", "cellular-network-info" -> {
                    if (field.value().toLowerCase(Locale.ROOT).contains("cell-id")) {
                        sink.saw(SipFacts.SUBSCRIBER_IDENTITY.partial("location", field.name()));
                    }
                }
                case "geolocation" -> sink.saw(SipFacts.SUBSCRIBER_IDENTITY.partial("location", field.name()));
                default -> {
                    // Names no one.
                }
            }
        }
    }

    private static void state(String name, String value, ObservationSink sink) {
        String lower = value.toLowerCase(Locale.ROOT);
        if (lower.contains("urn:gsma:imei:")) {
            sink.saw(SipFacts.SUBSCRIBER_IDENTITY.partial("imei", name));
        }
        String user = user(lower);
        boolean number = user.chars().allMatch(Character::isDigit);
        if (number && user.length() == IMSI && lower.contains("3gppnetwork.org")) {
            sink.saw(SipFacts.SUBSCRIBER_IDENTITY.partial("imsi", name));
        } else if (number && user.length() >= SHORTEST_NUMBER && user.length() <= IMSI) {
            sink.saw(SipFacts.SUBSCRIBER_IDENTITY.partial("msisdn", name));
        }
    }

    /** What stands between the scheme, or the quote of a user name, and what ends it; without a leading plus. */
    private static String user(String value) {
        int at = after(value, "sip:", after(value, "sips:", after(value, "tel:", after(value, "username=\"", -1))));
        if (at < 0) {
            return "";
        }
        int from = at < value.length() && value.charAt(at) == '+' ? at + 1 : at;
        int to = from;
        while (to < value.length() && "@;>\", ".indexOf(value.charAt(to)) < 0) {
            to++;
        }
        boolean host =
                !value.startsWith("tel:", Math.max(0, at - 4)) && (to == value.length() || value.charAt(to) != '@');
        return host && !value.contains("username=\"") ? "" : value.substring(from, to);
    }

    private static int after(String value, String mark, int otherwise) {
        int at = value.indexOf(mark);
        return at < 0 ? otherwise : at + mark.length();
    }
}
