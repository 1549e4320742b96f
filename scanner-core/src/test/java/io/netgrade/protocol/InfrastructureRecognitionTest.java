// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.dns.DnsProtocol;
import io.netgrade.protocol.redis.RedisProtocol;
import io.netgrade.protocol.snmp.SnmpProtocol;
import io.netgrade.testing.HeldOpening;
import io.netgrade.testing.Transcript;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every flow of a capture is shown to every protocol, so that recognising may cost no allocation. */
class InfrastructureRecognitionTest {
    private static final int ROUNDS = 20_000;
    private static final byte[] WEB = "GET / HTTP/1.1\r\nHost: a.example\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private static final List<Protocol> PROTOCOLS = List.of(new SnmpProtocol(), new DnsProtocol(), new RedisProtocol());
    private static final List<HeldOpening> OPENINGS = List.of(
            HeldOpening.of(Transport.TCP, 80, WEB, new byte[0]),
            HeldOpening.of(Transport.UDP, 80, WEB, new byte[0]),
            Transcript.read(SnmpProtocol.class, "v1-get.txt").opening(),
            Transcript.read(SnmpProtocol.class, "v3-auth-priv.txt").opening(),
            Transcript.read(DnsProtocol.class, "recursion-udp.txt").opening(),
            Transcript.read(DnsProtocol.class, "answer-tcp.txt").opening(),
            Transcript.read(RedisProtocol.class, "info.txt").opening());

    @Test
    void allocatesNothing() {
        com.sun.management.ThreadMXBean thread = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        int recognised = recognise();

        long before = thread.getCurrentThreadAllocatedBytes();
        int again = recognise();
        long allocated = thread.getCurrentThreadAllocatedBytes() - before;

        assertThat(again).isEqualTo(recognised).isEqualTo(ROUNDS * 5);
        assertThat(allocated).isLessThan(ROUNDS);
    }

    private static int recognise() {
        int recognised = 0;
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < OPENINGS.size(); i++) {
                for (int j = 0; j < PROTOCOLS.size(); j++) {
                    recognised += PROTOCOLS.get(j).recognize(OPENINGS.get(i)) == Recognition.RESPONDER_SERVES ? 1 : 0;
                }
            }
        }
        return recognised;
    }
}
