// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.protocol.Exchange;
import io.netgrade.protocol.Progress;
import io.netgrade.testing.Interview;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RedisConversationTest {
    private static final String SERVER = bulk("# Server\r\nredis_version:7.0.15\r\nredis_mode:standalone\r\n");
    private static final String REPLICATION = bulk("# Replication\r\nrole:slave\r\nmaster_host:192.0.2.1\r\n");

    private final Interview interview = Interview.overStream(new RedisConversation());

    @Test
    void asksAnOpenServerForItsVersionAndLeaves() {
        assertThat(sent()).isEqualTo("*1\r\n$4\r\nPING\r\n");
        assertThat(interview.hear("+PONG\r\n")).isEqualTo(Progress.CONTINUE);
        assertThat(sent()).isEqualTo("*2\r\n$4\r\nINFO\r\n$6\r\nserver\r\n");
        assertThat(interview.hear(SERVER)).isEqualTo(Progress.CONTINUE);
        assertThat(sent()).contains("replication");
        assertThat(interview.hear(REPLICATION)).isEqualTo(Progress.DONE);

        assertThat(sent()).isEqualTo("*1\r\n$4\r\nQUIT\r\n");
        assertThat(interview.facts())
                .containsExactly(
                        RedisFacts.AUTHENTICATION.complete(false),
                        CommonFacts.SOFTWARE.complete("Redis", "7.0.15", "cpe:2.3:a:redis:redis:7.0.15:*:*:*:*:*:*:*"),
                        RedisFacts.SERVICE.complete("standalone", "slave"));
    }

    @Test
    void hearsTheSameOctetByOctet() {
        for (byte octet : ("+PONG\r\n" + SERVER + REPLICATION).getBytes(StandardCharsets.US_ASCII)) {
            interview.hear(octet);
        }
        assertThat(interview.facts()).hasSize(3).contains(RedisFacts.SERVICE.complete("standalone", "slave"));
    }

    @Test
    void leavesWhereALoginIsWanted() {
        assertThat(interview.hear("-NOAUTH Authentication required.\r\n")).isEqualTo(Progress.DONE);
        assertThat(sent()).contains("QUIT");
        assertThat(interview.facts()).containsExactly(RedisFacts.AUTHENTICATION.complete(true));
    }

    @Test
    void statesNothingOfTheLoginInProtectedMode() {
        assertThat(interview.hear("-DENIED Redis is running in protected mode because no password is set\r\n"))
                .isEqualTo(Progress.DONE);
        assertThat(interview.facts()).containsExactly(RedisFacts.SERVICE.partial("protected", null));
    }

    @Test
    void statesWhatItKnowsWhereTheServerFallsSilent() {
        interview.hear("+PONG\r\n");
        interview.hear(SERVER);

        assertThat(interview.end()).isTrue();
        assertThat(interview.facts())
                .contains(RedisFacts.AUTHENTICATION.complete(false), RedisFacts.SERVICE.partial("standalone", null));
    }

    @Test
    void hasNoAnswerFromASilentServer() {
        assertThat(interview.end()).isFalse();
        assertThat(interview.facts()).isEmpty();
    }

    @Test
    void takesNoOtherGreetingForAnAnswer() {
        for (String greeting :
                List.of("+OK POP3 ready\r\n", "220 ftp ready\r\n", "* OK IMAP\r\n", "HTTP/1.1 400\r\n")) {
            Interview other = Interview.overStream(new RedisConversation());
            assertThat(other.hear(greeting)).as(greeting).isEqualTo(Progress.MALFORMED);
            assertThat(other.facts()).isEmpty();
        }
    }

    @Test
    void goesInsideTlsWhereRedisIsThere() {
        Endpoint endpoint = new Endpoint(InetAddress.getLoopbackAddress(), 6379, Transport.TCP);
        Exchange exchange = new RedisProtocol()
                .inquire(endpoint, List.of("tls"))
                .orElseThrow()
                .next()
                .orElseThrow();

        assertThat(exchange.throughTls()).isTrue();
    }

    private String sent() {
        return new String(interview.lastSent(), StandardCharsets.US_ASCII);
    }

    private static String bulk(String text) {
        return "$" + text.length() + "\r\n" + text + "\r\n";
    }
}
