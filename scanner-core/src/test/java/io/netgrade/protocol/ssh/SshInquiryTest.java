// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ssh;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.Attempt.Status;
import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Fact;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Exchange;
import io.netgrade.protocol.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replays what real servers answered. Our own random values are the same each time, and so must be all that we say. */
class SshInquiryTest {
    private final SshInquiry inquiry = new SshInquiry(new RepeatableRandom());
    private final SeenFacts seen = new SeenFacts();
    private final List<String> asked = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "openssh-usual.talk",
                "openssh-weak.talk",
                "openssh-strong.talk",
                "openssh-group-exchange.talk",
                "paramiko-open.talk"
            })
    void saysByteForByteWhatWasRecorded(String name) throws IOException {
        Talk talk = Talk.read(name);

        List<String> said = replay(talk, 1);

        assertThat(said)
                .isEqualTo(
                        talk.connections().stream().map(Talk.Connection::client).toList());
        assertThat(asked)
                .isEqualTo(talk.connections().stream()
                        .map(Talk.Connection::question)
                        .toList());
        assertThat(asked.size()).isLessThanOrEqualTo(SshInquiry.MOST_CONNECTIONS);
    }

    @Test
    void learnsAllOfAServerWithUsualAlgorithms() throws IOException {
        replay(Talk.read("openssh-usual.talk"), 4096);

        assertThat(asked).containsExactly("ssh.algorithms", "ssh.host-key", "ssh.host-key", "ssh.dh-group");
        assertThat(seen.only(CommonFacts.SOFTWARE))
                .isEqualTo(CommonFacts.SOFTWARE.complete(
                        "OpenSSH", "9.2p1", "cpe:2.3:a:openbsd:openssh:9.2:p1:*:*:*:*:*:*"));
        assertThat(seen.only(SshFacts.HOST_KEY_ALGORITHMS).names("algorithms"))
                .containsExactly("ssh-ed25519", "ecdsa-sha2-nistp256", "rsa-sha2-512", "rsa-sha2-256");
        assertThat(seen.of(SshFacts.HOST_KEY))
                .containsExactly(
                        SshFacts.HOST_KEY.complete(
                                "ssh-ed25519", 256, "SHA256:agAi7aKfjNM9/Z4u1acFP2ksXCvYo9VRqxsJHVTfxJg"),
                        SshFacts.HOST_KEY.complete(
                                "ecdsa-sha2-nistp256", 256, "SHA256:2PRf4O7lRDhekDtBTdWVZiLK8Mk+xuuF1zGnq0UjNvE"),
                        SshFacts.HOST_KEY.complete(
                                "ssh-rsa", 3072, "SHA256:rI11EPLgUZDOeWZk5l7uJRRaF/Gzu5Dol1YPzC2umYE"));
        assertThat(seen.only(SshFacts.AUTHENTICATION_METHODS))
                .isEqualTo(SshFacts.AUTHENTICATION_METHODS.complete(
                        List.of("publickey", "password", "keyboard-interactive"), false));
        assertThat(seen.excerpts()).contains("banner: Authorised users only.");
        assertThat(seen.only(SshFacts.BANNER)).isEqualTo(SshFacts.BANNER.complete(true, "Authorised users only."));
        assertThat(seen.of(SshFacts.GROUP))
                .containsExactly(
                        SshFacts.GROUP.complete(2048), SshFacts.GROUP.complete(3072), SshFacts.GROUP.complete(4096));
    }

    @Test
    void speaksWeakAlgorithmsWhereNothingElseIsOffered() throws IOException {
        replay(Talk.read("openssh-weak.talk"), 4096);

        assertThat(seen.only(SshFacts.CIPHERS).names("algorithms")).containsExactly("3des-cbc", "aes128-cbc");
        assertThat(seen.of(SshFacts.HOST_KEY).stream()
                        .map(key -> key.number("bits").orElseThrow()))
                .containsExactlyInAnyOrder(1024L, 1024L, 521L);
        assertThat(seen.of(SshFacts.AUTHENTICATION_METHODS)).hasSize(1);
    }

    @Test
    void tellsAServerThatTakesKeysOnly() throws IOException {
        replay(Talk.read("openssh-strong.talk"), 4096);

        assertThat(seen.only(SshFacts.AUTHENTICATION_METHODS))
                .isEqualTo(SshFacts.AUTHENTICATION_METHODS.complete(List.of("publickey"), false));
    }

    @Test
    void tellsAServerThatLetsEveryoneIn() throws IOException {
        replay(Talk.read("paramiko-open.talk"), 4096);

        assertThat(seen.only(SshFacts.AUTHENTICATION_METHODS))
                .isEqualTo(SshFacts.AUTHENTICATION_METHODS.complete(List.of("none"), true));
    }

    @Test
    void statesKeysPartlyWhereOneOfThemWasNotAnswered() throws IOException {
        Talk whole = Talk.read("openssh-usual.talk");
        List<Talk.Connection> cut = new ArrayList<>(whole.connections());
        cut.set(2, new Talk.Connection("ssh.host-key", "", ""));
        cut.set(3, new Talk.Connection("ssh.host-key", "", ""));

        replay(new Talk(cut), 4096);

        assertThat(seen.of(SshFacts.HOST_KEY)).hasSize(2).noneMatch(Fact::complete);
        assertThat(seen.of(SshFacts.GROUP)).containsExactly(SshFacts.GROUP.partial(2048));
    }

    @Test
    void asksForAKeyWithoutAGroupWhereTheGroupWasRefused() {
        byte[] silent = server(
                List.of("curve25519-sha256", "diffie-hellman-group-exchange-sha256"), "aes128-ctr", "ssh-ed25519");
        hear(inquiry, silent, seen);
        hear(inquiry, silent, seen);

        String withGroup = text(hear(inquiry, silent, seen));
        String alone = text(hear(inquiry, silent, seen));

        assertThat(withGroup).contains("group-exchange-sha256").doesNotContain("curve25519");
        assertThat(alone).contains("curve25519");
        assertThat(inquiry.next()).isEmpty();
    }

    @Test
    void tellsWhetherASessionCanBeCutAtItsBeginning() {
        hear(inquiry, server("curve25519-sha256", "chacha20-poly1305@openssh.com", "ssh-ed25519"), seen);

        assertThat(seen.only(SshFacts.PREFIX_TRUNCATION))
                .isEqualTo(SshFacts.PREFIX_TRUNCATION.complete(false, List.of("chacha20-poly1305@openssh.com"), true));
    }

    @Test
    void asksAServerOfBothVersionsInTheSecond() throws IOException {
        byte[] whole = Talk.read("openssh-usual.talk").connections().get(0).serverBytes();
        String rest = new String(whole, ISO_8859_1).replaceFirst("SSH-2.0", "SSH-1.99");
        hear(inquiry, rest.getBytes(ISO_8859_1), seen);

        assertThat(seen.only(SshFacts.IDENTIFICATION).text("protocol-version")).contains("1.99");
        assertThat(seen.of(SshFacts.CIPHERS)).hasSize(1);
    }

    @Test
    void saysThatThereIsNoGroupWhereNoneIsOffered() throws IOException {
        replay(Talk.read("openssh-strong.talk"), 4096);

        assertThat(seen.of(SshFacts.GROUP)).containsExactly(SshFacts.GROUP.none());
    }

    @Test
    void statesNoGroupsAsAllWhereTheServerRefusesOne() throws IOException {
        replay(Talk.read("paramiko-open.talk"), 4096);

        assertThat(asked).containsExactly("ssh.algorithms", "ssh.dh-group");
        assertThat(seen.of(SshFacts.GROUP)).isEmpty();
    }

    @Test
    void survivesEveryTruncationOfTheAuthenticationAndStatesNothingOfIt() throws IOException {
        List<Talk.Connection> whole = Talk.read("openssh-strong.talk").connections();
        assertThat(whole.get(1).question()).isEqualTo("ssh.authentication");
        int answer = whole.get(1).server().length() / 2;
        for (int length = 0; length < answer; length++) {
            SshInquiry fresh = new SshInquiry(new RepeatableRandom());
            SeenFacts facts = new SeenFacts();
            hear(fresh, whole.get(0).serverBytes(), facts);
            hear(fresh, Arrays.copyOf(whole.get(1).serverBytes(), length), facts);

            assertThat(facts.of(SshFacts.AUTHENTICATION_METHODS)).isEmpty();
        }
    }

    @Test
    void asksNothingMoreOfAServerOfVersion1() {
        String said = hear(inquiry, "SSH-1.5-1.2.26\n".getBytes(US_ASCII), seen);

        assertThat(seen.only(SshFacts.IDENTIFICATION).text("protocol-version")).contains("1.5");
        assertThat(inquiry.next()).isEmpty();
        assertThat(new String(HexFormat.of().parseHex(said), US_ASCII)).startsWith("SSH-2.0-netgrade\r\n");
    }

    @Test
    void asksNothingMoreWhereAConnectionFails() throws IOException {
        hear(inquiry, Talk.read("openssh-usual.talk").connections().get(0).serverBytes(), seen);
        Exchange second = inquiry.next().orElseThrow();

        inquiry.ended(second, Status.TIMED_OUT, List.of());

        assertThat(inquiry.next()).isEmpty();
    }

    @Test
    void asksNoAuthenticationWhereNothingItCanSpeakIsOffered() {
        hear(inquiry, server("curve25519-sha256", "arcfour", "ssh-rsa"), seen);

        assertThat(inquiry.next().orElseThrow().question()).isEqualTo("ssh.host-key");
        assertThat(seen.only(SshFacts.CIPHERS).names("algorithms")).containsExactly("arcfour");
    }

    @Test
    void asksNoKeyWhereItCanTakePartInNoKeyExchange() {
        hear(inquiry, server("sntrup761x25519-sha512", "aes128-ctr", "ssh-rsa"), seen);

        assertThat(inquiry.next()).isEmpty();
    }

    @Test
    void asksOnAtMostSoManyConnections() {
        String[] algorithms = {"a-1", "a-2", "a-3", "a-4", "a-5", "a-6", "a-7", "a-8"};
        byte[] server = server("curve25519-sha256", "aes128-ctr", algorithms);
        int connections = 0;
        while (connections < 20 && !hear(inquiry, server, seen).isEmpty()) {
            connections++;
        }

        assertThat(connections).isEqualTo(SshInquiry.MOST_CONNECTIONS);
    }

    @Test
    void leavesWhatIsNoSshAlone() {
        SshConversation conversation =
                (SshConversation) inquiry.next().orElseThrow().conversations().get(0);
        HeldBytes bytes = HeldBytes.of("220 mail\r\n".repeat(1000).getBytes(US_ASCII));
        ByteArrayOutputStream said = new ByteArrayOutputStream();

        Progress progress = conversation.received(bytes, said::writeBytes, seen);

        assertThat(progress).isEqualTo(Progress.MALFORMED);
        assertThat(said.size()).isZero();
        assertThat(seen.all()).isEmpty();
    }

    @Test
    void saysGoodbyeInTheEnd() throws IOException {
        Talk.Connection first = Talk.read("openssh-usual.talk").connections().get(0);

        hear(inquiry, first.serverBytes(), seen);
        String said = text(hear(
                inquiry, Talk.read("openssh-usual.talk").connections().get(1).serverBytes(), seen));

        assertThat(said).contains("netgrade has seen what it asked for");
    }

    /** Gives each connection the server's bytes, in pieces of a size; what was said on each, as hex. */
    private List<String> replay(Talk talk, int piece) {
        List<String> said = new ArrayList<>();
        for (Talk.Connection connection : talk.connections()) {
            Exchange exchange = inquiry.next().orElseThrow();
            asked.add(exchange.question());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            Status status = hold(exchange, connection.serverBytes(), piece, bytes, seen);
            inquiry.ended(exchange, status, List.of());
            said.add(HexFormat.of().formatHex(bytes.toByteArray()));
        }
        assertThat(inquiry.next()).isEmpty();
        inquiry.conclude(seen);
        return said;
    }

    private static String hear(SshInquiry inquiry, byte[] server, SeenFacts facts) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        inquiry.next()
                .ifPresent(exchange ->
                        inquiry.ended(exchange, hold(exchange, server, server.length + 1, said, facts), List.of()));
        return HexFormat.of().formatHex(said.toByteArray());
    }

    private static Status hold(
            Exchange exchange, byte[] server, int piece, ByteArrayOutputStream said, SeenFacts facts) {
        Conversation conversation = exchange.conversations().get(0);
        HeldBytes bytes = new HeldBytes();
        conversation.opened(said::writeBytes);
        for (int at = 0; at < server.length; at += piece) {
            bytes.add(Arrays.copyOfRange(server, at, Math.min(server.length, at + piece)));
            Progress progress = conversation.received(bytes, said::writeBytes, facts);
            if (progress != Progress.CONTINUE) {
                return progress == Progress.DONE ? Status.ANSWERED : Status.NOT_THIS_PROTOCOL;
            }
        }
        return conversation.ended(facts) ? Status.ANSWERED : Status.CLOSED_EARLY;
    }

    private static String text(String hex) {
        return new String(HexFormat.of().parseHex(hex), US_ASCII);
    }

    private static byte[] server(String keyExchange, String cipher, String... hostKeys) {
        return server(List.of(keyExchange), cipher, hostKeys);
    }

    private static byte[] server(List<String> keyExchanges, String cipher, String... hostKeys) {
        SshKexInit kexInit = SshKexInit.offer(
                keyExchanges, List.of(hostKeys), List.of(List.of(cipher), List.of("hmac-sha1"), List.of("none")));
        return SshMessage.fields()
                .raw("SSH-2.0-x\r\n".getBytes(US_ASCII))
                .raw(new SshPackets().seal(kexInit.payload(new byte[16])))
                .bytes();
    }
}
