// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.dhcp.DhcpProtocol;
import io.netgrade.protocol.dhcp.Dhcpv6Protocol;
import io.netgrade.protocol.dns.DnsProtocol;
import io.netgrade.protocol.netflow.IpfixProtocol;
import io.netgrade.protocol.netflow.NetflowProtocol;
import io.netgrade.protocol.ntp.NtpProtocol;
import io.netgrade.protocol.ptp.PtpProtocol;
import io.netgrade.protocol.sflow.SflowProtocol;
import io.netgrade.protocol.slp.SlpProtocol;
import io.netgrade.protocol.syslog.SyslogProtocol;
import io.netgrade.protocol.tftp.TftpProtocol;
import io.netgrade.protocol.zabbix.ZabbixProtocol;
import java.util.List;

/** Names, time, addresses, accounting, and the small services. */
final class InfrastructureProtocols {
    static final List<Protocol> ALL = List.of(
            new DnsProtocol(),
            NtpProtocol.protocol(),
            PtpProtocol.protocol(),
            DhcpProtocol.protocol(),
            Dhcpv6Protocol.protocol(),
            SlpProtocol.protocol(),
            TftpProtocol.protocol(),
            NetflowProtocol.protocol(),
            IpfixProtocol.protocol(),
            SflowProtocol.protocol(),
            SyslogProtocol.protocol(),
            ZabbixProtocol.protocol());

    private InfrastructureProtocols() {}
}
