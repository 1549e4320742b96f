// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.gtp.GtpControlProtocol;
import io.netgrade.protocol.gtp.GtpUserProtocol;
import io.netgrade.protocol.gtp.PfcpProtocol;
import io.netgrade.protocol.gtp.PrimeProtocol;
import java.util.List;

/** The mobile core, its radio side, and SS7 over IP. */
final class MobileProtocols {
    static final List<Protocol> ALL = List.of(
            GtpControlProtocol.protocol(),
            GtpUserProtocol.protocol(),
            PrimeProtocol.protocol(),
            PfcpProtocol.protocol());

    private MobileProtocols() {}
}
