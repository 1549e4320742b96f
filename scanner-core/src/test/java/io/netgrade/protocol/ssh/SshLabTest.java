// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.FactType;
import io.netgrade.lab.Lab;
import io.netgrade.lab.OpenSshServer;
import io.netgrade.lab.RunningServer;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A real OpenSSH of the lab tree, strong and weak, asked over a real socket. */
class SshLabTest {

    @Test
    void learnsAllOfAStrongServer() throws IOException {
        SshOverSocket asked = ask(OpenSshServer.strong());

        assertThat(names(asked, SshFacts.KEY_EXCHANGES))
                .contains("curve25519-sha256", "sntrup761x25519-sha512@openssh.com", "diffie-hellman-group16-sha512");
        assertThat(names(asked, SshFacts.CIPHERS))
                .containsExactly("chacha20-poly1305@openssh.com", "aes256-gcm@openssh.com", "aes256-ctr");
        assertThat(names(asked, SshFacts.COMPRESSIONS)).containsExactly("none");
        assertThat(asked.facts().of(SshFacts.HOST_KEY))
                .allMatch(key -> key.complete())
                .extracting(key -> key.text("type").orElseThrow() + " "
                        + key.number("bits").orElseThrow())
                .containsExactly("ssh-ed25519 256", "ssh-rsa 3072");
        assertThat(asked.facts().only(SshFacts.AUTHENTICATION_METHODS))
                .isEqualTo(SshFacts.AUTHENTICATION_METHODS.complete(List.of("publickey"), false));
    }

    @Test
    void learnsAllOfAWeakServer() throws IOException {
        SshOverSocket asked = ask(OpenSshServer.weak());

        assertThat(names(asked, SshFacts.KEY_EXCHANGES))
                .startsWith(
                        "diffie-hellman-group1-sha1",
                        "diffie-hellman-group14-sha1",
                        "diffie-hellman-group-exchange-sha1");
        assertThat(names(asked, SshFacts.HOST_KEY_ALGORITHMS)).containsExactly("ssh-rsa");
        assertThat(names(asked, SshFacts.MACS)).containsExactly("hmac-md5", "hmac-sha1", "hmac-sha1-96");
        assertThat(asked.facts().only(SshFacts.HOST_KEY).number("bits")).contains(1024L);
        assertThat(asked.facts().only(SshFacts.AUTHENTICATION_METHODS))
                .isEqualTo(SshFacts.AUTHENTICATION_METHODS.complete(List.of("publickey", "password"), false));
    }

    private static SshOverSocket ask(OpenSshServer kind) throws IOException {
        try (RunningServer server = Lab.start(kind)) {
            SshOverSocket asked = new SshOverSocket(server.port());
            asked.hold(new SshInquiry(new SecureRandom()));
            assertThat(asked.endings())
                    .as(server.log())
                    .hasSizeLessThanOrEqualTo(SshInquiry.MOST_CONNECTIONS)
                    .allMatch(ending -> ending.contains(" answered "));
            return asked;
        }
    }

    private static List<String> names(SshOverSocket asked, FactType type) {
        return asked.facts().only(type).names("algorithms");
    }
}
