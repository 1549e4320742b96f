// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.Fact;
import java.util.List;
import org.junit.jupiter.api.Test;

class SshPrefixTruncationTest {
    private static final String CHACHA = "chacha20-poly1305@openssh.com";

    @Test
    void isPossibleWithChaChaAndNoStrictKeyExchange() {
        assertThat(of("curve25519-sha256", CHACHA, "hmac-sha1")).isEqualTo(fact(false, true, CHACHA));
    }

    @Test
    void isPossibleWithCbcUnderEncryptThenMac() {
        assertThat(of("curve25519-sha256", "aes128-cbc", "hmac-sha2-256-etm@openssh.com"))
                .isEqualTo(fact(false, true, "aes128-cbc"));
    }

    @Test
    void isNotWithCbcUnderAnOrdinaryMac() {
        assertThat(of("curve25519-sha256", "aes128-cbc", "hmac-sha2-256")).isEqualTo(fact(false, false));
    }

    @Test
    void isNotWithCountersOrGcm() {
        assertThat(of("curve25519-sha256", "aes128-ctr,aes256-gcm@openssh.com", "hmac-sha2-256-etm@openssh.com"))
                .isEqualTo(fact(false, false));
    }

    @Test
    void isNotUnderStrictKeyExchange() {
        assertThat(of("curve25519-sha256,kex-strict-s-v00@openssh.com", CHACHA, "hmac-sha1"))
                .isEqualTo(fact(true, false, CHACHA));
    }

    @Test
    void isPossibleUnderAClientsMarkerAlone() {
        assertThat(of("curve25519-sha256,kex-strict-c-v00@openssh.com", CHACHA, "hmac-sha1"))
                .isEqualTo(fact(false, true, CHACHA));
    }

    private static Fact fact(boolean strict, boolean possible, String... modes) {
        return SshFacts.PREFIX_TRUNCATION.complete(strict, List.of(modes), possible);
    }

    private static Fact of(String keyExchanges, String ciphers, String macs) {
        return SshPrefixTruncation.of(SshKexInit.offer(
                        SshKexInit.names(keyExchanges),
                        List.of("ssh-ed25519"),
                        List.of(SshKexInit.names(ciphers), SshKexInit.names(macs), List.of("none"))))
                .fact();
    }
}
