// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.zabbix;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Script;

/** What an agent is asked: agent.ping, a passive check (Zabbix manual, Passive and active agent checks), which it answers
 * with 1. An agent that does not list us among its servers closes the connection.
 */
final class ZabbixQuestion {
    private static final byte[] PING = "ZBXD\1\12\0\0\0\0\0\0\0agent.ping".getBytes(US_ASCII);

    private ZabbixQuestion() {}

    static Conversation ping(Endpoint endpoint) {
        return Script.of(endpoint, ZabbixQuestion::reader)
                .says(PING, ZabbixReader::size)
                .build();
    }

    static Dissector reader(Opening opening) {
        return new MessageDissector(Transport.TCP, new ZabbixReader());
    }
}
