// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ssh;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.protocol.Progress;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a server may say out of turn. */
class SshConversationTest {
    private static final byte[] DEBUG = {4, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    private static final byte[] IGNORE = {2, 0, 0, 0, 0};

    private final SshPackets server = new SshPackets();
    private final SeenFacts seen = new SeenFacts();
    private int sent;

    @Test
    void passesOverAMessageThatMattersToNobody() {
        SshConversation conversation = begun(List.of("curve25519-sha256"), false);

        assertThat(say(conversation, IGNORE)).isEqualTo(Progress.CONTINUE);
        assertThat(say(conversation, DEBUG)).isEqualTo(Progress.CONTINUE);
    }

    @Test
    void refusesSuchAMessageUnderStrictKeyExchange() {
        SshConversation conversation = begun(List.of("curve25519-sha256", SshAlgorithms.STRICT_SERVER), false);

        assertThat(say(conversation, IGNORE)).isEqualTo(Progress.MALFORMED);
    }

    @Test
    void passesOverAGuessThatWasWrong() {
        SshConversation conversation = begun(List.of("diffie-hellman-group14-sha256", "curve25519-sha256"), true);

        assertThat(say(conversation, reply(new byte[0]))).isEqualTo(Progress.CONTINUE);
        assertThat(say(conversation, reply(new byte[0]))).isEqualTo(Progress.MALFORMED);
    }

    @Test
    void refusesASecretThatCannotBeAgreedOn() {
        SshConversation conversation = begun(List.of("curve25519-sha256"), false);

        assertThat(say(conversation, reply(new byte[32]))).isEqualTo(Progress.MALFORMED);
        assertThat(conversation.hostKey()).isPresent();
    }

    @Test
    void refusesNewKeysBeforeAnyAreAgreedOn() {
        SshConversation conversation = begun(List.of("curve25519-sha256"), false);

        assertThat(say(conversation, new byte[] {SshMessage.NEWKEYS})).isEqualTo(Progress.MALFORMED);
    }

    @Test
    void refusesASecondKexInit() {
        SshConversation conversation = begun(List.of("curve25519-sha256"), false);

        assertThat(say(conversation, kexInit(List.of("curve25519-sha256"), false)))
                .isEqualTo(Progress.MALFORMED);
    }

    @Test
    void refusesAReplyBeforeTheKexInit() {
        SshConversation conversation = identified();

        assertThat(say(conversation, reply(new byte[32]))).isEqualTo(Progress.MALFORMED);
    }

    @Test
    void refusesAHostileGroup() {
        SshConversation conversation = begun(List.of("diffie-hellman-group-exchange-sha256"), false);
        byte[] group = SshMessage.of(SshMessage.KEX_REPLY)
                .string(new byte[] {24})
                .string(new byte[] {2})
                .bytes();

        assertThat(say(conversation, group)).isEqualTo(Progress.MALFORMED);
        assertThat(seen.of(SshFacts.GROUP)).isEmpty();
    }

    @Test
    void waitsForTheEndAfterADisconnect() {
        SshConversation conversation = begun(List.of("curve25519-sha256"), false);
        int before = sent;

        assertThat(say(conversation, new byte[] {SshMessage.DISCONNECT, 0, 0, 0, 2}))
                .isEqualTo(Progress.CONTINUE);
        assertThat(say(conversation, new byte[] {SshMessage.NEWKEYS})).isEqualTo(Progress.CONTINUE);
        assertThat(sent).isEqualTo(before);
        assertThat(conversation.ended(seen)).isFalse();
    }

    @Test
    void endsWhereNothingIsInCommon() {
        SshConversation conversation = identified();

        assertThat(say(conversation, kexInit(List.of("sntrup761x25519-sha512"), false)))
                .isEqualTo(Progress.DONE);
        assertThat(seen.all()).isEmpty();
    }

    private SshConversation identified() {
        SshKexInit offer = SshKexInit.offer(
                List.of("curve25519-sha256", "diffie-hellman-group14-sha256", "diffie-hellman-group-exchange-sha256"),
                List.of("ssh-ed25519"),
                List.of(List.of("aes128-ctr"), List.of("hmac-sha1"), List.of("none")));
        SshConversation conversation =
                new SshConversation(SshConversation.Goal.AUTHENTICATION, offer, new RepeatableRandom());
        conversation.received(HeldBytes.of("SSH-2.0-x\r\n".getBytes(US_ASCII)), bytes -> sent++, seen);
        return conversation;
    }

    private SshConversation begun(List<String> keyExchanges, boolean guessFollows) {
        SshConversation conversation = identified();
        assertThat(say(conversation, kexInit(keyExchanges, guessFollows))).isEqualTo(Progress.CONTINUE);
        return conversation;
    }

    private static byte[] kexInit(List<String> keyExchanges, boolean guessFollows) {
        List<List<String>> lists = SshKexInit.offer(
                        keyExchanges,
                        List.of("ssh-ed25519"),
                        List.of(List.of("aes128-ctr"), List.of("hmac-sha1"), List.of("none")))
                .lists();
        return new SshKexInit(lists, guessFollows).payload(new byte[16]);
    }

    private static byte[] reply(byte[] serverValue) {
        byte[] key =
                SshMessage.fields().string("ssh-ed25519").string(new byte[32]).bytes();
        return SshMessage.of(SshMessage.KEX_REPLY)
                .string(key)
                .string(serverValue)
                .string(new byte[64])
                .bytes();
    }

    private Progress say(SshConversation conversation, byte[] message) {
        return conversation.received(HeldBytes.of(server.seal(message)), bytes -> sent++, seen);
    }
}
