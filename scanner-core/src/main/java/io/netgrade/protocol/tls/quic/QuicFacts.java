// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls.quic;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import io.netgrade.protocol.tls.TlsCarrier;
import io.netgrade.protocol.tls.TlsVocabulary;
import java.util.List;
import java.util.stream.Stream;

/** Every type of fact that QUIC states: those of TLS 1.3 under its own id, and two more. */
public final class QuicFacts {
    public static final FactType WIRE_VERSIONS = FactType.of(
                    "quic.wire-versions", "The versions of QUIC itself; what is inside is in quic.versions-accepted.")
            .text("side", "client: what it speaks first; server: what it answers in, or lists as spoken")
            .names("versions", "1 2 draft-29 mvfst-27 Q046 ...; those that force a negotiation are not told");

    public static final FactType ADDRESS_CHECK = FactType.of(
                    "quic.address-check",
                    "Whether the server lets a client prove its address before it answers at length (RFC 9000 §8.1).")
            .flag("asked", "whether it sent a Retry packet");

    static final TlsVocabulary WORDS = TlsVocabulary.of("quic", TlsCarrier.QUIC);

    private QuicFacts() {}

    static FactType[] all() {
        return Stream.concat(WORDS.facts().stream(), Stream.of(WIRE_VERSIONS, ADDRESS_CHECK))
                .toArray(FactType[]::new);
    }

    static List<Check> checks() {
        Stream<Check> own = Stream.of(
                FieldCheck.of("quic.wire-version", "The versions of QUIC itself.", WIRE_VERSIONS, "versions"),
                FieldCheck.of(
                        "quic.address-check", "Whether clients must prove their address.", ADDRESS_CHECK, "asked"));
        return Stream.concat(WORDS.checks().stream(), own).toList();
    }
}
