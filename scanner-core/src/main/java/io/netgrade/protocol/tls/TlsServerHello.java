// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import io.netgrade.wire.ByteCursor;
import io.netgrade.wire.ByteView;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A ServerHello or HelloRetryRequest (RFC 8446 §4.1.3 and §4.1.4, RFC 5246 §7.4.1.3).
 *
 * @param legacyVersion the field of that name; {@link #version} is what was negotiated
 */
@SuppressWarnings("ArrayRecordComponent") // the array is its own, and it is never compared
record TlsServerHello(
        int legacyVersion, byte[] random, byte[] session, int suite, int compression, List<TlsExtension> extensions) {
    private static final byte[] RETRY =
            HexFormat.of().parseHex("cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c");
    /** Up to draft 21 of TLS 1.3 a ServerHello had neither session nor compression. */
    private static final int LAST_SHORT_DRAFT = 0x7F15;

    static Optional<TlsServerHello> read(ByteView body) {
        ByteCursor cursor = ByteCursor.of(body);
        int version = cursor.u16();
        byte[] random = cursor.bytes(32);
        boolean shortForm =
                TlsVersion.hasHandshakeOf13(version) && version <= LAST_SHORT_DRAFT && version != TlsVersion.TLS_1_3;
        byte[] session = shortForm ? new byte[0] : cursor.bytes(cursor.u8());
        int suite = cursor.u16();
        int compression = shortForm ? 0 : cursor.u8();
        List<TlsExtension> extensions = TlsExtension.readAll(cursor);
        return cursor.intact()
                ? Optional.of(new TlsServerHello(version, random, session, suite, compression, extensions))
                : Optional.empty();
    }

    /** Whether it asks for another ClientHello instead of answering one. */
    boolean isRetry() {
        return Arrays.equals(random, RETRY);
    }

    /** The negotiated version: supported_versions where the server sent it, else the legacy field. */
    int version() {
        return TlsExtension.find(extensions, TlsExtension.SUPPORTED_VERSIONS)
                .map(TlsExtension::cursor)
                .map(ByteCursor::u16)
                .filter(version -> version != 0)
                .orElse(legacyVersion);
    }

    /** The group of key_share, chosen or asked for (TLS 1.3). */
    Optional<Integer> group() {
        return TlsExtension.find(extensions, TlsExtension.KEY_SHARE)
                .map(TlsExtension::cursor)
                .filter(cursor -> cursor.remaining() >= 2)
                .map(ByteCursor::u16);
    }

    /** The server's public value in key_share; empty in a retry. */
    Optional<byte[]> share() {
        return TlsExtension.find(extensions, TlsExtension.KEY_SHARE).flatMap(extension -> {
            ByteCursor cursor = extension.cursor();
            cursor.skip(2);
            byte[] value = cursor.bytes(cursor.u16());
            return cursor.intact() && value.length > 0 ? Optional.of(value) : Optional.empty();
        });
    }

    /** The protocol chosen by ALPN, where it is said in clear. */
    Optional<String> applicationProtocol() {
        return applicationProtocol(extensions);
    }

    /** The same, of the extensions that TLS 1.3 ciphers. */
    static Optional<String> applicationProtocol(List<TlsExtension> extensions) {
        return TlsExtension.find(extensions, TlsExtension.ALPN).map(TlsClientHello::protocolNames).stream()
                .flatMap(List::stream)
                .map(name -> new String(name, StandardCharsets.UTF_8))
                .findFirst();
    }

    boolean has(int extension) {
        return TlsExtension.has(extensions, extension);
    }
}
