// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.dns;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.netgrade.endpoint.Transport;
import io.netgrade.testing.HeldOpening;
import io.netgrade.testing.Interview;
import io.netgrade.testing.Transcript;
import io.netgrade.wire.ByteView;

class DnsFuzzTest {
    private static final int MOST_FACTS = 7;

    @FuzzTest
    void takesAnyBytes(byte[] bytes) {
        DnsProtocol protocol = new DnsProtocol();
        for (Transport transport : Transport.values()) {
            assertThat(protocol.recognize(HeldOpening.of(transport, 53, bytes, bytes)))
                    .isNotNull();
            Transcript both = Transcript.of(transport, 53).client(bytes).server(bytes);
            assertThat(both.facts(protocol)).hasSizeLessThanOrEqualTo(MOST_FACTS);
        }
        for (int at = 0; at < bytes.length; at++) {
            assertThat(DnsName.text(ByteView.of(bytes), at).length()).isLessThan(512);
        }
        DnsQuestion question = new DnsQuestion(
                Transport.UDP,
                DnsQuery.version(),
                0x6E23,
                true,
                (answer, extended, sink) -> ServerVersion.state(answer, true, sink));
        assertThat(Interview.overDatagrams(question).hear(bytes)).isNotNull();
    }
}
