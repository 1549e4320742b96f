// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.FactType;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.wire.Octets;

/**
 * TLCP (GB/T 38636-2020, before it GM/T 0024): the handshake of TLS 1.1 with SM2, SM3 and SM4, and two certificates, one
 * that signs and one that ciphers. Version 0x0101 in records and hellos.
 */
public final class TlcpProtocol {
    private static final TlsRecognition RECOGNITION = new TlsRecognition(TlsFamily.TLCP);

    private TlcpProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("tlcp", "TLCP (GB/T 38636)")
                .ports(Transport.TCP, 443, 1443, 8443)
                .begins(Transport.TCP, Octets.between(TlsRecord.CHANGE_CIPHER_SPEC, TlsRecord.HEARTBEAT))
                .facts(TlsFamily.TLCP.words().facts().toArray(FactType[]::new))
                .checks(TlsFamily.TLCP.words().checks())
                .recognisedBy(RECOGNITION::of)
                .readBy(opening -> new TlsDissector(TlsFamily.TLCP))
                .build();
    }
}
