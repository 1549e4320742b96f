// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SshKexInitTest {
    private static final SshKexInit SERVER = new SshKexInit(
            List.of(
                    List.of("curve25519-sha256", "diffie-hellman-group14-sha256"),
                    List.of("ssh-ed25519", "rsa-sha2-512"),
                    List.of("aes128-ctr"),
                    List.of("aes256-ctr"),
                    List.of("hmac-sha1"),
                    List.of("hmac-sha2-256"),
                    List.of("none", "zlib"),
                    List.of("none"),
                    List.of(),
                    List.of()),
            true);

    @Test
    void readsWhatItWrites() {
        assertThat(SshKexInit.read(SERVER.payload(new byte[16]))).contains(SERVER);
    }

    @Test
    void refusesEveryTruncation() {
        byte[] whole = SERVER.payload(new byte[16]);

        for (int length = 0; length < whole.length; length++) {
            assertThat(SshKexInit.read(Arrays.copyOf(whole, length))).isEmpty();
        }
    }

    @Test
    void refusesAListThatClaimsMoreThanThereIs() {
        for (long length : new long[] {0x7FFF_FFFFL, 0x8000_0000L, 0xFFFF_FFFFL}) {
            byte[] hostile = SshMessage.of(SshMessage.KEXINIT)
                    .raw(new byte[16])
                    .u32(length)
                    .raw(new byte[100])
                    .bytes();

            assertThat(SshKexInit.read(hostile)).isEmpty();
        }
    }

    @Test
    void refusesAListOfTooManyNames() {
        assertThat(SshKexInit.read(withKeyExchanges(512))).isPresent();
        assertThat(SshKexInit.read(withKeyExchanges(513))).isEmpty();
        assertThat(SshKexInit.read(withKeyExchanges(5_000))).isEmpty();
    }

    @Test
    void refusesAnotherMessage() {
        byte[] other = SERVER.payload(new byte[16]);
        other[0] = 21;

        assertThat(SshKexInit.read(other)).isEmpty();
    }

    @Test
    void statesWholeListsAndTheUnionOfBothDirections() {
        SeenFacts seen = new SeenFacts();

        SERVER.observe(seen);

        assertThat(seen.all())
                .containsExactly(
                        SshFacts.FINGERPRINT.complete("server", "8e0e9bc0057891ac77da40fbfd725257"),
                        SshFacts.KEY_EXCHANGES.complete(SERVER.keyExchanges()),
                        SshFacts.HOST_KEY_ALGORITHMS.complete(List.of("ssh-ed25519", "rsa-sha2-512")),
                        SshFacts.CIPHERS.complete(
                                List.of("aes128-ctr", "aes256-ctr"), List.of("aes128-ctr"), List.of("aes256-ctr")),
                        SshFacts.MACS.complete(
                                List.of("hmac-sha1", "hmac-sha2-256"), List.of("hmac-sha1"), List.of("hmac-sha2-256")),
                        SshFacts.COMPRESSIONS.complete(List.of("none", "zlib")),
                        SshFacts.PREFIX_TRUNCATION.complete(false, List.of(), false));
    }

    @Test
    void choosesTheFirstOfTheClientsThatTheServerHas() {
        SshKexInit client = offer("diffie-hellman-group14-sha256", "curve25519-sha256");

        assertThat(client.with(SERVER).orElseThrow().names())
                .containsExactly(
                        "diffie-hellman-group14-sha256",
                        "ssh-ed25519",
                        "aes128-ctr",
                        "aes256-ctr",
                        "hmac-sha1",
                        "hmac-sha2-256",
                        "none",
                        "none");
    }

    @Test
    void choosesNothingWhereOneListHasNothingInCommon() {
        assertThat(offer("ecdh-sha2-nistp256").with(SERVER)).isEmpty();
    }

    @Test
    void knowsAWrongGuess() {
        assertThat(SERVER.guessesWrong(offer("curve25519-sha256"))).isFalse();
        assertThat(SERVER.guessesWrong(offer("diffie-hellman-group14-sha256"))).isTrue();
        assertThat(offer("curve25519-sha256").guessesWrong(SERVER)).isFalse();
    }

    private static SshKexInit offer(String... keyExchanges) {
        return SshKexInit.offer(
                List.of(keyExchanges),
                List.of("ssh-ed25519"),
                List.of(List.of("aes128-ctr", "aes256-ctr"), List.of("hmac-sha1", "hmac-sha2-256"), List.of("none")));
    }

    private static byte[] withKeyExchanges(int count) {
        return SshKexInit.offer(
                        Collections.nCopies(count, "x"),
                        List.of("ssh-ed25519"),
                        List.of(List.of(), List.of(), List.of()))
                .payload(new byte[16]);
    }
}
