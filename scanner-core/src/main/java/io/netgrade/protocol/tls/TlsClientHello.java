// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import io.netgrade.wire.ByteCursor;
import io.netgrade.wire.ByteView;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A ClientHello (RFC 8446 §4.1.2, RFC 5246 §7.4.1.2, RFC 6101 §5.6.1.2), read or to be written.
 *
 * @param version the legacy version
 * @param suites as offered, GREASE and signals included
 */
@SuppressWarnings("ArrayRecordComponent") // the array is its own, and it is never compared
record TlsClientHello(
        int version,
        byte[] random,
        byte[] session,
        List<Integer> suites,
        List<Integer> compressions,
        List<TlsExtension> extensions) {

    /** Reads a hello; extensions that are broken are left out, and those behind them. */
    static Optional<TlsClientHello> read(ByteView body) {
        return read(body, TlsCarrier.TLS);
    }

    /** The same, for a hello that something else carries; over DTLS it has a cookie (RFC 6347 §4.2.1). */
    static Optional<TlsClientHello> read(ByteView body, TlsCarrier carrier) {
        ByteCursor cursor = ByteCursor.of(body);
        int version = cursor.u16();
        byte[] random = cursor.bytes(32);
        byte[] session = cursor.bytes(cursor.u8());
        if (carrier == TlsCarrier.DTLS) {
            cursor.skip(cursor.u8());
        }
        List<Integer> suites = TlsExtension.u16s(cursor.sub(cursor.u16()));
        List<Integer> compressions = TlsExtension.u8s(cursor.sub(cursor.u8()));
        return cursor.intact()
                ? Optional.of(new TlsClientHello(
                        version, random, session, suites, compressions, TlsExtension.readReadable(cursor)))
                : Optional.empty();
    }

    /** The handshake message, with its header. */
    byte[] encode() {
        return new TlsMessage(TlsRecord.HANDSHAKE, TlsMessage.CLIENT_HELLO, TlsWriter.written(this::writeBody))
                .encode();
    }

    /** The host name asked for (RFC 6066 §3); empty where none is. */
    Optional<String> serverName() {
        return TlsExtension.find(extensions, TlsExtension.SERVER_NAME).flatMap(extension -> {
            ByteCursor cursor = extension.cursor();
            ByteCursor names = cursor.sub(cursor.u16());
            int type = names.u8();
            String name = new String(names.bytes(names.u16()), StandardCharsets.UTF_8);
            return names.intact() && type == 0 && !name.isEmpty() ? Optional.of(name) : Optional.empty();
        });
    }

    /** The protocols offered inside (RFC 7301), each as it lies on the wire. */
    List<byte[]> applicationProtocols() {
        return TlsExtension.find(extensions, TlsExtension.ALPN)
                .map(TlsClientHello::protocolNames)
                .orElse(List.of());
    }

    /** The versions of supported_versions without GREASE; the legacy version where there is no such extension. */
    List<Integer> versions() {
        return TlsExtension.find(extensions, TlsExtension.SUPPORTED_VERSIONS)
                .map(extension -> {
                    ByteCursor cursor = extension.cursor();
                    return withoutGrease(TlsExtension.u16s(cursor.sub(cursor.u8())));
                })
                .orElse(List.of(version));
    }

    List<Integer> groups() {
        return numbers(TlsExtension.SUPPORTED_GROUPS);
    }

    List<Integer> signatureSchemes() {
        return numbers(TlsExtension.SIGNATURE_ALGORITHMS);
    }

    List<Integer> pointFormats() {
        return TlsExtension.find(extensions, TlsExtension.EC_POINT_FORMATS)
                .map(extension -> {
                    ByteCursor cursor = extension.cursor();
                    return TlsExtension.u8s(cursor.sub(cursor.u8()));
                })
                .orElse(List.of());
    }

    boolean has(int extension) {
        return TlsExtension.has(extensions, extension);
    }

    /** Whether it holds a ticket of an earlier session (RFC 5077 §3.2). */
    boolean hasTicket() {
        return TlsExtension.find(extensions, TlsExtension.SESSION_TICKET)
                .filter(extension -> extension.body().length > 0)
                .isPresent();
    }

    static List<byte[]> protocolNames(TlsExtension extension) {
        ByteCursor cursor = extension.cursor();
        ByteCursor list = cursor.sub(cursor.u16());
        List<byte[]> names = new ArrayList<>();
        while (list.remaining() > 0) {
            names.add(list.bytes(list.u8()));
        }
        return list.intact() ? names : List.of();
    }

    static List<Integer> withoutGrease(List<Integer> values) {
        List<Integer> others = new ArrayList<>(values.size());
        for (Integer value : values) {
            if (!TlsVersion.isGrease(value)) {
                others.add(value);
            }
        }
        return others;
    }

    private List<Integer> numbers(int type) {
        return TlsExtension.find(extensions, type)
                .map(extension -> {
                    ByteCursor cursor = extension.cursor();
                    return withoutGrease(TlsExtension.u16s(cursor.sub(cursor.u16())));
                })
                .orElse(List.of());
    }

    /** The body with a cookie behind the session, as DTLS has it (RFC 6347 §4.2.1). */
    byte[] bodyWith(byte[] cookie) {
        return TlsWriter.written(writer -> {
            writeBeginning(writer);
            writer.vector8(part -> part.bytes(cookie));
            writeRest(writer);
        });
    }

    private void writeBody(TlsWriter writer) {
        writeBeginning(writer);
        writeRest(writer);
    }

    private void writeBeginning(TlsWriter writer) {
        writer.u16(version).bytes(random).vector8(part -> part.bytes(session));
    }

    private void writeRest(TlsWriter writer) {
        writer.vector16(part -> part.u16s(suites)).vector8(part -> compressions.forEach(part::u8));
        if (!extensions.isEmpty()) {
            writer.vector16(block -> extensions.forEach(
                    extension -> block.u16(extension.type()).vector16(part -> part.bytes(extension.body()))));
        }
    }
}
