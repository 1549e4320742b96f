// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.Consumer;

/** Writes the presentation language of RFC 8446 §3: numbers in network order and vectors behind their length. */
final class TlsWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    TlsWriter u8(int value) {
        bytes.write(value);
        return this;
    }

    TlsWriter u16(int value) {
        return u8(value >> 8).u8(value);
    }

    TlsWriter u24(int value) {
        return u8(value >> 16).u16(value);
    }

    TlsWriter bytes(byte[] value) {
        bytes.writeBytes(value);
        return this;
    }

    TlsWriter u16s(List<Integer> values) {
        values.forEach(this::u16);
        return this;
    }

    /** A vector whose length takes one byte. */
    TlsWriter vector8(Consumer<TlsWriter> body) {
        byte[] inner = written(body);
        return u8(inner.length).bytes(inner);
    }

    /** A vector whose length takes two bytes. */
    TlsWriter vector16(Consumer<TlsWriter> body) {
        byte[] inner = written(body);
        return u16(inner.length).bytes(inner);
    }

    /** A vector whose length takes three bytes. */
    TlsWriter vector24(Consumer<TlsWriter> body) {
        byte[] inner = written(body);
        return u24(inner.length).bytes(inner);
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }

    static byte[] written(Consumer<TlsWriter> body) {
        TlsWriter writer = new TlsWriter();
        body.accept(writer);
        return writer.toBytes();
    }
}
