// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.modbus;

import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;

/**
 * One message as it lies in a stream (Messaging on TCP/IP §3.1.3).
 *
 * <pre>
 *  0 transaction  2 protocol (0)  4 octets that follow  6 unit  7 function  8 data
 * </pre>
 */
final class ModbusMessage {
    static final int HEADER = 6;
    static final int FUNCTION = 7;
    static final int EXCEPTION = 0x80;
    static final int ENCAPSULATED = 43;
    static final int DEVICE_IDENTIFICATION = 14;
    static final int UMAS = 90;

    /** Octets behind the length in the standard; UMAS goes beyond. */
    private static final int LONGEST = 254;

    private static final int LONGEST_EVER = 4096;
    private static final int EXCEPTION_CODES = 11;

    private ModbusMessage() {}

    /** Octets in all, 0 where too few are here, or -1 where it is no message. */
    static int length(ByteView bytes) {
        if (bytes.length() < HEADER) {
            boolean zero = bytes.length() < 4 || bytes.u16(2) == 0;
            return zero ? 0 : -1;
        }
        int follows = bytes.u16(4);
        return bytes.u16(2) == 0 && follows >= 2 && follows <= LONGEST_EVER ? HEADER + follows : -1;
    }

    /** Who says the first message. Only functions of the standard and UMAS are taken for a beginning. */
    static Speaker speaker(ByteView bytes) {
        int length = length(bytes);
        if (length < 0 || length > HEADER + LONGEST) {
            return Speaker.NOBODY;
        }
        if (length == 0 || bytes.length() < length) {
            return Speaker.UNFINISHED;
        }
        int data = length - FUNCTION - 1;
        int function = bytes.u8(FUNCTION);
        if (function >= EXCEPTION) {
            boolean sound = data == 1 && bytes.u8(8) >= 1 && bytes.u8(8) <= EXCEPTION_CODES && known(function & 0x7F);
            return sound ? Speaker.SERVER : Speaker.NOBODY;
        }
        boolean question = question(bytes, function, data);
        boolean answer = answer(bytes, function, data);
        if (question) {
            return answer ? Speaker.EITHER : Speaker.CLIENT;
        }
        return answer ? Speaker.SERVER : Speaker.NOBODY;
    }

    /** Where no port speaks for it: what is said first must be one message and no more. */
    static Speaker strictSpeaker(ByteView bytes) {
        Speaker speaker = speaker(bytes);
        boolean more = bytes.length() >= HEADER && bytes.length() > length(bytes);
        return speaker != Speaker.UNFINISHED && more ? Speaker.NOBODY : speaker;
    }

    private static boolean known(int function) {
        return (function >= 1 && function <= 8)
                || function == 11
                || function == 12
                || (function >= 15 && function <= 17)
                || (function >= 20 && function <= 24)
                || function == ENCAPSULATED
                || function == UMAS;
    }

    private static boolean question(ByteView bytes, int function, int data) {
        return switch (function) {
            case 1, 2 -> data == 4 && between(bytes.u16(10), 1, 2000);
            case 3, 4 -> data == 4 && between(bytes.u16(10), 1, 125);
            case 5 -> data == 4 && (bytes.u16(10) == 0 || bytes.u16(10) == 0xFF00);
            case 6 -> data == 4;
            case 7, 11, 12, 17 -> data == 0;
            case 8 -> data >= 4 && bytes.u16(8) <= 21;
            case 15, 16 -> data > 5 && bytes.u8(12) == data - 5;
            case 20, 21 -> data > 7 && bytes.u8(8) == data - 1;
            case 22 -> data == 6;
            case 23 -> data > 9 && bytes.u8(16) == data - 9;
            case 24 -> data == 2;
            case ENCAPSULATED -> data == 3 && bytes.u8(8) == DEVICE_IDENTIFICATION && between(bytes.u8(9), 1, 4);
            case UMAS -> data >= 2 && bytes.u8(9) < 0xFD;
            default -> false;
        };
    }

    private static boolean answer(ByteView bytes, int function, int data) {
        return switch (function) {
            case 1, 2, 12, 17, 20, 21 -> data > 1 && bytes.u8(8) == data - 1;
            case 3, 4, 23 -> data > 2 && bytes.u8(8) == data - 1 && (data & 1) == 1;
            case 5 -> data == 4 && (bytes.u16(10) == 0 || bytes.u16(10) == 0xFF00);
            case 6, 11, 15, 16 -> data == 4;
            case 7 -> data == 1;
            case 8 -> data >= 4 && bytes.u16(8) <= 21;
            case 22 -> data == 6;
            case 24 -> data >= 4 && bytes.u16(8) == data - 2;
            case ENCAPSULATED -> data > 6 && bytes.u8(8) == DEVICE_IDENTIFICATION && (bytes.u8(10) & 0x7C) == 0;
            case UMAS -> data >= 2 && bytes.u8(9) >= 0xFD;
            default -> false;
        };
    }

    private static boolean between(int value, int from, int to) {
        return value >= from && value <= to;
    }
}
