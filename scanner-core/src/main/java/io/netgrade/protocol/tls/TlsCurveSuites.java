// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.util.List;
import java.util.Optional;

/** What the curves of ECDHE up to TLS 1.2 are asked with. */
final class TlsCurveSuites {
    private TlsCurveSuites() {}

    /** The suites with ECDHE; without those of ECDSA where others are left, since these bind curves to the certificate's. */
    static List<Integer> of(List<Integer> taken) {
        List<Integer> free = free(taken);
        return free.isEmpty() ? taken.stream().filter(TlsCurveSuites::usesCurve).toList() : free;
    }

    /** Those with ECDHE that bind no curve to the certificate's. */
    static List<Integer> free(List<Integer> taken) {
        return taken.stream()
                .filter(suite -> usesCurve(suite) && !isEcdsa(suite))
                .toList();
    }

    /** The curve of an ECDSA certificate, which must stay offered where there is no other suite (RFC 8422 §5.1). */
    static Optional<Integer> curveToKeep(List<Integer> taken, List<List<byte[]>> chains) {
        return of(taken).stream().allMatch(TlsCurveSuites::isEcdsa)
                ? chains.stream()
                        .map(chain -> TlsCertificate.of(chain.get(0)).key().flatMap(TlsPublicKey::curve))
                        .flatMap(Optional::stream)
                        .flatMap(curve ->
                                TlsNames.GROUPS
                                        .numbers(number ->
                                                TlsNames.GROUPS.name(number).equals(curve))
                                        .stream())
                        .findFirst()
                : Optional.empty();
    }

    static boolean usesCurve(int suite) {
        return TlsSuite.of(suite).keyExchange().equals("ECDHE");
    }

    private static boolean isEcdsa(int suite) {
        return TlsSuite.of(suite).authentication().equals("ECDSA");
    }
}
