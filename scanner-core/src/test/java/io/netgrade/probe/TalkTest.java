// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Attempt.Status;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Exchange;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;

/** The hand-overs and counts of one exchange, without a socket. */
class TalkTest {
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

    @Test
    void offersWhatWasLeftAgainInFrontOfWhatComesNext() {
        Talk talk = talk(new FakeProtocol.Greeting("ABC", true), 100);
        talk.open();
        for (byte each : FakeProtocol.ascii("ABC slowly\n")) {
            assertThat(talk.over()).isFalse();
            talk.receive(new byte[] {each});
        }

        assertThat(talk.status()).isEqualTo(Status.ANSWERED);
        assertThat(talk.stated())
                .singleElement()
                .satisfies(stated -> assertThat(stated.fact().text("line")).contains("ABC slowly"));
        assertThat(sent.toString(java.nio.charset.StandardCharsets.US_ASCII)).isEqualTo("ABC?\n");
    }

    @Test
    void isSilentAfterItsEnd() {
        Talk talk = talk(new FakeProtocol.Greeting("ABC", true), 100);
        talk.receive(FakeProtocol.ascii("ABC\n"));
        talk.receive(FakeProtocol.ascii("ABC again\n"));
        talk.send(new byte[5]);
        talk.end(Status.RESET, "late");

        assertThat(talk.status()).isEqualTo(Status.ANSWERED);
        assertThat(talk.stated()).hasSize(1);
        assertThat(talk.received()).isEqualTo(4);
        assertThat(sent.size()).isZero();
    }

    @Test
    void readsUpToTheBudgetAndNotAByteMore() {
        Talk exact = talk(new FakeProtocol.Greeting("ABC", true), 4);
        exact.receive(FakeProtocol.ascii("ABC\n"));
        Talk over = talk(new FakeProtocol.Greeting("ABC", true), 4);
        over.receive(FakeProtocol.ascii("ABCD\n"));

        assertThat(exact.status()).isEqualTo(Status.ANSWERED);
        assertThat(over.status()).isEqualTo(Status.BUDGET_SPENT);
        assertThat(over.received()).isEqualTo(4);
    }

    @Test
    void sendsUpToTheBudgetAndNotAByteMore() {
        Talk talk = talk(new FakeProtocol.Greeting("ABC", true), 8);
        talk.send(new byte[8]);
        talk.send(new byte[1]);

        assertThat(talk.status()).isEqualTo(Status.BUDGET_SPENT);
        assertThat(sent.size()).isEqualTo(8);
    }

    @Test
    void aConversationThatConsumesMoreThanThereIsIsAFault() {
        Talk talk = talk(
                (bytes, peer, sink) -> {
                    bytes.consume(bytes.unread().length() + 1);
                    return Progress.DONE;
                },
                100);
        talk.receive(new byte[3]);

        assertThat(talk.status()).isEqualTo(Status.FAULT);
    }

    @Test
    void aConversationWithoutEndIsAFaultAndNotOurs() {
        Talk talk = talk(new Endless(), 100);
        talk.receive(new byte[1]);

        assertThat(talk.status()).isEqualTo(Status.FAULT);
        assertThat(talk.detail()).startsWith("StackOverflowError");
    }

    @Test
    void aFactOfTheUpgradeIsNoAnswerOfTheProtocolAfterIt() {
        Conversation upgrade = (bytes, peer, sink) -> {
            sink.saw(FakeProtocol.GREETING.complete("upgrade"));
            return Progress.START_TLS;
        };
        Exchange exchange = Exchange.over(Transport.TCP, "tls.x", new FakeProtocol.Greeting("ABC", false))
                .after(upgrade);
        Talk talk = new Talk(exchange, 100, sent::writeBytes);
        talk.receive(new byte[1]);
        talk.end(Status.CLOSED_EARLY, "");

        assertThat(talk.spoke()).isFalse();
        assertThat(talk.status()).isEqualTo(Status.CLOSED_EARLY);
        assertThat(talk.stated())
                .singleElement()
                .satisfies(stated -> assertThat(stated.conversation()).isZero());
    }

    @Test
    void brokenGrammarAfterAFactIsStillAnAnswer() {
        Talk talk = talk(
                (bytes, peer, sink) -> {
                    sink.saw(FakeProtocol.GREETING.partial("first"));
                    return Progress.MALFORMED;
                },
                100);
        talk.receive(new byte[9]);

        assertThat(talk.status()).isEqualTo(Status.ANSWERED);
        assertThat(talk.detail()).isEqualTo("the answer broke the protocol's grammar after 9 bytes");
    }

    private Talk talk(Conversation conversation, int budget) {
        return new Talk(Exchange.over(Transport.TCP, "abc.x", conversation), budget, sent::writeBytes);
    }

    private static final class Endless implements Conversation {
        @Override
        public Progress received(Inbox bytes, Peer peer, ObservationSink sink) {
            return deeper(bytes, 0);
        }

        private Progress deeper(Inbox bytes, int depth) {
            return depth < 0 ? Progress.DONE : deeper(bytes, depth + 1);
        }
    }
}
