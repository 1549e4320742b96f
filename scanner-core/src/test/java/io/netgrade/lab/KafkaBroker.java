// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One listener of a broker, after "Apache Kafka protocol guide" (kafka.apache.org/protocol): ApiVersions 0, Metadata 1,
 * SaslHandshake 0 and 1, and the sequence of a SASL listener ("SASL Authentication Sequence"). What it does not take closes
 * the connection, as Kafka's own broker does.
 */
public final class KafkaBroker implements StreamStandIn.Service {
    private static final int LARGEST = 100 * 1024 * 1024;
    private static final int METADATA = 3;
    private static final int SASL_HANDSHAKE = 17;
    private static final int API_VERSIONS = 18;
    private static final int UNSUPPORTED_SASL_MECHANISM = 33;
    private static final int ILLEGAL_SASL_STATE = 34;

    private final List<String> mechanisms;

    private KafkaBroker(List<String> mechanisms) {
        this.mechanisms = mechanisms;
    }

    /** A PLAINTEXT or SSL listener. */
    public static KafkaBroker open() {
        return new KafkaBroker(List.of());
    }

    /** A listener of SASL_PLAINTEXT or SASL_SSL. */
    public static KafkaBroker withSasl(String... mechanisms) {
        return new KafkaBroker(List.of(mechanisms));
    }

    @Override
    public void serve(DataInputStream in, DataOutputStream out) throws IOException {
        boolean handshaken = false;
        while (!handshaken) {
            int size = in.readInt();
            if (size < 8 || size > LARGEST) {
                throw new IOException("InvalidReceiveException: size " + size);
            }
            if (size < 10) {
                throw new IOException();
            }
            ByteBuffer request = ByteBuffer.wrap(in.readNBytes(size));
            int key = request.getShort();
            int version = request.getShort();
            int correlation = request.getInt();
            nullableString(request);
            byte[] body = answer(key, version, request);
            out.writeInt(4 + body.length);
            out.writeInt(correlation);
            out.write(body);
            out.flush();
            handshaken = key == SASL_HANDSHAKE;
        }
        // Behind a handshake SaslAuthenticate is due, or a failed handshake ends it: nothing of this is served here.
    }

    private byte[] answer(int key, int version, ByteBuffer request) throws IOException {
        boolean known = (key == API_VERSIONS && version == 0)
                || (key == METADATA && version == 1 && mechanisms.isEmpty())
                || (key == SASL_HANDSHAKE && version <= 1);
        if (!known) {
            throw new IOException("key " + key + " version " + version + " is not for this state");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream body = new DataOutputStream(bytes);
        switch (key) {
            case API_VERSIONS -> apiVersions(body);
            case METADATA -> metadata(request.getInt(), body);
            default -> saslHandshake(string(request), body);
        }
        if (request.hasRemaining()) {
            throw new IOException("bytes behind the request");
        }
        return bytes.toByteArray();
    }

    private static void apiVersions(DataOutputStream body) throws IOException {
        body.writeShort(0);
        int[][] ranges = {{METADATA, 0, 12}, {SASL_HANDSHAKE, 0, 1}, {API_VERSIONS, 0, 4}};
        body.writeInt(ranges.length);
        for (int[] range : ranges) {
            for (int number : range) {
                body.writeShort(number);
            }
        }
    }

    /** One broker, itself; of no topic. */
    private static void metadata(int topics, DataOutputStream body) throws IOException {
        if (topics != 0) {
            throw new IOException("topics asked for: " + topics);
        }
        body.writeInt(1);
        body.writeInt(0);
        write(body, "lab.example");
        body.writeInt(9092);
        body.writeShort(-1);
        body.writeInt(0);
        body.writeInt(0);
    }

    private void saslHandshake(String wanted, DataOutputStream body) throws IOException {
        body.writeShort(
                mechanisms.isEmpty()
                        ? ILLEGAL_SASL_STATE
                        : mechanisms.contains(wanted) ? 0 : UNSUPPORTED_SASL_MECHANISM);
        body.writeInt(mechanisms.size());
        for (String mechanism : mechanisms) {
            write(body, mechanism);
        }
    }

    private static void write(DataOutputStream body, String text) throws IOException {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        body.writeShort(octets.length);
        body.write(octets);
    }

    private static String string(ByteBuffer request) throws IOException {
        String text = nullableString(request);
        if (text.isEmpty()) {
            throw new IOException("a mechanism must be named");
        }
        return text;
    }

    private static String nullableString(ByteBuffer request) throws IOException {
        int length = request.getShort();
        if (length < -1 || length > request.remaining()) {
            throw new IOException("string of " + length + " octets");
        }
        byte[] octets = new byte[Math.max(0, length)];
        request.get(octets);
        return new String(octets, StandardCharsets.UTF_8);
    }
}
