// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Protocol;
import io.netgrade.testing.Asked;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZookeeperQuestionTest {
    private static final Protocol ZOOKEEPER = ZookeeperProtocol.protocol();

    @Test
    void seesThatAWordIsAnswered() {
        Asked asked = Asked.first(ZOOKEEPER).hears("Zookeeper version: 3.8.0-1, built on 2024-12-29 17:54 UTC\nMode");

        assertThat(asked.progress()).isEqualTo(Progress.DONE);
        assertThat(asked.sent()).isEqualTo("srvr");
        assertThat(asked.facts().all()).contains(ZookeeperFacts.FOUR_LETTER_WORDS.partial(List.of("srvr"), List.of()));
    }

    @Test
    void seesThatAWordIsRefused() {
        Asked asked = Asked.first(ZOOKEEPER).hears("srvr is not executed because it is not in the whitelist.\n");

        assertThat(asked.facts().all())
                .containsExactly(ZookeeperFacts.FOUR_LETTER_WORDS.partial(List.of(), List.of("srvr")));
    }

    @Test
    void aServerOfSomethingElseIsNone() {
        assertThat(Asked.first(ZOOKEEPER).hears("HTTP/1.1 400 Bad Request\r\n").progress())
                .isEqualTo(Progress.MALFORMED);
        assertThat(Asked.first(ZOOKEEPER).hears("\0\0\0\1").progress()).isEqualTo(Progress.MALFORMED);
    }
}
