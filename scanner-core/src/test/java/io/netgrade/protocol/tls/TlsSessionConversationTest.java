// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netgrade.fact.Attempt.Status;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.tls.CertificateType;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.crypto.DHGroup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One finished session, with a server of the JDK in memory, and with bytes that are none of a server's. */
class TlsSessionConversationTest {
    private static final int ECDHE_RSA_AES_128_GCM = 0xC02F;
    private static final TlsQuestion QUESTION =
            TlsQuestion.all("tls.client-renegotiation", TlsVersion.TLS_1_2).offering(List.of(ECDHE_RSA_AES_128_GCM));

    private static EngineServer server;

    @BeforeAll
    static void start() throws Exception {
        server = new EngineServer(
                TestKeys.store(false), 100, engine -> engine.setEnabledProtocols(new String[] {"TLSv1.2"}));
    }

    /** A connection on which what one side says is heard only so many times. */
    private record HalfDead(Conversation inner, int heard, AtomicInteger said) implements Conversation {
        HalfDead(Conversation inner, int heard) {
            this(inner, heard, new AtomicInteger());
        }

        @Override
        public void opened(Peer peer) {
            inner.opened(limited(peer));
        }

        @Override
        public Progress received(Inbox bytes, Peer peer, ObservationSink sink) {
            return inner.received(bytes, limited(peer), sink);
        }

        @Override
        public boolean ended(ObservationSink sink) {
            return inner.ended(sink);
        }

        private Peer limited(Peer peer) {
            return bytes -> {
                if (said.getAndIncrement() < heard) {
                    peer.send(bytes);
                }
            };
        }
    }

    @Test
    void aServerOfTheJdkRenegotiates() {
        TlsSessionConversation asked = renegotiating();

        assertThat(server.hold(asked, new ArrayList<>())).isEqualTo(Status.ANSWERED);
        assertThat(asked.answer(Status.ANSWERED).outcome().renegotiation()).contains(TlsRenegotiation.ACCEPTED);
        assertThat(asked.answer(Status.ANSWERED).accepted()).isTrue();
    }

    /** Of a server that says nothing to the second hello, the way in which the exchange ends tells. */
    @Test
    void silenceToASecondHello() {
        TlsSessionConversation asked = renegotiating();
        HalfDead line = new HalfDead(asked, 2);

        assertThat(server.hold(line, new ArrayList<>())).isEqualTo(Status.CLOSED_EARLY);
        assertThat(line.said().get()).isEqualTo(3);
        assertThat(how(asked, Status.CLOSED_EARLY)).contains(TlsRenegotiation.CLOSED);
        assertThat(how(asked, Status.RESET)).contains(TlsRenegotiation.CLOSED);
        assertThat(how(asked, Status.TIMED_OUT)).contains(TlsRenegotiation.IGNORED);
        assertThat(how(asked, Status.BUDGET_SPENT)).isEmpty();
    }

    /** Before the session is there, the same endings say nothing of a renegotiation. */
    @Test
    void silenceToTheFirst() {
        TlsSessionConversation asked = renegotiating();

        server.hold(new HalfDead(asked, 1), new ArrayList<>());

        for (Status ending : Status.values()) {
            assertThat(how(asked, ending)).isEmpty();
            assertThat(asked.answer(ending).outcome().finished()).isFalse();
        }
    }

    @Test
    void withoutTheWishNothingIsRenegotiated() {
        TlsSessionConversation asked = conversation(new TlsAim.Session(false, Optional.empty(), false));
        HalfDead line = new HalfDead(asked, Integer.MAX_VALUE);

        server.hold(line, new ArrayList<>());

        assertThat(line.said().get()).as("hello, key exchange, goodbye").isEqualTo(3);
        assertThat(asked.answer(Status.ANSWERED).outcome().renegotiation()).isEmpty();
        assertThat(asked.answer(Status.ANSWERED).outcome().kept()).isPresent();
    }

