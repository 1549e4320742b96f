// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.opcua;

import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.Octets;

/**
 * One chunk (OPC 10000-6 §6.7.2, §7.1.2): three letters, F for the last chunk, and its size, little endian.
 *
 * <pre>
 *  HEL  8 version  12 buffers and limits (4 × 4)  28 endpoint's address
 *  OPN  8 channel  12 policy's address, certificate, thumbprint (4+n each)  sequence (8)  body
 *  MSG  8 channel  12 token  16 sequence (8)  24 body
 * </pre>
 */
final class OpcuaMessage {
    static final int HELLO = 0x48454C;
    static final int ACKNOWLEDGE = 0x41434B;
    static final int OPEN = 0x4F504E;
    static final int MESSAGE = 0x4D5347;
    static final int BODY = 24;

    private static final int CLOSE = 0x434C4F;
    private static final int ERROR = 0x455252;
    private static final int REVERSE_HELLO = 0x524845;
    private static final int HEADER = 8;
    private static final int LARGEST = 1 << 26;
    private static final int LONGEST_ADDRESS = 4096;
    private static final int ACKNOWLEDGE_SIZE = 28;

    static final Octets BEGINNINGS = Octets.in("HAOMCER");

    private OpcuaMessage() {}

    static int type(ByteView bytes) {
        return bytes.u24(0);
    }

    /** Octets in all, 0 where too few are here, or -1 where it is no chunk. */
    static long length(ByteView bytes) {
        if (bytes.length() < HEADER) {
            boolean begins = BEGINNINGS.has(bytes.u8(0));
            return begins && (bytes.length() < 4 || known(type(bytes))) ? 0 : -1;
        }
        boolean chunk = bytes.u8(3) == 'F' || (type(bytes) == MESSAGE && (bytes.u8(3) == 'C' || bytes.u8(3) == 'A'));
        long size = bytes.u32le(4);
        return known(type(bytes)) && chunk && size >= HEADER + 4 && size <= LARGEST ? size : -1;
    }

    static Speaker speaker(ByteView bytes) {
        long length = length(bytes);
        if (length < 0) {
            return Speaker.NOBODY;
        }
        if (length == 0) {
            return Speaker.UNFINISHED;
        }
        return switch (type(bytes)) {
            case HELLO -> hello(bytes, length);
            case ACKNOWLEDGE -> length == ACKNOWLEDGE_SIZE ? Speaker.SERVER : Speaker.NOBODY;
            case ERROR, REVERSE_HELLO -> Speaker.SERVER;
            default -> Speaker.EITHER;
        };
    }

    private static Speaker hello(ByteView bytes, long length) {
        if (bytes.length() < 32) {
            return length < 32 ? Speaker.NOBODY : Speaker.UNFINISHED;
        }
        int address = (int) bytes.u32le(28);
        boolean fits = address == -1 || (address >= 0 && address <= LONGEST_ADDRESS && 32 + address == length);
        return fits ? Speaker.CLIENT : Speaker.NOBODY;
    }

    static boolean isError(ByteView bytes) {
        return type(bytes) == ERROR;
    }

    private static boolean known(int type) {
        return switch (type) {
            case HELLO, ACKNOWLEDGE, OPEN, MESSAGE, CLOSE, ERROR, REVERSE_HELLO -> true;
            default -> false;
        };
    }
}
