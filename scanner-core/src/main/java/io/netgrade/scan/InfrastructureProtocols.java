// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.dhcp.DhcpProtocol;
import io.netgrade.protocol.dhcp.Dhcpv6Protocol;
import io.netgrade.protocol.dns.DnsProtocol;
import io.netgrade.protocol.dns.LlmnrProtocol;
import io.netgrade.protocol.dns.MdnsProtocol;
import io.netgrade.protocol.inetd.ChargenProtocol;
import io.netgrade.protocol.inetd.DaytimeProtocol;
import io.netgrade.protocol.inetd.DiscardProtocol;
import io.netgrade.protocol.inetd.EchoProtocol;
import io.netgrade.protocol.inetd.FingerProtocol;
import io.netgrade.protocol.inetd.QotdProtocol;
import io.netgrade.protocol.inetd.TimeProtocol;
import io.netgrade.protocol.netbios.NetbiosProtocol;
import io.netgrade.protocol.netflow.IpfixProtocol;
import io.netgrade.protocol.netflow.NetflowProtocol;
import io.netgrade.protocol.nntp.NntpProtocol;
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
            MdnsProtocol.protocol(),
            LlmnrProtocol.protocol(),
            NetbiosProtocol.protocol(),
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
            ZabbixProtocol.protocol(),
            NntpProtocol.protocol(),
            ChargenProtocol.protocol(),
            DaytimeProtocol.protocol(),
            DiscardProtocol.protocol(),
            EchoProtocol.protocol(),
            FingerProtocol.protocol(),
            QotdProtocol.protocol(),
            TimeProtocol.protocol());

    private InfrastructureProtocols() {}
}
