// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ajp;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Script;
import io.netgrade.wire.ByteView;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What a connector is asked: CPing, which it answers with CPong (AJPv13 extensions); and, as by a web server that knows no
 * secret, a GET of / (AJPv13 Forward Request), which a connector with {@code requiredSecret} answers by 403.
 */
final class AjpQuestion {
    private static final int ROOM = 256;
    private static final byte GET = 2;
    private static final short NONE = (short) 0xFFFF;
    private static final short HOST = (short) 0xA00B;
    private static final byte END = (byte) 0xFF;
    private static final byte[] PING = {0x12, 0x34, 0, 1, AjpMessage.PING};

    private AjpQuestion() {}

    static Conversation ping(Endpoint endpoint) {
        return Script.of(endpoint, AjpQuestion::reader)
                .says(PING, AjpQuestion::answer)
                .build();
    }

    static Conversation request(Endpoint endpoint) {
        return Script.of(endpoint, AjpQuestion::reader)
                .says(forward(endpoint), AjpQuestion::answer)
                .build();
    }

    /** Method, protocol, path, nobody's address and name, the server's name and port, no TLS; the Host; no attribute. */
    private static byte[] forward(Endpoint endpoint) {
        String host = Endpoint.text(endpoint.address());
        ByteBuffer body = ByteBuffer.allocate(ROOM);
        body.put((byte) AjpMessage.FORWARD_REQUEST).put(GET);
        text(body, "HTTP/1.1");
        text(body, "/");
        body.putShort(NONE).putShort(NONE);
        text(body, host);
        body.putShort((short) endpoint.port()).put((byte) 0);
        body.putShort((short) 1).putShort(HOST);
        text(body, host.indexOf(':') < 0 ? host : "[" + host + "]");
        body.put(END);
        return ByteBuffer.allocate(AjpMessage.HEADER + body.position())
                .putShort((short) AjpMessage.TO_CONTAINER)
                .putShort((short) body.position())
                .put(body.array(), 0, body.position())
                .array();
    }

    private static void text(ByteBuffer body, String text) {
        body.putShort((short) text.length())
                .put(text.getBytes(StandardCharsets.US_ASCII))
                .put((byte) 0);
    }

    static Dissector reader(Opening opening) {
        return new MessageDissector(Transport.TCP, new AjpReader());
    }

    private static long answer(ByteView unread) {
        return switch (AjpMessage.speaker(unread)) {
            case SERVER -> AjpMessage.length(unread, AjpMessage.FROM_CONTAINER);
            case UNFINISHED -> MessageGrammar.UNKNOWN;
            default -> MessageGrammar.BROKEN;
        };
    }
}
