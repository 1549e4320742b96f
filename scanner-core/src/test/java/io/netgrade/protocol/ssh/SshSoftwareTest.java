// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.testing.SoftwareTable;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SshSoftwareTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-none-",
            value = {
                "OpenSSH_9.2p1 Debian-2 | OpenSSH | 9.2p1 | cpe:2.3:a:openbsd:openssh:9.2:p1:*:*:*:*:*:*",
                "OpenSSH_8.0 | OpenSSH | 8.0 | cpe:2.3:a:openbsd:openssh:8.0:*:*:*:*:*:*:*",
                "OpenSSH_for_Windows_8.1 | OpenSSH for Windows | 8.1 | ''",
                "OpenSSH_9.9-hpn | OpenSSH | 9.9-hpn | ''",
                "dropbear_2022.83 | Dropbear | 2022.83 | cpe:2.3:a:dropbear_ssh_project:dropbear_ssh:2022.83:*:*:*:*:*:*:*",
                "dropbear | Dropbear | '' | ''",
                "Cisco-1.25 | Cisco SSH | 1.25 | ''",
                "libssh_0.9.6 | libssh | 0.9.6 | cpe:2.3:a:libssh:libssh:0.9.6:*:*:*:*:*:*:*",
                "HUAWEI-1.5 | Huawei VRP SSH | 1.5 | ''",
                "Comware-7.1.070 | H3C Comware | 7.1.070 | cpe:2.3:o:h3c:comware:7.1.070:*:*:*:*:*:*:*",
                "ROSSSH | MikroTik RouterOS SSH | '' | ''",
                "Go | Go x/crypto/ssh | '' | ''",
                "GoAnywhere7.4 | GoAnywhere7.4 | '' | ''",
                "1.2.3 FlowSsh: Bitvise SSH Server (WinSSHD) 8.43 | Bitvise SSH Server | 8.43 | cpe:2.3:a:bitvise:winsshd:8.43:*:*:*:*:*:*:*",
                "mod_sftp/0.9.9 | ProFTPD mod_sftp | 0.9.9 | ''",
                "NewThing-3.1 (x) | NewThing | 3.1 | ''",
                "NewThing | NewThing | '' | ''",
                "1.2.26 | '' | 1.2.26 | ''",
            })
    void tellsProductVersionAndCpe(String line, String product, String version, String cpe) {
        assertThat(SshSoftware.of(identification(line))).contains(new SshSoftware(product, version, cpe));
    }

    @Test
    void tellsWhatTheExamplesOfItsTableSay() throws IOException {
        assertThat(SoftwareTable.read("ssh/software.tsv").examples())
                .allMatch(example -> example.isTold(
                        SshSoftware.of(identification(example.text())).map(SshSoftware::fact)));
    }

    @Test
    void saysNothingOfALoneDash() {
        assertThat(SshSoftware.of(identification("-"))).isEmpty();
    }

    @Test
    void putsNothingHostileIntoACpe() {
        assertThat(SshSoftware.of(identification("OpenSSH_9.2p1:*:x"))
                        .orElseThrow()
                        .cpe())
                .isEmpty();
    }

    private static SshIdentification identification(String text) {
        int space = text.indexOf(' ');
        return new SshIdentification(
                "2.0",
                space < 0 ? text : text.substring(0, space),
                space < 0 ? "" : text.substring(space + 1),
                "SSH-2.0-" + text);
    }
}
