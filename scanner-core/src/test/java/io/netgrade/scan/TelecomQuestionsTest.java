// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Protocol;
import io.netgrade.testing.Interview;
import io.netgrade.testing.Questioning;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every question of the telecom protocols has in common, whatever it is answered. */
class TelecomQuestionsTest {
    private static final int TRIES = 200;
    private static final int LONGEST = 600;
    /** RFC 9000 §14.1 has more than any of these questions need. */
    private static final int LONGEST_QUESTION = 1200;

    static Stream<Arguments> questions() {
        List<Arguments> all = new ArrayList<>();
        for (Protocol protocol : asked()) {
            for (Transport transport : new Transport[] {Transport.UDP, Transport.TCP}) {
                Endpoint endpoint = Questioning.endpoint(transport, 9);
                if (protocol.inquire(endpoint, List.of()).isPresent()) {
                    Questioning.all(protocol, endpoint)
                            .forEach(one -> all.add(Arguments.of(protocol.id(), one.question(), endpoint)));
                }
            }
        }
        return all.stream();
    }

    /** Of the infrastructure, those whose server speaks first, or may say anything: {@link QuestionsHoldTest} has them. */
    private static final Set<String> OTHERS =
            Set.of("chargen", "daytime", "discard", "dns", "echo", "finger", "nntp", "qotd", "time", "zabbix");

    private static List<Protocol> asked() {
        return Stream.of(
                        CallProtocols.ALL,
                        MobileProtocols.ALL,
                        RoutingProtocols.ALL,
                        TunnelProtocols.ALL,
                        InfrastructureProtocols.ALL)
                .flatMap(List::stream)
                .filter(protocol -> !protocol.sends().isEmpty() && !OTHERS.contains(protocol.id()))
                .toList();
    }

    @ParameterizedTest(name = "{1} over {2}")
    @MethodSource("questions")
    void survivesWhateverItHears(String protocol, String question, Endpoint endpoint) {
        Random random = new Random(7);
        for (int i = 0; i < TRIES; i++) {
            Interview interview = ask(protocol, question, endpoint);
            byte[] hostile = new byte[random.nextInt(1, LONGEST)];
            random.nextBytes(hostile);
            if (i % 2 == 0) {
                byte[] own = interview.lastSent();
                System.arraycopy(own, 0, hostile, 0, Math.min(own.length, hostile.length));
                hostile[random.nextInt(hostile.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Progress progress = interview.hear(hostile);
            if (progress == Progress.CONTINUE) {
                interview.end();
            }
            assertThat(interview.sent()).hasSizeLessThan(5);
        }
    }

    @ParameterizedTest(name = "{1} over {2}")
    @MethodSource("questions")
    void takesNoOtherProtocolForItsOwn(String protocol, String question, Endpoint endpoint) {
        for (String other : new String[] {
            "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n",
            "SSH-2.0-OpenSSH_9.2\r\n",
            "220 mail.example ESMTP\r\n",
            "-ERR unknown command\r\n",
            "\u0015\u0003\u0003\u0000\u0002\u0002(",
            "\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000"
        }) {
            Interview interview = ask(protocol, question, endpoint);

            assertThat(interview.hear(other)).as(other).isNotEqualTo(Progress.DONE);
            assertThat(interview.end()).as(other).isFalse();
            assertThat(interview.facts()).as(other).isEmpty();
        }
    }

    @ParameterizedTest(name = "{1} over {2}")
    @MethodSource("questions")
    void asksInFewOctetsAndBearsItsProtocolsName(String protocol, String question, Endpoint endpoint) {
        Interview interview = ask(protocol, question, endpoint);

        assertThat(question).startsWith(protocol + ".");
        assertThat(interview.sent()).hasSizeLessThan(3).allMatch(message -> message.length <= LONGEST_QUESTION);
        assertThat(interview.facts()).isEmpty();
    }

    private static Interview ask(String protocol, String question, Endpoint endpoint) {
        return Questioning.of(ProtocolCatalog.byId(protocol).orElseThrow(), endpoint, question);
    }
}
