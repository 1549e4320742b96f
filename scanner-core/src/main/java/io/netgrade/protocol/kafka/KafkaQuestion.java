// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.kafka;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Script;
import io.netgrade.wire.ByteView;
import java.nio.ByteBuffer;

/** What a broker is asked (kafka.apache.org/protocol): ApiVersions, which it answers to everybody, then Metadata of no
 * topic, which it answers to who need not log in; and on a connection of its own SaslHandshake, which tells the mechanisms
 * of a broker that wants a log-in. No credentials follow.
 */
final class KafkaQuestion {
    private static final int METADATA = 3;
    private static final String CLIENT = "netgrade";
    private static final int LONGEST = 1 << 20;

    private KafkaQuestion() {}

    static Conversation metadata(Endpoint endpoint) {
        return Script.of(endpoint, KafkaQuestion::reader)
                .says(request(KafkaRequest.API_VERSIONS, 0, 1, ""), unread -> answer(unread, 1))
                .says(request(METADATA, 1, 2, "\0\0\0\0"), unread -> answer(unread, 2))
                .build();
    }

    static Conversation mechanisms(Endpoint endpoint) {
        return Script.of(endpoint, KafkaQuestion::reader)
                .says(request(KafkaRequest.SASL_HANDSHAKE, 1, 1, "\0\5PLAIN"), unread -> answer(unread, 1))
                .build();
    }

    static Dissector reader(Opening opening) {
        return new MessageDissector(opening.transport(), new KafkaReader(opening.initiatorKnown()));
    }

    /** The length, and the number of the request. */
    private static long answer(ByteView unread, int number) {
        long length = KafkaRequest.length(unread);
        boolean other = unread.length() >= 8 && unread.u32(4) != number;
        return length < 0 || length > LONGEST || other
                ? MessageGrammar.BROKEN
                : unread.length() < 8 ? MessageGrammar.UNKNOWN : length;
    }

    private static byte[] request(int key, int version, int number, String body) {
        int length = KafkaRequest.HEADER + CLIENT.length() + body.length();
        return ByteBuffer.allocate(length)
                .putInt(length - 4)
                .putShort((short) key)
                .putShort((short) version)
                .putInt(number)
                .putShort((short) CLIENT.length())
                .put((CLIENT + body).getBytes(US_ASCII))
                .array();
    }
}
