// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Attempt;
import io.netgrade.protocol.Consent;
import io.netgrade.protocol.Inquiry;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Protocol;
import io.netgrade.testing.Asked;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class MqttQuestionTest {
    private static final Protocol MQTT = MqttProtocol.protocol();
    private static final Endpoint ENDPOINT = new Endpoint(InetAddress.getLoopbackAddress(), 1883, Transport.TCP);
    private static final Consent ANONYMOUS = new Consent(List.of(), false, true);

    @Test
    void withoutConsentNobodyIsLetIn() {
        Asked asked = Asked.first(MQTT).hears(" \2\0\1");

        assertThat(asked.progress()).isEqualTo(Progress.DONE);
        assertThat(asked.sent()).isEqualTo("\20\14\0\4MQTT\177\2\0\12\0\0");
        assertThat(asked.facts().all()).isEmpty();
        assertThat(questions(MQTT)).isEqualTo(1);
        assertThat(questions(MQTT.asking(ANONYMOUS))).isEqualTo(2);
    }

    @Test
    void seesWhetherAnybodyIsLetIn() {
        Asked open = anonymous().hears(" \2\0\0");
        Asked strict = anonymous().hears(" \2\0\5");

        assertThat(open.sent()).isEqualTo("\20\14\0\4MQTT\4\2\0\12\0\0" + "\u00e0\0");
        assertThat(open.facts().of(MqttFacts.ANONYMOUS)).containsExactly(MqttFacts.ANONYMOUS.complete(true));
        assertThat(strict.facts().of(MqttFacts.ANONYMOUS)).containsExactly(MqttFacts.ANONYMOUS.complete(false));
    }

    @Test
    void aBrokerThatIsNotThereForAnotherReasonLeavesItOpen() {
        assertThat(anonymous().hears(" \2\0\3").facts().of(MqttFacts.ANONYMOUS)).isEmpty();
    }

    @Test
    void aServerOfSomethingElseIsNone() {
        assertThat(Asked.first(MQTT).hears("HTTP/1.1 400\r\n").progress()).isEqualTo(Progress.MALFORMED);
        assertThat(Asked.first(MQTT).hears(" \2\7\0").progress()).isEqualTo(Progress.MALFORMED);
    }

    private static Asked anonymous() {
        return new Asked(MqttQuestion.anonymous(ENDPOINT));
    }

    private static int questions(Protocol protocol) {
        Inquiry inquiry = protocol.inquire(ENDPOINT, List.of()).orElseThrow();
        int count = 0;
        for (var next = inquiry.next(); next.isPresent(); next = inquiry.next()) {
            inquiry.ended(next.get(), Attempt.Status.ANSWERED, List.of());
            count++;
        }
        return count;
    }
}
