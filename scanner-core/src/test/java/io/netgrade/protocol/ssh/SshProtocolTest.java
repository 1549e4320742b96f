// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.check.UnknownReason;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class SshProtocolTest {
    private final SshProtocol ssh = new SshProtocol();

    @Test
    void offersTheChecksThatProfilesName() {
        assertThat(ssh.checks().stream().map(Check::id))
                .containsExactly(
                        "ssh.protocol-version",
                        "ssh.key-exchange",
                        "ssh.host-key-algorithm",
                        "ssh.cipher",
                        "ssh.mac",
                        "ssh.compression",
                        "ssh.host-key-size",
                        "ssh.dh-group-size",
                        "ssh.prefix-truncation",
                        "ssh.banner",
                        "ssh.authentication",
                        "ssh.none-authentication");
    }

    @Test
    void measuresOnlyFactsOfItsOwn() {
        assertThat(ssh.checks()).allMatch(check -> ssh.facts().contains(check.fact()));
    }

    @Test
    void saysThatCapturesCannotShowAuthentication() {
        List<String> encrypted = ssh.checks().stream()
                .map(FieldCheck.class::cast)
                .filter(check -> check.unseenInCaptures() == UnknownReason.ENCRYPTED)
                .map(FieldCheck::id)
                .toList();

        assertThat(encrypted).containsExactly("ssh.banner", "ssh.authentication", "ssh.none-authentication");
    }

    @Test
    void asksOverTcpOnly() {
        InetAddress here = InetAddress.getLoopbackAddress();

        assertThat(ssh.inquire(new Endpoint(here, 22, Transport.TCP), List.of()))
                .isPresent();
        assertThat(ssh.inquire(new Endpoint(here, 22, Transport.UDP), List.of()))
                .isEmpty();
        assertThat(ssh.usualPorts(Transport.UDP)).isEmpty();
    }
}
