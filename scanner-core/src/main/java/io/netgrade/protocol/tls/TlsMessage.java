// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import io.netgrade.wire.ByteView;

/**
 * One handshake message, or the payload of one record of another content type.
 *
 * @param content the content type, as in {@link TlsRecord}
 * @param type the handshake type (RFC 8446 §4) where the content is a handshake, else 0
 * @param body without the handshake header
 */
@SuppressWarnings("ArrayRecordComponent") // the array is its own, and it is never compared
public record TlsMessage(int content, int type, byte[] body) {
    static final int CLIENT_HELLO = 1;
    static final int SERVER_HELLO = 2;
    /** DTLS only (RFC 6347 §4.2.1). */
    static final int HELLO_VERIFY_REQUEST = 3;

    static final int NEW_SESSION_TICKET = 4;
    static final int ENCRYPTED_EXTENSIONS = 8;
    static final int CERTIFICATE = 11;
    static final int SERVER_KEY_EXCHANGE = 12;
    static final int CERTIFICATE_REQUEST = 13;
    static final int SERVER_HELLO_DONE = 14;
    static final int CERTIFICATE_VERIFY = 15;
    static final int CLIENT_KEY_EXCHANGE = 16;
    static final int FINISHED = 20;
    /** RFC 6066 §8. */
    static final int CERTIFICATE_STATUS = 22;

    static final int HEADER_LENGTH = 4;
    /** More than the largest chain that is of use; a longer message breaks the stream. */
    static final int MAX_LENGTH = 128 * 1024;

    /** A handshake message, whoever carried it. */
    public static TlsMessage handshake(int type, byte[] body) {
        return new TlsMessage(TlsRecord.HANDSHAKE, type, body);
    }

    /** Something ciphered: the side's handshake in clear is over. */
    public static TlsMessage ciphered() {
        return new TlsMessage(TlsRecord.APPLICATION_DATA, 0, new byte[0]);
    }

    /** The payload of a record of another content type than handshake. */
    public static TlsMessage record(int content, byte[] payload) {
        return new TlsMessage(content, 0, payload);
    }

    boolean isHandshake(int wanted) {
        return content == TlsRecord.HANDSHAKE && type == wanted;
    }

    ByteView view() {
        return ByteView.of(body);
    }

    /** The bytes that the transcript hash takes: header and body. */
    byte[] encode() {
        return TlsWriter.written(writer -> writer.u8(type).vector24(inner -> inner.bytes(body)));
    }
}
