// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.sip;

import io.netgrade.fact.ObservationSink;

/** The class of the credentials that a request carries. */
final class SipCredentials {
    private SipCredentials() {}

    static void state(SipMessage request, ObservationSink sink) {
        for (SipMessage.Field field : request.fields()) {
            if (carries(field)) {
                String algorithm = SipChallenge.algorithm(field.value());
                sink.saw(SipFacts.CREDENTIALS.partial(
                        kind(SipWords.scheme(field.value()), algorithm), algorithm.isEmpty() ? null : algorithm));
            }
        }
    }

    /** Whether a request is one that its sender has authenticated; an IMS client says who it is before it has. */
    static boolean in(SipMessage request) {
        return request.fields().stream().anyMatch(SipCredentials::carries);
    }

    private static boolean carries(SipMessage.Field field) {
        boolean named = field.name().equals("authorization") || field.name().equals("proxy-authorization");
        boolean digest = named && SipWords.scheme(field.value()).equals("digest");
        return digest ? !SipWords.parameter(field.value(), "response").isEmpty() : named;
    }

    private static String kind(String scheme, String algorithm) {
        return switch (scheme) {
            case "basic" -> "plaintext-password";
            case "digest" -> algorithm.startsWith("aka") ? "aka-response" : "digest-response";
            default -> "other";
        };
    }
}
