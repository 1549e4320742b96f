// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.util.List;
import java.util.Optional;

/** Certificates of which each is to be issued by the next, measured against each other. */
record TlsLine(List<TlsCertificate> certificates, TlsProof proof) {

    /** Named as its own issuer, and signed by its own key unless that cannot be told. */
    boolean isSelfSigned(TlsCertificate certificate) {
        return isNamedAsIssuer(certificate, certificate)
                && proof.issued(certificate, certificate).orElse(true);
    }

    boolean isInOrder() {
        for (int i = 0; i + 1 < certificates.size(); i++) {
            if (!isNamedAsIssuer(certificates.get(i), certificates.get(i + 1))) {
                return false;
            }
        }
        return true;
    }

    /** Whether each is signed by the next; not known for a lone certificate that names another issuer. */
    Optional<Boolean> isWhole() {
        if (!isInOrder()) {
            return Optional.of(false);
        }
        for (int i = 0; i + 1 < certificates.size(); i++) {
            Optional<Boolean> signed = proof.issued(certificates.get(i), certificates.get(i + 1));
            if (!signed.orElse(false)) {
                return signed;
            }
        }
        boolean known = certificates.size() > 1 || isSelfSigned(certificates.get(0));
        return known ? Optional.of(true) : Optional.empty();
    }

    private static boolean isNamedAsIssuer(TlsCertificate issued, TlsCertificate issuer) {
        return issued.namesAsIssuer(issuer);
    }
}
