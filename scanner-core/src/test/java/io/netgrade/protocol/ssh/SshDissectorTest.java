// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ssh;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Fact;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Progress;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SshDissectorTest {
    private static final byte[] LINE = "SSH-2.0-x\r\n".getBytes(US_ASCII);

    private final SshDissector dissector = new SshDissector();
    private final SeenFacts seen = new SeenFacts();

    @Test
    void statesAllThatAServerSaysInClear() throws IOException {
        assertThat(server(said("openssh-usual.talk"))).isEqualTo(Progress.DONE);

        assertThat(seen.only(SshFacts.IDENTIFICATION))
                .isEqualTo(SshFacts.IDENTIFICATION.complete("2.0", "OpenSSH_9.2p1", "Debian-2+deb12u10"));
        assertThat(seen.only(CommonFacts.SOFTWARE).text("version")).contains("9.2p1");
        assertThat(seen.only(SshFacts.KEY_EXCHANGES).complete()).isTrue();
        assertThat(seen.only(SshFacts.CIPHERS).names("server-to-client"))
                .containsExactly(
                        "chacha20-poly1305@openssh.com",
                        "aes128-ctr",
                        "aes192-ctr",
                        "aes256-ctr",
                        "aes128-gcm@openssh.com",
                        "aes256-gcm@openssh.com");
        assertThat(seen.only(SshFacts.HOST_KEY))
                .isEqualTo(SshFacts.HOST_KEY.partial(
                        "ssh-ed25519", 256, "SHA256:agAi7aKfjNM9/Z4u1acFP2ksXCvYo9VRqxsJHVTfxJg"));
        assertThat(seen.all()).hasSize(10);
    }

    @Test
    void statesTheGroupThatAServerChose() throws IOException {
        server(said("openssh-group-exchange.talk"));

        assertThat(seen.only(SshFacts.GROUP)).isEqualTo(SshFacts.GROUP.partial(2048));
        assertThat(seen.of(SshFacts.HOST_KEY)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"openssh-usual.talk", "openssh-weak.talk", "openssh-group-exchange.talk", "paramiko-open.talk"})
    void statesTheSameByteByByteAndOnlyMoreAsMoreComes(String talk) throws IOException {
        byte[] said = said(talk);
        server(said);
        List<Fact> whole = seen.all();

        SshDissector other = new SshDissector();
        SeenFacts grown = new SeenFacts();
        HeldBytes bytes = new HeldBytes();
        for (int i = 0; i < said.length; i++) {
            bytes.add(new byte[] {said[i]});
            Progress progress = other.dissect(Direction.FROM_SERVER, bytes, grown);
            assertThat(grown.all()).isEqualTo(whole.subList(0, grown.all().size()));
            assertThat(progress).isIn(Progress.CONTINUE, Progress.DONE);
            if (progress == Progress.DONE) {
                break;
            }
        }

        assertThat(grown.all()).isEqualTo(whole);
    }

    @Test
    void endsAtTheIdentificationOfAServerOfVersion1() {
        assertThat(server("SSH-1.5-1.2.26\n".getBytes(US_ASCII))).isEqualTo(Progress.DONE);

        assertThat(seen.only(SshFacts.IDENTIFICATION).text("protocol-version")).contains("1.5");
    }

    @Test
    void endsWhereAClientWantsVersion1() {
        server("SSH-1.99-OpenSSH_3.9p1\n".getBytes(US_ASCII));

        assertThat(client("SSH-1.5-1.2.26\n".getBytes(US_ASCII))).isEqualTo(Progress.DONE);
        assertThat(seen.of(SshFacts.IDENTIFICATION)).hasSize(1);
    }

    @Test
    void goesOnWhereAClientWantsVersion2() {
        server("SSH-1.99-OpenSSH_3.9p1\n".getBytes(US_ASCII));

        assertThat(client("SSH-1.99-x\n".getBytes(US_ASCII))).isEqualTo(Progress.CONTINUE);
        assertThat(client(new byte[100])).isEqualTo(Progress.CONTINUE);
    }

    @Test
    void losesNothingByTheClientsLoss() {
        assertThat(dissector.missed(Direction.FROM_CLIENT, 100)).isTrue();
        assertThat(dissector.missed(Direction.FROM_SERVER, 100)).isFalse();
    }

    @Test
    void doesNotTakeAClientsListsForAServers() {
        SshKexInit client = SshKexInit.offer(
                List.of("curve25519-sha256", "ext-info-c"),
                List.of("ssh-ed25519"),
                List.of(List.of("aes128-ctr"), List.of("hmac-sha1"), List.of("none")));

        server(LINE);

        assertThat(server(new SshPackets().seal(client.payload(new byte[16])))).isEqualTo(Progress.MALFORMED);
        assertThat(seen.of(SshFacts.KEY_EXCHANGES)).isEmpty();
    }

    @Test
    void refusesABrokenKexInit() {
        server(LINE);

        assertThat(server(new SshPackets().seal(new byte[] {SshMessage.KEXINIT, 1, 2})))
                .isEqualTo(Progress.MALFORMED);
    }

    @Test
    void refusesHostilePackets() {
        server(LINE);

        assertThat(server(
                        SshMessage.fields().u32(0x8000_0000L).raw(new byte[60]).bytes()))
                .isEqualTo(Progress.MALFORMED);
    }

    @Test
    void doesNotTakeABrokenKeyForAGroup() {
        server(LINE);
        byte[] key = SshMessage.fields().string("ssh-rsa").u32(99).bytes();
        byte[] reply = SshMessage.of(SshMessage.KEX_REPLY)
                .string(key)
                .string(new byte[32])
                .string(new byte[64])
                .bytes();

        assertThat(server(new SshPackets().seal(reply))).isEqualTo(Progress.CONTINUE);
        assertThat(seen.of(SshFacts.GROUP)).isEmpty();
        assertThat(seen.of(SshFacts.HOST_KEY)).isEmpty();
    }

    @Test
    void refusesEveryTruncationOfAReply() {
        byte[] group = SshMessage.of(SshMessage.KEX_REPLY)
                .mpint(BigInteger.ONE.shiftLeft(1023).add(BigInteger.ONE))
                .mpint(BigInteger.TWO)
                .bytes();
        for (int length = 1; length < group.length; length++) {
            SshDissector other = new SshDissector();
            SeenFacts none = new SeenFacts();
            HeldBytes bytes = HeldBytes.of(LINE);
            bytes.add(new SshPackets().seal(Arrays.copyOf(group, length)));

            assertThat(other.dissect(Direction.FROM_SERVER, bytes, none)).isEqualTo(Progress.MALFORMED);
            assertThat(none.of(SshFacts.GROUP)).isEmpty();
        }
    }

    private Progress server(byte[] bytes) {
        return dissector.dissect(Direction.FROM_SERVER, HeldBytes.of(bytes), seen);
    }

    private Progress client(byte[] bytes) {
        return dissector.dissect(Direction.FROM_CLIENT, HeldBytes.of(bytes), seen);
    }

    /** What the server said on the connection that goes through a whole key exchange. */
    private static byte[] said(String talk) throws IOException {
        return Talk.read(talk).connections().get(0).serverBytes();
    }
}
