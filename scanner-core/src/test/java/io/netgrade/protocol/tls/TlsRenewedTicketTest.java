// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.Attempt;
import io.netgrade.fact.Fact;
import io.netgrade.protocol.Conversation;
import java.nio.ByteBuffer;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A server that gives a new ticket while it goes on with a session (RFC 5077 §3.4), as the JDK's does up to TLS 1.2: that is
 * resumption. One that gives it in a whole handshake, as it cannot read the old one (§3.3), has resumed nothing.
 */
class TlsRenewedTicketTest {
    private static final int HANDSHAKE = 22;
    private static final List<Integer> RENEWED = List.of(TlsMessage.SERVER_HELLO, TlsMessage.NEW_SESSION_TICKET);

    private static KeyStore keys;

    @BeforeAll
    static void makeKeys() throws Exception {
        keys = TestKeys.store(false);
    }

    @Test
    void aTicketThatIsRenewedIsResumedBy() throws Exception {
        EngineServer server = server();
        Server.Asked asked = server.ask(new TlsInquiry(Optional.empty()));

        assertThat(server.answers()).extracting(TlsRenewedTicketTest::inClear).contains(RENEWED);
        assertThat(asked.fact(TlsFacts.RESUMPTION_OFFERED).names("by")).contains("ticket");
        assertThat(asked.facts().of(TlsFacts.RESUMPTION)).contains(TlsFacts.RESUMPTION.complete("ticket"));
        assertThat(asked.questions()).contains("tls.resumption-ticket answered");
    }

    @Test
    void aTicketThatNobodyCanReadAnyMoreIsNot() throws Exception {
        Forgetful server = new Forgetful();
        Server.Asked asked = server.ask(new TlsInquiry(Optional.empty()));

        assertThat(server.answers)
                .extracting(TlsRenewedTicketTest::inClear)
                .isNotEmpty()
                .doesNotContain(RENEWED);
        assertThat(asked.fact(TlsFacts.RESUMPTION_OFFERED).names("by")).contains("ticket");
        assertThat(asked.fact(TlsFacts.RESUMPTION)).isEqualTo(TlsFacts.RESUMPTION.none());
        assertThat(asked.questions()).contains("tls.resumption-ticket answered");
    }

    /** Has other keys with every connection. */
    private static final class Forgetful implements Server {
        private final List<byte[]> answers = new ArrayList<>();

        @Override
        public Attempt.Status hold(Conversation conversation, List<Fact> stated) {
            try {
                EngineServer anew = server();
                Attempt.Status status = anew.hold(conversation, stated);
                answers.addAll(anew.answers());
                return status;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static EngineServer server() throws Exception {
        return new EngineServer(keys, 4096, TlsRenewedTicketTest::upTo12);
    }

    private static void upTo12(SSLEngine engine) {
        engine.setEnabledProtocols(new String[] {"TLSv1.2"});
    }

    /** The types of the handshake messages of its first records, as far as they are none that is encrypted. */
    private static List<Integer> inClear(byte[] answer) {
        List<Integer> types = new ArrayList<>();
        ByteBuffer records = ByteBuffer.wrap(answer);
        while (records.remaining() > 5 && records.get(records.position()) == HANDSHAKE) {
            int length = records.getShort(records.position() + 3) & 0xFFFF;
            ByteBuffer messages = records.slice(records.position() + 5, length);
            while (messages.hasRemaining()) {
                int type = messages.get();
                int size = messages.remaining() < 3
                        ? Integer.MAX_VALUE
                        : ((messages.getShort() & 0xFFFF) << 8) | (messages.get() & 0xFF);
                if (size > messages.remaining()) {
                    return types;
                }
                types.add(type);
                messages.position(messages.position() + size);
            }
            records.position(records.position() + 5 + length);
        }
        return types;
    }
}
