// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.amqp;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Protocol;
import io.netgrade.testing.Asked;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class AmqpQuestionTest {
    private static final Protocol AMQP = AmqpProtocol.protocol();
    /** connection.start of 0-9-1: version, no properties, mechanisms, locales. */
    private static final String START = "\1\0\0\0\0\0\41" + "\0\12\0\12" + "\0\11" + "\0\0\0\0"
            + "\0\0\0\16PLAIN AMQPLAIN" + "\0\0\0\5en_US" + "\u00ce";

    @Test
    void seesTheMechanisms() {
        Asked asked = Asked.first(AMQP).hears(START);

        assertThat(asked.progress()).isEqualTo(Progress.DONE);
        assertThat(asked.sent()).isEqualTo("AMQP\0\0\11\1");
        assertThat(asked.facts().all())
                .containsExactly(AmqpFacts.MECHANISMS.complete(List.of("PLAIN", "AMQPLAIN"), "0-9"));
    }

    @Test
    void aBrokerOfAnotherVersionIsOneAllTheSame() {
        Asked asked = Asked.first(AMQP).hears("AMQP\0\1\0\0");

        assertThat(asked.progress()).isEqualTo(Progress.DONE);
        assertThat(asked.facts().all()).isEmpty();
    }

    @Test
    void seesTheMechanismsOfSasl() {
        Asked asked = modern().hears("AMQP\3\1\0\0")
                .hears("\0\0\0\26\2\1\0\0" + "\0S@" + "\u00c0\11\1" + "\u00a3\5PLAIN" + "\0");

        assertThat(asked.sent()).isEqualTo("AMQP\3\1\0\0");
        assertThat(asked.facts().all()).containsExactly(AmqpFacts.MECHANISMS.complete(List.of("PLAIN"), "1.0"));
    }

    @Test
    void aListOfMechanismsIsWholeWhereItHoldsAsManyAsItSays() {
        List<String> names = List.of("PLAIN", "ANONYMOUS");

        assertThat(modern().hears(mechanisms("\2")).facts().all())
                .containsExactly(AmqpFacts.MECHANISMS.complete(names, "1.0"));
        assertThat(modern().hears(mechanisms("\3")).facts().all())
                .containsExactly(AmqpFacts.MECHANISMS.partial(names, "1.0"));
    }

    /** @param count what the array says that it holds */
    private static String mechanisms(String count) {
        String array = "\u00e0\22" + count + "\u00a3\5PLAIN\11ANONYMOUS";
        return "AMQP\3\1\0\0" + "\0\0\0\42\2\1\0\0" + "\0S@" + "\u00c0\25\1" + array;
    }

    @Test
    void aServerOfSomethingElseIsNone() {
        assertThat(Asked.first(AMQP).hears("HTTP/1.1 400 Bad Request\r\n").progress())
                .isEqualTo(Progress.MALFORMED);
        assertThat(modern().hears("AMQP\3\1\0\0\177\177\177\177\2\1\0\0").progress())
                .isEqualTo(Progress.MALFORMED);
    }

    private static Asked modern() {
        Endpoint endpoint = new Endpoint(InetAddress.getLoopbackAddress(), 5672, Transport.TCP);
        return new Asked(AmqpQuestion.modern(endpoint));
    }
}
