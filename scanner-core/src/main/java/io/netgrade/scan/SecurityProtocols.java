// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.tls.TlcpProtocol;
import io.netgrade.protocol.tls.TlsProtocol;
import io.netgrade.protocol.tls.dtls.DtlsProtocol;
import io.netgrade.protocol.tls.quic.QuicProtocol;
import java.util.List;

/** TLS and its kin. */
final class SecurityProtocols {
    static final List<Protocol> ALL =
            List.of(new TlsProtocol(), new TlcpProtocol(), new DtlsProtocol(), QuicProtocol.protocol());

    private SecurityProtocols() {}
}
