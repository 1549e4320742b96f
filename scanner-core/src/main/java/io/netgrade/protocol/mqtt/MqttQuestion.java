// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.mqtt;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Script;
import io.netgrade.wire.ByteView;

/** What a broker is asked: to refuse a CONNECT of a version that does not exist, which lets nobody in whatever the broker
 * is set to (MQTT 3.1.1 3.1.2.2: the answer is 1, unacceptable protocol version). Where the operator permits it, to let in
 * a client without name and password too, which then leaves by DISCONNECT.
 */
final class MqttQuestion {
    /** Protocol name, level, flags (clean session), ten seconds, and no client identifier. */
    private static final byte[] NO_VERSION = {0x10, 12, 0, 4, 'M', 'Q', 'T', 'T', 0x7F, 2, 0, 10, 0, 0};

    private static final byte[] ANONYMOUS = {0x10, 12, 0, 4, 'M', 'Q', 'T', 'T', 4, 2, 0, 10, 0, 0};
    private static final byte[] DISCONNECT = {(byte) 0xE0, 0};
    private static final int LONGEST = 512;

    private MqttQuestion() {}

    static Conversation version(Endpoint endpoint) {
        return Script.of(endpoint, MqttQuestion::reader)
                .says(NO_VERSION, MqttQuestion::answer)
                .build();
    }

    static Conversation anonymous(Endpoint endpoint) {
        return Script.of(endpoint, MqttQuestion::reader)
                .says(ANONYMOUS, MqttQuestion::answer)
                .parts(DISCONNECT)
                .build();
    }

    static Dissector reader(Opening opening) {
        return new MessageDissector(opening.transport(), new MqttReader());
    }

    /** CONNACK, which says two octets at least. */
    private static long answer(ByteView unread) {
        boolean may = unread.u8(0) == MqttPacket.ANSWER
                && (unread.length() < 2 || unread.u8(1) >= 2)
                && (unread.length() < 3 || unread.u8(2) <= 1);
        long length = may ? MqttPacket.length(unread) : MessageGrammar.BROKEN;
        return length <= LONGEST ? length : MessageGrammar.BROKEN;
    }
}
