// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.util.List;
import java.util.Optional;

/**
 * A chain of certificates, and what the server sent beside it.
 *
 * @param timestamps signed certificate timestamps in an extension, each encoded
 */
record TlsChainSent(List<byte[]> chain, Optional<TlsCertificateStatus> staple, List<byte[]> timestamps) {

    /** The same chain, sent once more: what came beside it either time. */
    TlsChainSent with(TlsChainSent again) {
        boolean more = again.timestamps.size() > timestamps.size();
        return new TlsChainSent(chain, staple.or(() -> again.staple), more ? again.timestamps : timestamps);
    }
}
