// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.dns.DnsProtocol;
import io.netgrade.protocol.ntp.NtpProtocol;
import io.netgrade.protocol.ptp.PtpProtocol;
import io.netgrade.protocol.slp.SlpProtocol;
import io.netgrade.protocol.tftp.TftpProtocol;
import java.util.List;

/** Names, time, addresses, accounting, and the small services. */
final class InfrastructureProtocols {
    static final List<Protocol> ALL = List.of(
            new DnsProtocol(),
            NtpProtocol.protocol(),
            PtpProtocol.protocol(),
            SlpProtocol.protocol(),
            TftpProtocol.protocol());

    private InfrastructureProtocols() {}
}
