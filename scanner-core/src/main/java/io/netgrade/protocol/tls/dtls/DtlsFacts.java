// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls.dtls;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import io.netgrade.protocol.tls.TlsCarrier;
import io.netgrade.protocol.tls.TlsVocabulary;
import java.util.List;
import java.util.stream.Stream;

/** Every type of fact that DTLS states: those of TLS under its own id, and two more. */
public final class DtlsFacts {
    public static final FactType ADDRESS_CHECK = FactType.of(
                    "dtls.address-check",
                    "Whether the server lets a client prove its address before it answers at length (RFC 6347 §4.2.1).")
            .flag("asked", "whether it sent a HelloVerifyRequest, or a cookie in a HelloRetryRequest");

    public static final FactType MEDIA_PROTECTION = FactType.of(
                    "dtls.media-protection", "How the media on the same way are protected (DTLS-SRTP, RFC 5764).")
            .text("profile", "protection profile that the server chose, by its IANA name");

    static final TlsVocabulary WORDS = TlsVocabulary.of("dtls", TlsCarrier.DTLS);

    private DtlsFacts() {}

    static FactType[] all() {
        return Stream.concat(WORDS.facts().stream(), Stream.of(ADDRESS_CHECK, MEDIA_PROTECTION))
                .toArray(FactType[]::new);
    }

    static List<Check> checks() {
        Stream<Check> own = Stream.of(
                FieldCheck.of(
                        "dtls.address-check", "Whether clients must prove their address.", ADDRESS_CHECK, "asked"),
                FieldCheck.of(
                        "dtls.media-protection",
                        "How media keyed by DTLS are protected.",
                        MEDIA_PROTECTION,
                        "profile"));
        return Stream.concat(WORDS.checks().stream(), own).toList();
    }
}
