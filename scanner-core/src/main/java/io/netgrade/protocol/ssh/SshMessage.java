// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ssh;

import io.netgrade.wire.ByteCursor;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A message in the making: its number (RFC 4250 4.1.2) and its fields (RFC 4251 5). */
final class SshMessage {
    static final int DISCONNECT = 1;
    static final int SERVICE_REQUEST = 5;
    static final int SERVICE_ACCEPT = 6;
    static final int KEXINIT = 20;
    static final int NEWKEYS = 21;
    static final int KEX_INIT = 30;
    /** The server's answer to it, or its group in a group exchange (RFC 4419 5). */
    static final int KEX_REPLY = 31;

    static final int GROUP_INIT = 32;
    static final int GROUP_REPLY = 33;
    static final int GROUP_REQUEST = 34;
    static final int USERAUTH_REQUEST = 50;
    static final int USERAUTH_FAILURE = 51;
    static final int USERAUTH_SUCCESS = 52;
    static final int USERAUTH_BANNER = 53;

    private static final int DISCONNECT_BY_APPLICATION = 11;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    static SshMessage of(int number) {
        return new SshMessage().u8(number);
    }

    /** Fields without a message number, for hashing. */
    static SshMessage fields() {
        return new SshMessage();
    }

    static byte[] goodbye() {
        return of(DISCONNECT)
                .u32(DISCONNECT_BY_APPLICATION)
                .string("netgrade has seen what it asked for")
                .string("")
                .bytes();
    }

    SshMessage u8(int value) {
        bytes.write(value);
        return this;
    }

    SshMessage u32(long value) {
        return u8((int) (value >>> 24))
                .u8((int) (value >>> 16))
                .u8((int) (value >>> 8))
                .u8((int) value);
    }

    SshMessage raw(byte[] value) {
        bytes.writeBytes(value);
        return this;
    }

    SshMessage string(byte[] value) {
        return u32(value.length).raw(value);
    }

    SshMessage string(String value) {
        return string(value.getBytes(StandardCharsets.ISO_8859_1));
    }

    SshMessage names(List<String> names) {
        return string(String.join(",", names));
    }

    /** Positive numbers only. */
    SshMessage mpint(BigInteger value) {
        return string(value.toByteArray());
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    /** Reads one field of type string (or mpint), whose length must lie within the bytes that remain. */
    static byte[] string(ByteCursor cursor) {
        return cursor.bytes(cursor.u32());
    }
}