    @Test
    void aSessionIsResumedByItsOwnNameOnly() {
        TlsSessionConversation first = conversation(new TlsAim.Session(false, Optional.empty(), false));
        server.hold(first, new ArrayList<>());
        TlsKeptSession kept = first.answer(Status.ANSWERED).outcome().kept().orElseThrow();
        TlsKeptSession unknown = new TlsKeptSession(
                org.bouncycastle.tls.TlsUtils.importSession(
                        new byte[] {1, 2, 3}, kept.session().exportSessionParameters()),
                Optional.empty());

        assertThat(resumed(kept)).isTrue();
        assertThat(resumed(unknown)).isFalse();
    }

    private static boolean resumed(TlsKeptSession session) {
        TlsSessionConversation asked = conversation(new TlsAim.Session(false, Optional.of(session), false));
        server.hold(asked, new ArrayList<>());
        assertThat(asked.answer(Status.ANSWERED).outcome().finished()).isTrue();
        return asked.answer(Status.ANSWERED).outcome().resumed();
    }

    /** A flight with a byte changed anywhere, or cut anywhere, neither throws nor finishes a handshake. */
    @Test
    void hostileFlights() {
        byte[] flight = server.flight(hello());
        for (int at = 0; at < flight.length; at += 11) {
            byte[] changed = flight.clone();
            changed[at] ^= (byte) 0x81;
            assertThat(unfinished(changed)).isTrue();
            assertThat(unfinished(Arrays.copyOf(flight, at))).isTrue();
        }
    }

    private static boolean unfinished(byte[] said) {
        TlsSessionConversation asked = renegotiating();
        asked.opened(sent -> {});
        asked.received(Fed.of(said), sent -> {}, new Fed.Facts());
        asked.received(Fed.of(said), sent -> {}, new Fed.Facts());
        return !asked.answer(Status.CLOSED_EARLY).outcome().finished()
                && how(asked, Status.CLOSED_EARLY).isEmpty();
    }

    /** What nests without end, and what is too long to calculate with, goes no further. */
    @Test
    void hostileCertificatesAndGroups() throws Exception {
        TlsSessionCrypto crypto = new TlsSessionCrypto();
        byte[] nested = new byte[4000];
        for (int i = 0; i < nested.length; i += 4) {
            nested[i] = 0x30;
            nested[i + 1] = (byte) 0x82;
            nested[i + 2] = (byte) ((nested.length - i - 4) >> 8);
            nested[i + 3] = (byte) (nested.length - i - 4);
        }
        byte[] usual = TestKeys.store(false)
                .getCertificate(TestKeys.store(false).aliases().nextElement())
                .getEncoded();

        assertThatThrownBy(() -> crypto.createCertificate(CertificateType.X509, nested))
                .isInstanceOf(TlsFatalAlert.class);
        assertThat(crypto.createCertificate(CertificateType.X509, usual)).isNotNull();
        assertThat(crypto.accept(new DHGroup(BigInteger.ONE.shiftLeft(9000).setBit(0), null, BigInteger.TWO, 0)))
                .isFalse();
        assertThat(crypto.accept(new DHGroup(BigInteger.ONE.shiftLeft(1023).setBit(0), null, BigInteger.TWO, 0)))
                .isTrue();
    }

    private static Optional<TlsRenegotiation> how(TlsSessionConversation asked, Status ending) {
        return asked.answer(ending).outcome().renegotiation();
    }

    private static byte[] hello() {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        renegotiating().opened(sent::writeBytes);
        return sent.toByteArray();
    }

    private static TlsSessionConversation renegotiating() {
        return conversation(new TlsAim.Session(false, Optional.empty(), true));
    }

    private static TlsSessionConversation conversation(TlsAim.Session aim) {
        return new TlsSessionConversation(QUESTION, aim, Optional.of("lab.example"));
    }
}
