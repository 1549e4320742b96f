// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Protocol;
import io.netgrade.testing.Asked;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class KafkaQuestionTest {
    private static final Protocol KAFKA = KafkaProtocol.protocol();
    private static final String VERSIONS = "\0\0\0\20" + "\0\0\0\1" + "\0\0" + "\0\0\0\1" + "\0\22\0\0\0\3";

    @Test
    void seesThatRequestsAreAnsweredWithoutALogIn() {
        Asked asked = Asked.first(KAFKA)
                .hears(VERSIONS)
                .hears("\0\0\0\24" + "\0\0\0\2" + "\0\0\0\0" + "\0\0\0\1" + "\0\0\0\0" + "\0\0\0\0");

        assertThat(asked.progress()).isEqualTo(Progress.DONE);
        assertThat(asked.sent())
                .isEqualTo(
                        "\0\0\0\22\0\22\0\0\0\0\0\1\0\10netgrade" + "\0\0\0\26\0\3\0\1\0\0\0\2\0\10netgrade\0\0\0\0");
        assertThat(asked.facts().of(KafkaFacts.AUTHENTICATION))
                .containsExactly(KafkaFacts.AUTHENTICATION.complete(false));
    }

    @Test
    void whatIsAnsweredToEverybodyShowsNothing() {
        Asked asked = Asked.first(KAFKA).hears(VERSIONS).ends();

        assertThat(asked.answered()).isTrue();
        assertThat(asked.facts().of(KafkaFacts.AUTHENTICATION)).isEmpty();
    }

    @Test
    void aHandshakeThatIsTakenUpShowsThatALogInIsWanted() {
        Asked accepted = mechanisms().hears(handshake(0, "PLAIN"));
        Asked otherMechanism = mechanisms().hears(handshake(33, "SCRAM-SHA-512"));

        assertThat(accepted.sent()).isEqualTo("\0\0\0\31\0\21\0\1\0\0\0\1\0\10netgrade\0\5PLAIN");
        assertThat(accepted.facts().all())
                .contains(KafkaFacts.AUTHENTICATION.complete(true), KafkaFacts.MECHANISMS.complete(List.of("PLAIN")));
        assertThat(otherMechanism.facts().all())
                .contains(
                        KafkaFacts.AUTHENTICATION.complete(true),
                        KafkaFacts.MECHANISMS.complete(List.of("SCRAM-SHA-512")));
    }

    @Test
    void aListenerWithoutSaslShowsNothingByAHandshake() {
        Asked asked = mechanisms().hears("\0\0\0\12" + "\0\0\0\1" + "\0\42" + "\0\0\0\0");

        assertThat(asked.progress()).isEqualTo(Progress.DONE);
        assertThat(asked.facts().of(KafkaFacts.AUTHENTICATION)).isEmpty();
    }

    @Test
    void anAnswerToAnotherRequestIsNone() {
        assertThat(Asked.first(KAFKA).hears("\0\0\0\20\0\0\0\7").progress()).isEqualTo(Progress.MALFORMED);
        assertThat(Asked.first(KAFKA).hears("HTTP/1.1 400\r\n").progress()).isEqualTo(Progress.MALFORMED);
    }

    private static Asked mechanisms() {
        Endpoint endpoint = new Endpoint(InetAddress.getLoopbackAddress(), 9092, Transport.TCP);
        return new Asked(KafkaQuestion.mechanisms(endpoint));
    }

    private static String handshake(int error, String mechanism) {
        int length = 4 + 2 + 4 + 2 + mechanism.length();
        return "\0\0\0" + (char) length + "\0\0\0\1" + "\0" + (char) error + "\0\0\0\1" + "\0"
                + (char) mechanism.length() + mechanism;
    }
}
