// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * What mongod with access control answers who is not logged in, after "MongoDB Wire Protocol" (OP_MSG, and OP_QUERY for the
 * handshake alone, as from 5.1 on), "Server Commands: hello, buildInfo" and the error of code 13, Unauthorized.
 */
public final class MongodWithLogins implements StreamStandIn.Service {
    private static final int REPLY = 1;
    private static final int QUERY = 2004;
    private static final int MESSAGE = 2013;
    private static final int LARGEST = 48_000_000;
    private static final int HEADER = 16;

    @Override
    public void serve(DataInputStream in, DataOutputStream out) throws IOException {
        while (true) {
            int length = Integer.reverseBytes(in.readInt());
            if (length <= HEADER || length > LARGEST) {
                throw new IOException("message of " + length + " octets");
            }
            ByteBuffer message = ByteBuffer.wrap(in.readNBytes(length - 4)).order(ByteOrder.LITTLE_ENDIAN);
            int request = message.getInt();
            int answers = message.getInt();
            int opcode = message.getInt();
            if (answers != 0 || (opcode != QUERY && opcode != MESSAGE)) {
                throw new IOException("opcode " + opcode + " that answers " + answers);
            }
            String command = opcode == QUERY ? queried(message) : sent(message);
            byte[] document = document(answer(command, opcode));
            ByteBuffer body = ByteBuffer.allocate(64 + document.length).order(ByteOrder.LITTLE_ENDIAN);
            if (opcode == QUERY) {
                // Flags (await capable), cursor, from where, how many.
                body.putInt(8).putLong(0).putInt(0).putInt(1).put(document);
            } else {
                body.putInt(0).put((byte) 0).put(document);
            }
            out.write(ByteBuffer.allocate(HEADER)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(HEADER + body.position())
                    .putInt(77)
                    .putInt(request)
                    .putInt(opcode == QUERY ? REPLY : MESSAGE)
                    .array());
            out.write(body.array(), 0, body.position());
            out.flush();
        }
    }

    /** Flags, the collection's full name, how many to pass over and to return, the command. */
    private static String queried(ByteBuffer message) throws IOException {
        message.getInt();
        StringBuilder collection = new StringBuilder();
        for (byte b = message.get(); b != 0; b = message.get()) {
            collection.append((char) b);
        }
        if (!collection.toString().equals("admin.$cmd") || message.getInt() != 0 || message.getInt() != -1) {
            throw new IOException("no command: " + collection);
        }
        return command(message, false);
    }

    /** Flags, then a section of kind 0, which names its database. */
    private static String sent(ByteBuffer message) throws IOException {
        if (message.getInt() != 0 || message.get() != 0) {
            throw new IOException("flags, or a section of another kind");
        }
        return command(message, true);
    }

    private static String command(ByteBuffer message, boolean database) throws IOException {
        int at = message.position();
        int length = message.getInt();
        if (length != message.limit() - at || message.get(message.limit() - 1) != 0) {
            throw new IOException("document of " + length + " octets");
        }
        message.get();
        StringBuilder name = new StringBuilder();
        for (byte b = message.get(); b != 0; b = message.get()) {
            name.append((char) b);
        }
        String text =
                StandardCharsets.ISO_8859_1.decode(message.duplicate().rewind()).toString();
        if (database && !text.contains("\2$db\0\6\0\0\0admin\0")) {
            throw new IOException("OP_MSG requests require a $db argument");
        }
        return name.toString();
    }

    private static byte[] answer(String command, int opcode) throws IOException {
        ByteArrayOutputStream elements = new ByteArrayOutputStream();
        boolean hello = command.equals("isMaster") || command.equals("hello") || command.equals("ismaster");
        if (hello) {
            elements.writeBytes(element(0x08, "ismaster", new byte[] {1}));
            elements.writeBytes(element(0x10, "maxBsonObjectSize", little(16_777_216)));
            elements.writeBytes(element(0x10, "minWireVersion", little(0)));
            elements.writeBytes(element(0x10, "maxWireVersion", little(21)));
            elements.writeBytes(ok(1));
        } else if (opcode == QUERY) {
            elements.writeBytes(ok(0));
            elements.writeBytes(text("errmsg", "Unsupported OP_QUERY command: " + command));
            elements.writeBytes(element(0x10, "code", little(352)));
            elements.writeBytes(text("codeName", "UnsupportedOpQueryCommand"));
        } else if (command.equals("buildInfo")) {
            elements.writeBytes(text("version", "7.0.14"));
            elements.writeBytes(ok(1));
        } else {
            elements.writeBytes(ok(0));
            elements.writeBytes(text("errmsg", "Command " + command + " requires authentication"));
            elements.writeBytes(element(0x10, "code", little(13)));
            elements.writeBytes(text("codeName", "Unauthorized"));
        }
        return elements.toByteArray();
    }

    private static byte[] document(byte[] elements) {
        return ByteBuffer.allocate(5 + elements.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(5 + elements.length)
                .put(elements)
                .array();
    }

    private static byte[] ok(double value) {
        return element(
                0x01,
                "ok",
                ByteBuffer.allocate(8)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putDouble(value)
                        .array());
    }

    private static byte[] text(String name, String value) {
        byte[] octets = value.getBytes(StandardCharsets.UTF_8);
        return element(
                0x02,
                name,
                ByteBuffer.allocate(5 + octets.length)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(octets.length + 1)
                        .put(octets)
                        .array());
    }

    private static byte[] little(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }

    private static byte[] element(int type, String name, byte[] value) {
        ByteArrayOutputStream element = new ByteArrayOutputStream();
        element.write(type);
        element.writeBytes(name.getBytes(StandardCharsets.UTF_8));
        element.write(0);
        element.writeBytes(value);
        return element.toByteArray();
    }
}
