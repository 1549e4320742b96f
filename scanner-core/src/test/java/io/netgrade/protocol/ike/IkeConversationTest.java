// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ike;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Fact;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Said;
import io.netgrade.testing.Interview;
import io.netgrade.testing.Questioning;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.ByteWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class IkeConversationTest {
    private static final int RESPONSE = 0x20;
    private static final int SEALED_NO = 0;
    private static final int INFORMATIONAL = 5;
    private static final Fact MODP1024 =
            IkeFacts.CHOSEN.partial("2", "ike-sa-init", null, null, null, "modp1024", 2, null);

    @Test
    void offersSoundMessagesOfOneKindEach() {
        assertThat(offered("ike.v2-strong"))
                .containsExactly(IkeFacts.OFFERED.partial(
                        "2",
                        "ike-sa-init",
                        List.of(
                                "aes-gcm-16-256",
                                "aes-gcm-16-192",
                                "aes-gcm-16-128",
                                "chacha20-poly1305",
                                "aes-cbc-256",
                                "aes-cbc-192",
                                "aes-cbc-128"),
                        List.of("hmac-sha256-128", "hmac-sha384-192", "hmac-sha512-256"),
                        List.of("hmac-sha256", "hmac-sha384", "hmac-sha512"),
                        List.of("curve25519", "ecp256", "ecp384", "ecp521", "modp2048", "modp3072", "modp4096"),
                        null));
        assertThat(offered("ike.v2-weak-ciphers"))
                .singleElement()
                .satisfies(fact -> assertThat(fact.value())
                        .containsEntry("encryption", List.of("3des-cbc", "des-cbc", "blowfish-cbc-128", "encr-null")));
        assertThat(offered("ike.v2-weak-hashes"))
                .singleElement()
                .satisfies(fact -> assertThat(fact.value())
                        .containsEntry("integrity", List.of("hmac-sha1-96", "hmac-md5-96"))
                        .containsEntry("prf", List.of("hmac-sha1", "hmac-md5")));
        assertThat(offered("ike.v2-weak-groups"))
                .singleElement()
                .satisfies(fact -> assertThat(fact.value())
                        .containsEntry("groups", List.of("modp1024", "modp1536", "modp768", "modp1024s160")));
        assertThat(offered("ike.v1-main"))
                .singleElement()
                .satisfies(fact -> assertThat(fact.value())
                        .containsEntry("mode", "main")
                        .containsEntry("authentication", List.of("pre-shared-key", "rsa-signature"))
                        .containsEntry("prf", List.of("sha256", "sha512")));
        assertThat(offered("ike.v1-main-weak"))
                .singleElement()
                .satisfies(fact -> assertThat(fact.value())
                        .containsEntry("encryption", List.of("aes-cbc-128", "3des-cbc", "des-cbc"))
                        .containsEntry("groups", List.of("modp1024", "modp1536", "modp768")));
    }

    @Test
    void readsAChoice() {
        Interview interview = ask("ike.v2-weak-groups");

        assertThat(interview.hear(second(interview, 33, choice(), RESPONSE))).isEqualTo(Progress.DONE);
        assertThat(interview.facts())
                .contains(
                        IkeFacts.CHOSEN.partial(
                                "2", "ike-sa-init", "aes-cbc-128", "hmac-sha1-96", "hmac-sha1", "modp1024", 2, null),
                        IkeFacts.EXCHANGE.partial("2", "ike-sa-init", "responder"));
        assertThat(interview.sent()).hasSize(1);
    }

    @Test
    void asksAgainWithTheGroupThatIsWantedAndOnlyOnce() {
        Interview interview = ask("ike.v2-weak-hashes");
        byte[] wants = notify(17, 0, 2);

        assertThat(interview.hear(second(interview, 41, wants, RESPONSE))).isEqualTo(Progress.CONTINUE);
        assertThat(interview.sent()).hasSize(2);
        assertThat(group(interview.lastSent())).isEqualTo(2);
        assertThat(interview.lastSent())
                .startsWith(Arrays.copyOf(interview.sent().get(0), 8));
        assertThat(interview.hear(second(interview, 41, wants, RESPONSE))).isEqualTo(Progress.DONE);
        assertThat(interview.sent()).hasSize(2);
        assertThat(interview.facts()).contains(MODP1024).doesNotHaveDuplicates();
    }

    @Test
    void asksNotAgainForAGroupThatItDidNotOffer() {
        Interview interview = ask("ike.v2-strong");

        assertThat(interview.hear(second(interview, 41, notify(17, 0, 2), RESPONSE)))
                .isEqualTo(Progress.DONE);
        assertThat(interview.sent()).hasSize(1);
        assertThat(interview.facts()).doesNotContain(MODP1024);
    }

    @Test
    void bringsACookieBackOnce() {
        Interview interview = ask("ike.v2-strong");
        byte[] cookie = notify(16390, 0xAB, 0xCD, 0xEF);

        assertThat(interview.hear(second(interview, 41, cookie, RESPONSE))).isEqualTo(Progress.CONTINUE);
        ByteView again = ByteView.of(interview.lastSent());
        assertThat(again.u8(16)).isEqualTo(41);
        assertThat(again.bytes(28, 11)).containsExactly(33, 0, 0, 11, 0, 0, 0x40, 6, 0xAB, 0xCD, 0xEF);
        assertThat(interview.hear(second(interview, 41, cookie, RESPONSE))).isEqualTo(Progress.DONE);
        assertThat(interview.sent()).hasSize(2);
    }

    @Test
    void readsRefusalsOfBothVersions() {
        Interview second = ask("ike.v2-strong");
        assertThat(second.hear(second(second, 41, notify(14), RESPONSE))).isEqualTo(Progress.DONE);
        assertThat(second.facts()).contains(IkeFacts.NOTIFICATION.partial("no-proposal-chosen"));

        Interview first = ask("ike.v1-main");
        byte[] refusal =
                new ByteWriter().u8(0).u8(0).u16(12).u32(1).u8(1).u8(0).u16(14).written();
        byte[] message = message(first, 11, 0x10, INFORMATIONAL, SEALED_NO, refusal);
        assertThat(first.hear(message)).isEqualTo(Progress.DONE);
        assertThat(first.facts()).contains(IkeFacts.NOTIFICATION.partial("no-proposal-chosen"));
        assertThat(first.facts()).noneMatch(fact -> fact.is(IkeFacts.CHOSEN));
    }

    @Test
    void marksItsPacketsOnThePortOfNatTraversal() {
        Interview interview =
                Questioning.of(IkeProtocol.protocol(), Questioning.endpoint(Transport.UDP, 4500), "ike.v2-strong");

        assertThat(interview.lastSent()).startsWith(0, 0, 0, 0);
        assertThat(IkeMessage.at(ByteView.of(interview.lastSent()))).isEqualTo(4);
    }

    @Test
    void framesItsPacketsInAStream() {
        Interview interview = Questioning.of(IkeProtocol.protocol(), Transport.TCP, "ike.v2-strong");
        assertThat(interview.sent()).hasSize(2);
        assertThat(interview.sent().get(0)).asString().isEqualTo("IKETCP");
        byte[] framed = interview.lastSent();
        assertThat(ByteView.of(framed).u16(0)).isEqualTo(framed.length);
        byte[] bare = message(Arrays.copyOfRange(framed, 6, 14), 41, 0x20, 34, RESPONSE, notify(14));
        byte[] answer =
                new ByteWriter().u16(bare.length + 6).zeros(4).bytes(bare).written();

        assertThat(interview.hear(Arrays.copyOf(answer, 1))).isEqualTo(Progress.CONTINUE);
        assertThat(interview.hear(Arrays.copyOfRange(answer, 1, answer.length))).isEqualTo(Progress.DONE);
        assertThat(interview.facts()).contains(IkeFacts.NOTIFICATION.partial("no-proposal-chosen"));
        assertThat(Questioning.of(IkeProtocol.protocol(), Transport.TCP, "ike.v2-strong")
                        .hear((byte) 0, (byte) 5))
                .isEqualTo(Progress.MALFORMED);
    }

    @Test
    void takesNothingElse() {
        Interview interview = ask("ike.v2-strong");
        byte[] answer = second(interview, 33, choice(), RESPONSE);
        byte[] foreign = answer.clone();
        foreign[7] ^= 1;

        assertThat(interview.hear(foreign)).isEqualTo(Progress.MALFORMED);
        assertThat(interview.hear(interview.lastSent())).isEqualTo(Progress.MALFORMED);
        assertThat(interview.hear(Arrays.copyOf(answer, answer.length - 1))).isEqualTo(Progress.MALFORMED);
        assertThat(interview.end()).isFalse();
        assertThat(interview.facts()).isEmpty();
    }

    private static Interview ask(String question) {
        return Questioning.of(IkeProtocol.protocol(), Transport.UDP, question);
    }

    /** What the reader of captures sees in the question. */
    private static List<Fact> offered(String question) {
        List<Fact> facts = new ArrayList<>();
        Said said = new Said().by(Direction.FROM_CLIENT, (fact, excerpt) -> facts.add(fact));
        assertThat(new IkeReader().read(ByteView.of(ask(question).lastSent()), said))
                .isTrue();
        return facts.stream().filter(fact -> fact.is(IkeFacts.OFFERED)).toList();
    }

    private static int group(byte[] question) {
        ByteView bytes = ByteView.of(question);
        int exchange = IkeMessage.payload(bytes, 0, 34, IkeMessage.NONE);
        return bytes.u16(exchange + 4);
    }

    private static byte[] second(Interview interview, int first, byte[] payload, int flags) {
        return message(interview, first, 0x20, 34, flags, payload);
    }

    private static byte[] message(
            Interview interview, int first, int version, int exchange, int flags, byte[] payload) {
        return message(Arrays.copyOf(interview.lastSent(), 8), first, version, exchange, flags, payload);
    }

    private static byte[] message(byte[] spi, int first, int version, int exchange, int flags, byte[] payload) {
        return new ByteWriter()
                .bytes(spi)
                .u64(0x1122)
                .u8(first)
                .u8(version)
                .u8(exchange)
                .u8(flags)
                .u32(0)
                .u32(28 + payload.length)
                .bytes(payload)
                .written();
    }

    private static byte[] notify(int type, int... data) {
        ByteWriter payload =
                new ByteWriter().u8(0).u8(0).u16(8 + data.length).u16(0).u16(type);
        Arrays.stream(data).forEach(payload::u8);
        return payload.written();
    }

    /** One proposal of AES-128, SHA-1 and 1,024 bits (RFC 7296 §3.3). */
    private static byte[] choice() {
        ByteWriter choice = new ByteWriter().u8(0).u8(0).u16(4 + 8 + 12 + 24);
        choice.u8(0).u8(0).u16(8 + 12 + 24).u8(1).u8(1).u8(0).u8(4);
        choice.u8(3).u8(0).u16(12).u8(1).u8(0).u16(12).u16(0x800E).u16(128);
        choice.u8(3).u8(0).u16(8).u8(2).u8(0).u16(2);
        choice.u8(3).u8(0).u16(8).u8(3).u8(0).u16(2);
        return choice.u8(0).u8(0).u16(8).u8(4).u8(0).u16(2).written();
    }
}
