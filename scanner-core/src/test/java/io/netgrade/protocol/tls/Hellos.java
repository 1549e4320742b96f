// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.util.ArrayList;
import java.util.List;

/** Hellos for tests. */
final class Hellos {
    private Hellos() {}

    /** The client hello of the example in the text of JA4, in two records, with GREASE as browsers send it. */
    static TlsClientHello ja4Example() {
        List<Integer> suites = List.of(
                0x2A2A, 0x1301, 0x1302, 0x1303, 0xC02B, 0xC02F, 0xC02C, 0xC030, 0xCCA9, 0xCCA8, 0xC013, 0xC014, 0x009C,
                0x009D, 0x002F, 0x0035);
        List<TlsExtension> extensions = new ArrayList<>();
        extensions.add(TlsExtension.of(0x4A4A, body -> {}));
        extensions.add(TlsExtension.of(
                TlsExtension.SERVER_NAME,
                body -> body.vector16(list -> list.u8(0)
                        .vector16(name ->
                                name.bytes("lab.example".getBytes(java.nio.charset.StandardCharsets.US_ASCII))))));
        extensions.add(TlsExtension.of(
                TlsExtension.ALPN,
                body -> body.vector16(list -> list.vector8(name -> name.u8('h').u8('2')))));
        extensions.add(TlsExtension.of(
                TlsExtension.SUPPORTED_GROUPS,
                body -> body.vector16(list -> list.u16(0x3A3A).u16(29).u16(23))));
        extensions.add(TlsExtension.of(TlsExtension.EC_POINT_FORMATS, body -> body.vector8(list -> list.u8(0))));
        extensions.add(TlsExtension.of(
                TlsExtension.SIGNATURE_ALGORITHMS,
                body -> body.vector16(
                        list -> list.u16s(List.of(0x0403, 0x0804, 0x0401, 0x0503, 0x0805, 0x0501, 0x0806, 0x0601)))));
        extensions.add(TlsExtension.of(
                TlsExtension.SUPPORTED_VERSIONS,
                body -> body.vector8(list -> list.u16(0x5A5A).u16(0x0304).u16(0x0303))));
        for (int type : List.of(0x0005, 0x0012, 0x0015, 0x0017, 0x001B, 0x0023, 0x002D, 0x0033, 0x4469, 0xFF01)) {
            extensions.add(TlsExtension.of(type, body -> {}));
        }
        return new TlsClientHello(0x0303, new byte[32], new byte[32], suites, List.of(0), extensions);
    }

    /** A handshake message cut into records of a size. */
    static byte[] records(byte[] message, int size) {
        return TlsWriter.written(writer -> {
            for (int at = 0; at < message.length; at += size) {
                byte[] part = java.util.Arrays.copyOfRange(message, at, Math.min(message.length, at + size));
                writer.bytes(new TlsRecord(TlsRecord.HANDSHAKE, 0x0301, part).encode());
            }
        });
    }

    static byte[] serverHello(int suite, int... extensionTypes) {
        return TlsWriter.written(writer -> writer.u8(TlsMessage.SERVER_HELLO).vector24(body -> {
            body.u16(0x0303)
                    .bytes(new byte[32])
                    .vector8(session -> {})
                    .u16(suite)
                    .u8(0);
            body.vector16(block -> {
                for (int type : extensionTypes) {
                    block.u16(type).vector16(value -> value.u16(type == TlsExtension.SUPPORTED_VERSIONS ? 0x0304 : 29));
                }
            });
        }));
    }
}
