// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.tls.TlsLogs;
import io.netgrade.protocol.tls.TlsTrustStore;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * By what certificates are measured beside themselves.
 *
 * @param authorities that an operator trusts
 * @param logs whose timestamps an operator verifies
 */
public record TlsMeasures(Optional<TlsTrustStore> authorities, Optional<TlsLogs> logs) {

    /** The protocols, of which TLS measures by them. */
    public List<Protocol> givenTo(List<Protocol> protocols, InstantSource clock) {
        List<Protocol> trusting = authorities
                .map(store -> TrustStores.trusting(protocols, store, clock))
                .orElse(protocols);
        return logs.map(known -> CertificateLogs.knowing(trusting, known)).orElse(trusting);
    }
}
