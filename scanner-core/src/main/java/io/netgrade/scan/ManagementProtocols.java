// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.dcerpc.DcerpcProtocol;
import io.netgrade.protocol.ftp.FtpProtocol;
import io.netgrade.protocol.ipmi.IpmiProtocol;
import io.netgrade.protocol.iscsi.IscsiProtocol;
import io.netgrade.protocol.kerberos.KerberosProtocol;
import io.netgrade.protocol.ldap.LdapProtocol;
import io.netgrade.protocol.netconf.NetconfProtocol;
import io.netgrade.protocol.oncrpc.RpcProtocols;
import io.netgrade.protocol.rcommands.RcommandsProtocols;
import io.netgrade.protocol.rdp.RdpProtocol;
import io.netgrade.protocol.rsync.RsyncProtocol;
import io.netgrade.protocol.smartinstall.SmartInstallProtocol;
import io.netgrade.protocol.smb.SmbProtocol;
import io.netgrade.protocol.snmp.SnmpProtocol;
import io.netgrade.protocol.ssh.SshProtocol;
import io.netgrade.protocol.telnet.TelnetProtocol;
import io.netgrade.protocol.vnc.VncProtocol;
import io.netgrade.protocol.x11.X11Protocol;
import java.util.List;

/** Protocols by which equipment is managed. */
final class ManagementProtocols {
    static final List<Protocol> ALL = List.of(
            new SshProtocol(),
            new TelnetProtocol(),
            new FtpProtocol(),
            new SnmpProtocol(),
            LdapProtocol.protocol(),
            KerberosProtocol.protocol(),
            SmbProtocol.protocol(),
            RdpProtocol.protocol(),
            VncProtocol.protocol(),
            X11Protocol.protocol(),
            IpmiProtocol.protocol(),
            SmartInstallProtocol.protocol(),
            DcerpcProtocol.protocol(),
            RcommandsProtocols.rlogin(),
            RcommandsProtocols.rsh(),
            RcommandsProtocols.rexec(),
            RsyncProtocol.protocol(),
            IscsiProtocol.protocol(),
            NetconfProtocol.protocol(),
            RpcProtocols.rpcbind(),
            RpcProtocols.nfs());

    private ManagementProtocols() {}
}
