// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Fact;
import io.netgrade.testing.Transcript;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisDissectorTest {
    private static final Fact SOFTWARE =
            CommonFacts.SOFTWARE.partial("Redis", "7.0.15", "cpe:2.3:a:redis:redis:7.0.15:*:*:*:*:*:*:*");
    private static final Fact OPEN = RedisFacts.AUTHENTICATION.complete(false);
    private static final Fact CLOSED = RedisFacts.AUTHENTICATION.complete(true);
    /** Stated of the client's word, and again once the server has spoken. */
    private static final Fact LOGIN = RedisFacts.LOGIN_IN_CLEAR.partial("plaintext-password");

    private static final Fact SERVICE = RedisFacts.SERVICE.partial("standalone", "master");

    private final RedisProtocol protocol = new RedisProtocol();

    @Test
    void statesThatAnAnsweredCommandNeededNoLogin() {
        assertThat(facts("ping.txt")).containsExactly(OPEN);
    }

    @Test
    void statesThatALoginIsWanted() {
        assertThat(facts("no-login.txt")).containsExactly(CLOSED);
    }

    @Test
    void readsVersionModeAndRoleOutOfInfo() {
        assertThat(facts("info.txt")).containsExactly(OPEN, SOFTWARE, SERVICE);
    }

    @Test
    void readsVersionModeAndRoleOutOfHello() {
        assertThat(facts("hello.txt")).containsExactly(SOFTWARE, SERVICE, OPEN);
    }

    @Test
    void concludesNothingAfterALogin() {
        assertThat(facts("login.txt"))
                .containsExactly(LOGIN, LOGIN, SOFTWARE, RedisFacts.SERVICE.partial("standalone", null));
    }

    @Test
    void concludesNothingOfAConnectionSeenFromTheMiddle() {
        Transcript ping = Transcript.read(getClass(), "ping.txt");

        assertThat(ping.facts(protocol.dissect(ping.opening().late()))).isEmpty();
    }

    @Test
    void seesAWantedLoginEvenFromTheMiddle() {
        Transcript refused = Transcript.read(getClass(), "no-login.txt");

        assertThat(refused.facts(protocol.dissect(refused.opening().late())))
                .containsExactly(RedisFacts.AUTHENTICATION.partial(true));
    }

    @Test
    void passesOverCommandsThatAreRefusedBeforeTheLoginIsLookedAt() {
        Transcript talk = talk().client("FOO bar\r\nGET a\r\n")
                .server("-ERR unknown command 'FOO', with args beginning with: 'bar' \r\n")
                .server("-NOAUTH Authentication required.\r\n");

        assertThat(talk.facts(protocol)).containsExactly(CLOSED);
    }

    @Test
    void takesALoginThatFailedForNoLogin() {
        Transcript talk = talk().client("AUTH hunter2\r\nGET a\r\n")
                .server("-ERR AUTH <password> called without any password configured for the default user.\r\n$-1\r\n");

        assertThat(talk.facts(protocol)).containsExactly(LOGIN, LOGIN, OPEN);
    }

    @Test
    void knowsALoginInsideHello() {
        Transcript talk = talk().client("*5\r\n$5\r\nHELLO\r\n$1\r\n3\r\n$4\r\nAUTH\r\n$3\r\nbob\r\n$7\r\nhunter2\r\n")
                .server("%1\r\n$5\r\nproto\r\n:3\r\n")
                .client("GET a\r\n")
                .server("$1\r\nx\r\n");

        assertThat(talk.facts(protocol)).containsExactly(LOGIN, LOGIN);
    }

    @Test
    void statesProtectedModeAndNothingOfTheLogin() {
        Transcript talk = talk().client("PING\r\n").server("-DENIED Redis is running in protected mode because\r\n");

        assertThat(talk.facts(protocol)).containsExactly(RedisFacts.SERVICE.partial("protected", null));
    }

    @Test
    void endsWhereAnswersNoLongerFollowCommands() {
        Transcript talk = talk().client("AUTH hunter2\r\nSUBSCRIBE news\r\nGET a\r\n")
                .server("+OK\r\n*3\r\n$9\r\nsubscribe\r\n$4\r\nnews\r\n:1\r\n")
                .server("-NOAUTH Authentication required.\r\n");

        assertThat(talk.facts(protocol)).containsExactly(LOGIN, LOGIN);
    }

    @Test
    void passesOverLongValues() {
        String value = "# Server\r\nredis_version:6.6.6\r\n".repeat(1000);
        Transcript talk = talk().client("GET a\r\nINFO\r\n")
                .server("$" + value.length() + "\r\n" + value + "\r\n")
                .server("$27\r\n# S\r\nredis_version:7.0.15\r\n\r\n");

        assertThat(talk.facts(protocol)).containsExactly(OPEN, SOFTWARE);
    }

    @Test
    void namesValkeyByItsOwnVersion() {
        String info = "redis_version:7.2.4\r\nserver_name:valkey\r\nvalkey_version:8.0.1\r\n";
        Transcript talk = talk().client("INFO\r\n").server("$" + info.length() + "\r\n" + info + "\r\n");

        assertThat(talk.facts(protocol))
                .contains(CommonFacts.SOFTWARE.partial(
                        "Valkey", "8.0.1", "cpe:2.3:a:lfprojects:valkey:8.0.1:*:*:*:*:*:*:*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ping.txt", "no-login.txt", "info.txt", "hello.txt", "login.txt"})
    void readsAStreamOctetByOctet(String recorded) {
        Transcript whole = Transcript.read(getClass(), recorded);

        assertThat(whole.inSingleOctets().facts(protocol.dissect(whole.opening())))
                .isEqualTo(whole.facts(protocol));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ping.txt", "no-login.txt", "hello.txt", "login.txt"})
    void saysNoMoreOfABeginningThanOfTheWhole(String recorded) {
        Transcript whole = Transcript.read(getClass(), recorded);
        List<Fact> facts = whole.facts(protocol);

        for (Transcript beginning : whole.beginnings()) {
            List<Fact> fewer = beginning.facts(protocol.dissect(whole.opening()));
            assertThat(facts.subList(0, fewer.size())).isEqualTo(fewer);
        }
    }

    @Test
    void neverStatesAPassword() {
        assertThat(facts("login.txt").toString()).doesNotContain("hunter2");
    }

    private static Transcript talk() {
        return Transcript.of(Transport.TCP, 6379);
    }

    private List<Fact> facts(String recorded) {
        return Transcript.read(getClass(), recorded).facts(protocol);
    }
}
