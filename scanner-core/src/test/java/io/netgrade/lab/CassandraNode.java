// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A node's native transport, after "CQL binary protocol v3" and v4 (doc/native_protocol_v3.spec of Apache Cassandra): OPTIONS
 * and STARTUP (4.1.5, 4.1.1), answered by SUPPORTED, READY, AUTHENTICATE or ERROR.
 */
public final class CassandraNode implements StreamStandIn.Service {
    private static final int ERROR = 0x00;
    private static final int STARTUP = 0x01;
    private static final int READY = 0x02;
    private static final int AUTHENTICATE = 0x03;
    private static final int OPTIONS = 0x05;
    private static final int SUPPORTED = 0x06;
    private static final int PROTOCOL_ERROR = 0x0000_000A;

    private final String authenticator;

    private CassandraNode(String authenticator) {
        this.authenticator = authenticator;
    }

    /** With AllowAllAuthenticator, as it comes. */
    public static CassandraNode open() {
        return new CassandraNode("");
    }

    public static CassandraNode withPasswords() {
        return new CassandraNode("org.apache.cassandra.auth.PasswordAuthenticator");
    }

    @Override
    public void serve(DataInputStream in, DataOutputStream out) throws IOException {
        while (true) {
            int version = in.readUnsignedByte();
            int flags = in.readUnsignedByte();
            int stream = in.readUnsignedShort();
            int opcode = in.readUnsignedByte();
            int length = in.readInt();
            if (version != 3 && version != 4) {
                // Its own newest version in the header, and then it closes.
                write(out, 4, stream, ERROR, error("Invalid or unsupported protocol version (" + version + ")"));
                return;
            }
            if (length < 0 || length > 256 << 20 || flags != 0) {
                throw new IOException("frame of " + length + " octets with flags " + flags);
            }
            ByteBuffer body = ByteBuffer.wrap(in.readNBytes(length));
            switch (opcode) {
                case OPTIONS -> write(out, version, stream, SUPPORTED, supported());
                case STARTUP -> started(body, version, stream, out);
                default -> write(out, version, stream, ERROR, error("Unexpected message " + opcode));
            }
        }
    }

    private void started(ByteBuffer body, int version, int stream, DataOutputStream out) throws IOException {
        Map<String, String> options = new HashMap<>();
        int count = Short.toUnsignedInt(body.getShort());
        for (int i = 0; i < count; i++) {
            options.put(string(body), string(body));
        }
        if (body.hasRemaining() || !options.getOrDefault("CQL_VERSION", "").startsWith("3.")) {
            write(out, version, stream, ERROR, error("Missing value CQL_VERSION in STARTUP message"));
        } else if (authenticator.isEmpty()) {
            write(out, version, stream, READY, new byte[0]);
        } else {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            string(new DataOutputStream(bytes), authenticator);
            write(out, version, stream, AUTHENTICATE, bytes.toByteArray());
        }
    }

    /** A string multimap. */
    private static byte[] supported() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream body = new DataOutputStream(bytes);
        Map<String, List<String>> options = Map.of(
                "PROTOCOL_VERSIONS", List.of("3/v3", "4/v4", "5/v5"),
                "COMPRESSION", List.of("snappy", "lz4"),
                "CQL_VERSION", List.of("3.4.6"));
        body.writeShort(options.size());
        for (Map.Entry<String, List<String>> option : options.entrySet()) {
            string(body, option.getKey());
            body.writeShort(option.getValue().size());
            for (String value : option.getValue()) {
                string(body, value);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] error(String message) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream body = new DataOutputStream(bytes);
        body.writeInt(PROTOCOL_ERROR);
        string(body, message);
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, int version, int stream, int opcode, byte[] body)
            throws IOException {
        out.writeByte(0x80 | version);
        out.writeByte(0);
        out.writeShort(stream);
        out.writeByte(opcode);
        out.writeInt(body.length);
        out.write(body);
        out.flush();
    }

    private static void string(DataOutputStream body, String text) throws IOException {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        body.writeShort(octets.length);
        body.write(octets);
    }

    private static String string(ByteBuffer body) throws IOException {
        int length = body.remaining() < 2 ? -1 : Short.toUnsignedInt(body.getShort());
        if (length < 0 || length > body.remaining()) {
            throw new IOException("string of " + length + " octets");
        }
        byte[] octets = new byte[length];
        body.get(octets);
        return new String(octets, StandardCharsets.UTF_8);
    }
}
