// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes the fields of a short message one after another, in network order. */
public final class ByteWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    public ByteWriter u8(int value) {
        bytes.write(value);
        return this;
    }

    public ByteWriter u16(int value) {
        return u8(value >>> 8).u8(value);
    }

    public ByteWriter u24(int value) {
        return u8(value >>> 16).u16(value);
    }

    public ByteWriter u32(long value) {
        return u16((int) (value >>> 16)).u16((int) value);
    }

    public ByteWriter u64(long value) {
        return u32(value >>> 32).u32(value);
    }

    public ByteWriter bytes(byte... more) {
        bytes.write(more, 0, more.length);
        return this;
    }

    public ByteWriter ascii(String text) {
        return bytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    public ByteWriter zeros(int count) {
        return bytes(new byte[count]);
    }

    /** Octets so far. */
    public int length() {
        return bytes.size();
    }

    public byte[] written() {
        return bytes.toByteArray();
    }
}
