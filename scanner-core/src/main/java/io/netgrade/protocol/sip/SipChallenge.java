// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.sip;

import io.netgrade.fact.ObservationSink;
import java.util.List;
import java.util.Locale;

/** How a response wants the request to be authenticated (RFC 3261 §22.2, RFC 8760). */
final class SipChallenge {
    private static final int MOST_MECHANISMS = 16;

    private SipChallenge() {}

    static void state(SipMessage response, ObservationSink sink) {
        for (SipMessage.Field field : response.fields()) {
            boolean challenges =
                    field.name().equals("www-authenticate") || field.name().equals("proxy-authenticate");
            String scheme = challenges ? SipWords.scheme(field.value()) : "";
            if (SipWords.token(scheme)) {
                String algorithm = algorithm(field.value());
                String qop = SipWords.parameter(field.value(), "qop");
                List<String> offered = SipWords.elements(qop).stream()
                        .map(one -> one.toLowerCase(Locale.ROOT))
                        .toList();
                sink.saw(SipFacts.CHALLENGE.partial(
                        field.name(),
                        scheme,
                        algorithm.isEmpty() ? null : algorithm,
                        offered.isEmpty() ? null : offered));
            }
        }
    }

    /** The elements of Security-Server (RFC 3329 §2.2). */
    static void stateAgreement(SipMessage response, ObservationSink sink) {
        for (String element : response.first("security-server").split(",", MOST_MECHANISMS)) {
            int end = element.indexOf(';');
            String mechanism =
                    (end < 0 ? element : element.substring(0, end)).strip().toLowerCase(Locale.ROOT);
            if (SipWords.token(mechanism)) {
                boolean ims = mechanism.equals("ipsec-3gpp");
                String cipher = SipWords.parameter(element, "ealg");
                String integrity = SipWords.parameter(element, "alg");
                sink.saw(SipFacts.SECURITY_AGREEMENT.partial(
                        mechanism,
                        ims && SipWords.token(integrity) ? integrity : null,
                        ims ? SipWords.token(cipher) ? cipher : "null" : null));
            }
        }
    }

    /** The digest algorithm of a challenge or of credentials; empty where it is no digest. */
    static String algorithm(String value) {
        if (!SipWords.scheme(value).equals("digest")) {
            return "";
        }
        String named = SipWords.parameter(value, "algorithm");
        return SipWords.token(named) ? named : "md5";
    }
}
