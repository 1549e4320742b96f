// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.util.List;
import java.util.Optional;

/**
 * A chain of certificates, and what the server sent beside it.
 *
 * @param timestamps signed certificate timestamps in an extension
 */
record TlsChainSent(List<byte[]> chain, Optional<TlsCertificateStatus> staple, int timestamps) {

    /** The same chain, sent once more: what came beside it either time. */
    TlsChainSent with(TlsChainSent again) {
        return new TlsChainSent(chain, staple.or(() -> again.staple), Math.max(timestamps, again.timestamps));
    }
}
