// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.redis;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.netgrade.endpoint.Transport;
import io.netgrade.testing.HeldOpening;
import io.netgrade.testing.Interview;
import io.netgrade.testing.Transcript;

class RedisFuzzTest {

    @FuzzTest
    void takesAnyBytes(byte[] bytes) {
        RedisProtocol protocol = new RedisProtocol();
        for (Transport transport : Transport.values()) {
            assertThat(protocol.recognize(HeldOpening.of(transport, 6379, bytes, bytes)))
                    .isNotNull();
        }
        Transcript both = Transcript.of(Transport.TCP, 6379).client(bytes).server(bytes);
        Transcript infos =
                Transcript.of(Transport.TCP, 6379).client("INFO\r\n".repeat(8)).server(bytes);

        assertThat(both.facts(protocol).size()).isLessThanOrEqualTo(3 + bytes.length);
        assertThat(infos.facts(protocol).size()).isLessThanOrEqualTo(3 + bytes.length);
        assertThat(Interview.overStream(new RedisConversation()).hear(bytes)).isNotNull();
    }
}
