// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.oracle;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Script;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;
import java.nio.ByteBuffer;

/** What a listener is asked: CONNECT with the command ping, as Oracle's own tnsping asks it. It names no service, so that
 * the listener connects to none, and answers that it refuses, with its version.
 */
final class OracleTnsQuestion {
    private static final int VERSION = 314;
    private static final int COMPATIBLE = 300;
    private static final int SESSION_DATA_UNIT = 2048;
    private static final int TRANSPORT_DATA_UNIT = 32_767;
    private static final int CHARACTERISTICS = 0x7F08;
    private static final int DATA_AT = 58;

    private OracleTnsQuestion() {}

    static Conversation ping(Endpoint endpoint) {
        return Script.of(endpoint, OracleTnsQuestion::reader)
                .says(connect(), OracleTnsQuestion::answer)
                // Reached where it answers RESEND alone, which wants the same once more.
                .says(connect(), OracleTnsQuestion::answer)
                .build();
    }

    static Dissector reader(Opening opening) {
        return new MessageDissector(Transport.TCP, new OracleTnsSession());
    }

    /** The fields that follow each other up to the connect data; what is left out is zero. */
    private static byte[] connect() {
        byte[] data = "(CONNECT_DATA=(COMMAND=ping))".getBytes(US_ASCII);
        return ByteBuffer.allocate(DATA_AT + data.length)
                .putShort((short) (DATA_AT + data.length))
                .put(4, (byte) TnsPacket.CONNECT)
                .putShort(8, (short) VERSION)
                .putShort(10, (short) COMPATIBLE)
                .putShort(14, (short) SESSION_DATA_UNIT)
                .putShort(16, (short) TRANSPORT_DATA_UNIT)
                .putShort(18, (short) CHARACTERISTICS)
                .putShort(22, (short) 1)
                .putShort(24, (short) data.length)
                .putShort(26, (short) DATA_AT)
                .put(DATA_AT, data)
                .array();
    }

    private static long answer(ByteView unread) {
        Speaker speaker = TnsPacket.speaker(unread);
        boolean may = speaker == Speaker.SERVER || speaker == Speaker.UNFINISHED;
        if (!may || unread.length() < TnsPacket.HEADER) {
            return may ? MessageGrammar.UNKNOWN : MessageGrammar.BROKEN;
        }
        return unread.u16(0);
    }
}
