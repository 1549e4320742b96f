// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.mongodb;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Script;
import io.netgrade.wire.ByteView;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What a server is asked: hello, by its name and in the message that every version takes (OP_QUERY isMaster); buildInfo,
 * for its version; and one command that only who is logged in may give, where log-ins are wanted: listDatabases, with a
 * filter that lets none through, so that no name of a database is ever told.
 */
final class MongodbQuestion {
    private static final int ROOM = 512;

    private MongodbQuestion() {}

    static Conversation authentication(Endpoint endpoint) {
        return Script.of(endpoint, MongodbQuestion::reader)
                .says(query(document(number("isMaster"))), MongodbQuestion::message)
                .says(message(2, document(number("buildInfo"), text("$db", "admin"))), MongodbQuestion::message)
                .says(
                        message(
                                3,
                                document(
                                        number("listDatabases"),
                                        element(0x08, "nameOnly", new byte[] {1}),
                                        element(0x03, "filter", document(text("name", ""))),
                                        text("$db", "admin"))),
                        MongodbQuestion::message)
                .build();
    }

    static Dissector reader(Opening opening) {
        return new MessageDissector(Transport.TCP, new MongodbSession(opening.initiatorKnown()));
    }

    private static long message(ByteView unread) {
        return switch (MongodbMessage.speaker(unread)) {
            case SERVER -> MongodbMessage.length(unread);
            case UNFINISHED -> MessageGrammar.UNKNOWN;
            default -> MessageGrammar.BROKEN;
        };
    }

    /** Flags, the collection that commands go to, nothing skipped, and one answer. */
    private static byte[] query(byte[] document) {
        byte[] body = little(ROOM)
                .putInt(0)
                .put("admin.$cmd\0".getBytes(US_ASCII))
                .putInt(0)
                .putInt(-1)
                .put(document)
                .array();
        return headed(1, MongodbMessage.QUERY, body, 4 + 11 + 8 + document.length);
    }

    /** Flags, and a section of kind 0: a body. */
    private static byte[] message(int number, byte[] document) {
        byte[] body = little(ROOM).putInt(0).put((byte) 0).put(document).array();
        return headed(number, MongodbMessage.MESSAGE, body, 5 + document.length);
    }

    private static byte[] headed(int number, int opcode, byte[] body, int length) {
        return little(MongodbMessage.HEADER + length)
                .putInt(MongodbMessage.HEADER + length)
                .putInt(number)
                .putInt(0)
                .putInt(opcode)
                .put(body, 0, length)
                .array();
    }

    private static byte[] document(byte[]... elements) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] element : elements) {
            all.writeBytes(element);
        }
        return little(4 + all.size() + 1)
                .putInt(4 + all.size() + 1)
                .put(all.toByteArray())
                .array();
    }

    private static byte[] number(String name) {
        return element(0x10, name, new byte[] {1, 0, 0, 0});
    }

    private static byte[] text(String name, String value) {
        byte[] text = (value + "\0").getBytes(US_ASCII);
        return element(
                0x02,
                name,
                little(4 + text.length).putInt(text.length).put(text).array());
    }

    private static byte[] element(int type, String name, byte[] value) {
        byte[] named = (name + "\0").getBytes(US_ASCII);
        return little(1 + named.length + value.length)
                .put((byte) type)
                .put(named)
                .put(value)
                .array();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
