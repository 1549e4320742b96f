// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.ftp.FtpProtocol;
import io.netgrade.protocol.kerberos.KerberosProtocol;
import io.netgrade.protocol.ldap.LdapProtocol;
import io.netgrade.protocol.smb.SmbProtocol;
import io.netgrade.protocol.snmp.SnmpProtocol;
import io.netgrade.protocol.ssh.SshProtocol;
import io.netgrade.protocol.telnet.TelnetProtocol;
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
            SmbProtocol.protocol());

    private ManagementProtocols() {}
}
