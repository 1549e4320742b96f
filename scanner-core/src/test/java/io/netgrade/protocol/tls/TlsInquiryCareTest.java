// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.Attempt;
import io.netgrade.fact.Fact;
import io.netgrade.protocol.Conversation;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an inquiry makes of silence, of closed connections and of servers that turn it away. */
class TlsInquiryCareTest {
    private static EngineServer jdk;

    /** Answers like the JDK, unless the rule says otherwise for the number of the connection and the bytes sent. */
    private static final class Moody implements Server {
        private final BiFunction<Integer, byte[], Optional<Attempt.Status>> rule;
        private int connections;

        Moody(BiFunction<Integer, byte[], Optional<Attempt.Status>> rule) {
            this.rule = rule;
        }

        @Override
        public Attempt.Status hold(Conversation conversation, List<Fact> stated) {
            ByteArrayOutputStream sent = new ByteArrayOutputStream();
            conversation.opened(sent::writeBytes);
            connections++;
            Optional<Attempt.Status> mood = rule.apply(connections, sent.toByteArray());
            if (mood.isPresent()) {
                return mood.get();
            }
            conversation.received(Fed.of(jdk.flight(sent.toByteArray())), bytes -> {}, new Fed.Facts());
            return Attempt.Status.ANSWERED;
        }
    }

    @BeforeAll
    static void makeServer() throws Exception {
        jdk = new EngineServer(TestKeys.store(false), 4096, engine -> {
            engine.setEnabledProtocols(new String[] {"TLSv1.2"});
            engine.setEnabledCipherSuites(
                    new String[] {"TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA"});
        });
    }

    @Test
    void takesAClosedConnectionForARefusalWhileTheServerStillAnswers() {
        Server.Asked asked =
                ask((connection, sent) -> refuses(sent) ? Optional.of(Attempt.Status.RESET) : Optional.empty());

        assertThat(asked.facts().all).isNotEmpty().allMatch(Fact::complete);
        assertThat(asked.fact(TlsFacts.VERSIONS_ACCEPTED).names("versions")).containsExactly("TLSv1.2");
        assertThat(asked.questions()).endsWith("tls.still-there answered");
    }

    @Test
    void statesNothingCompleteWhenItIsTurnedAwayInTheEnd() {
        Server.Asked asked =
                ask((connection, sent) -> connection > 3 ? Optional.of(Attempt.Status.CLOSED_EARLY) : Optional.empty());

        assertThat(asked.facts().all).isNotEmpty().noneMatch(Fact::complete);
        assertThat(asked.fact(TlsFacts.VERSIONS_ACCEPTED).names("versions")).containsExactly("TLSv1.2");
    }

    @Test
    void leavesTheVersionsOpenWhenOneWasNotAnswered() {
        Server.Asked asked =
                ask((connection, sent) -> connection == 1 ? Optional.of(Attempt.Status.TIMED_OUT) : Optional.empty());

        assertThat(asked.fact(TlsFacts.VERSIONS_ACCEPTED).complete()).isFalse();
        assertThat(asked.suites("TLSv1.2").complete()).isTrue();
        assertThat(asked.suites("TLSv1.2").names("suites")).hasSize(2);
    }

    @Test
    void whatIsLostOnTheWayIsAskedOnceMore() {
        Server.Asked whole = ask((connection, sent) -> Optional.empty());
        Server.Asked asked =
                ask((connection, sent) -> connection == 4 ? Optional.of(Attempt.Status.TIMED_OUT) : Optional.empty());

        assertThat(asked.questions()).hasSize(whole.questions().size() + 1);
        assertThat(asked.facts().all).isEqualTo(whole.facts().all);
    }

    @Test
    void noMoreThanTwoAreAskedOnceMore() {
        Server.Asked whole = ask((connection, sent) -> Optional.empty());
        Server.Asked asked = ask((connection, sent) -> connection == 4 || connection == 6 || connection == 8
                ? Optional.of(Attempt.Status.TIMED_OUT)
                : Optional.empty());

        assertThat(asked.questions().stream().filter(question -> question.endsWith(" timed-out")))
                .hasSize(3);
        assertThat(asked.facts().all).isNotEqualTo(whole.facts().all);
    }

    @Test
    void stopsAtOnceWhenTheRunnerSaysSo() {
        Server.Asked asked =
                ask((connection, sent) -> connection == 4 ? Optional.of(Attempt.Status.BANNED) : Optional.empty());

        assertThat(asked.questions()).hasSize(4);
        assertThat(asked.facts().all).isNotEmpty().noneMatch(Fact::complete);
    }

    @Test
    void saysNothingOfWhatIsNotTls() {
        Server.Asked foreign = ask((connection, sent) -> Optional.of(Attempt.Status.NOT_THIS_PROTOCOL));
        Server.Asked silent = ask((connection, sent) -> Optional.of(Attempt.Status.TIMED_OUT));
        Server.Asked closing = ask((connection, sent) -> Optional.of(Attempt.Status.CLOSED_EARLY));

        assertThat(foreign.facts().all).isEmpty();
        assertThat(foreign.questions()).hasSize(2);
        assertThat(silent.facts().all).isEmpty();
        assertThat(silent.questions()).hasSize(2);
        assertThat(closing.facts().all).isEmpty();
        assertThat(closing.questions()).hasSizeLessThan(30);
    }

    @Test
    void asksInPortionsWhereTheServerChokesOnALongHello() {
        Server.Asked asked = ask(
                (connection, sent) -> sent.length > 512 ? Optional.of(Attempt.Status.CLOSED_EARLY) : Optional.empty());

        assertThat(asked.suites("TLSv1.2").names("suites"))
                .containsExactlyInAnyOrder(
                        "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA");
    }

    private static boolean refuses(byte[] sent) {
        byte[] flight = jdk.flight(sent);
        return flight.length == 0 || flight[0] == TlsRecord.ALERT;
    }

    private static Server.Asked ask(BiFunction<Integer, byte[], Optional<Attempt.Status>> rule) {
        return new Moody(rule).ask(new TlsInquiry(Optional.empty()));
    }
}
