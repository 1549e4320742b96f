// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.zabbix;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Protocol;
import io.netgrade.testing.Asked;
import org.junit.jupiter.api.Test;

class ZabbixQuestionTest {
    private static final Protocol ZABBIX = ZabbixProtocol.protocol();

    @Test
    void seesThatAnAgentAnswers() {
        Asked asked = Asked.first(ZABBIX).hears("ZBXD\1\1\0\0\0\0\0\0\0001");

        assertThat(asked.progress()).isEqualTo(Progress.DONE);
        assertThat(asked.sent()).isEqualTo("ZBXD\1\12\0\0\0\0\0\0\0agent.ping");
        assertThat(asked.facts().all()).containsExactly(ZabbixProtocol.REQUEST.partial("item-key", true));
    }

    @Test
    void anAgentThatClosesHasNotAnswered() {
        assertThat(Asked.first(ZABBIX).ends().answered()).isFalse();
    }

    @Test
    void aServerOfSomethingElseIsNone() {
        assertThat(Asked.first(ZABBIX).hears("HTTP/1.1 400\r\n").progress()).isEqualTo(Progress.MALFORMED);
    }
}
