// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.netgrade.endpoint.Transport;
import io.netgrade.testing.HeldOpening;
import io.netgrade.testing.Interview;
import io.netgrade.testing.Transcript;

class SnmpFuzzTest {

    @FuzzTest
    void takesAnyBytes(byte[] bytes) {
        SnmpProtocol protocol = new SnmpProtocol();
        for (Transport transport : Transport.values()) {
            HeldOpening opening = HeldOpening.of(transport, 161, bytes, bytes);
            assertThat(protocol.recognize(opening)).isNotNull();
            Transcript both = Transcript.of(transport, 161).client(bytes).server(bytes);
            assertThat(both.facts(protocol).size()).isLessThanOrEqualTo(2 + bytes.length);
        }
        Interview interview = Interview.overDatagrams(SnmpQuestion.discovery(Transport.UDP, 1));
        assertThat(interview.hear(bytes)).isNotNull();
    }
}
