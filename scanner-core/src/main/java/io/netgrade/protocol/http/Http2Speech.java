// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The frames that a probe sends (RFC 9113 4.1), header fields as literals that nobody need remember (RFC 7541 6.2.2). */
final class Http2Speech {
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int SETTINGS = 4;
    private static final int GOAWAY = 7;
    private static final int END_STREAM = 0x1;
    private static final int END_HEADERS = 0x4;
    private static final int ACK = 0x1;

    /** SETTINGS_ENABLE_PUSH with the value 0 (RFC 9113 6.5.2). */
    private static final byte[] NO_PUSH = {0, 2, 0, 0, 0, 0};

    /** A message of gRPC without content: not compressed, of length 0. */
    private static final byte[] EMPTY_MESSAGE = new byte[5];

    private static final int LONGEST_PLAIN_NUMBER = 126;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** The preface of a client, which ends with its settings (RFC 9113 3.4). */
    static Http2Speech preface() {
        Http2Speech speech = new Http2Speech();
        speech.bytes.writeBytes(Http2Dissector.PREFACE);
        return speech.frame(SETTINGS, 0, 0, NO_PUSH);
    }

    static byte[] settingsTaken() {
        return new Http2Speech().frame(SETTINGS, ACK, 0, new byte[0]).bytes();
    }

    /** The goodbye, of no stream of the server's and NO_ERROR (RFC 9113 6.8). */
    static byte[] goodbye() {
        return new Http2Speech().frame(GOAWAY, 0, 0, new byte[8]).bytes();
    }

    Http2Speech call(int stream, Http2Call call, String authority, boolean insideTls) {
        int ends = call.grpc() ? 0 : END_STREAM;
        frame(HEADERS, END_HEADERS | ends, stream, block(call.fields(authority, insideTls)));
        return call.grpc() ? frame(DATA, END_STREAM, stream, EMPTY_MESSAGE) : this;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    private Http2Speech frame(int type, int flags, int stream, byte[] payload) {
        number(payload.length, 3);
        number(type, 1);
        number(flags, 1);
        number(stream, 4);
        bytes.writeBytes(payload);
        return this;
    }

    private void number(int value, int octets) {
        for (int shift = 8 * (octets - 1); shift >= 0; shift -= 8) {
            bytes.write(value >>> shift);
        }
    }

    private static byte[] block(List<Map.Entry<String, String>> fields) {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        fields.forEach(field -> {
            block.write(0);
            string(block, field.getKey());
            string(block, field.getValue());
        });
        return block.toByteArray();
    }

    private static void string(ByteArrayOutputStream block, String text) {
        byte[] octets = text.getBytes(StandardCharsets.US_ASCII);
        if (octets.length > LONGEST_PLAIN_NUMBER) {
            throw new IllegalArgumentException("too long to be said: " + text);
        }
        block.write(octets.length);
        block.writeBytes(octets);
    }
}
