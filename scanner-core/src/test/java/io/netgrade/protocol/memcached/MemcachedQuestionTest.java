// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.memcached;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.protocol.Progress;
import io.netgrade.testing.Interview;
import io.netgrade.testing.Questions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked over TCP, and by whose words memcached is told from others that answer any line. */
class MemcachedQuestionTest {

    @ParameterizedTest
    @ValueSource(strings = {"VERSION 1.6.18\r\n", "ERROR\r\n", "CLIENT_ERROR unauthenticated\r\n"})
    void itIsKnownByItsOwnWords(String answer) {
        Interview talk = Questions.overTcp(MemcachedProtocol.protocol(), "memcached.version");

        assertThat(talk.hear(answer)).isNotEqualTo(Progress.MALFORMED);
        assertThat(talk.facts()).anyMatch(fact -> fact.is(MemcachedFacts.SERVICE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "finger: version: no such user.\r\n",
                "No match for \"VERSION\".\r\n",
                "ERROR no such command\r\n",
                "unknown command\n"
            })
    void othersThatAnswerAnyLineAreNone(String answer) {
        Interview talk = Questions.overTcp(MemcachedProtocol.protocol(), "memcached.version");

        assertThat(talk.hear(answer)).isEqualTo(Progress.MALFORMED);
        assertThat(talk.facts()).isEmpty();
    }
}
