// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tftp;

import io.netgrade.wire.ByteView;
import io.netgrade.wire.Words;

/** One datagram: an operation in two octets, and what belongs to it (RFC 1350 §5, RFC 2347). */
final class TftpPacket {
    static final int READ = 1;
    static final int WRITE = 2;
    static final int DATA = 3;
    static final int ACKNOWLEDGEMENT = 4;
    static final int ERROR = 5;
    static final int OPTIONS = 6;

    private static final int HEADER = 4;
    private static final int LONGEST_BLOCK = 65_464;
    private static final int USUAL_BLOCK = 512;
    private static final int LAST_ERROR = 8;
    private static final Words MODES = Words.of("netascii\0", "octet\0", "mail\0");
    private static final Words OPTION_NAMES =
            Words.of("blksize\0", "timeout\0", "tsize\0", "windowsize\0", "multicast\0", "utimeout\0", "rollover\0");

    private TftpPacket() {}

    static int operation(ByteView bytes) {
        return bytes.u16(0);
    }

    static boolean request(ByteView bytes) {
        return operation(bytes) <= WRITE;
    }

    static boolean sound(ByteView bytes) {
        if (bytes.length() < HEADER) {
            return false;
        }
        return switch (operation(bytes)) {
            case READ, WRITE -> MODES.at(bytes, mode(bytes)) && bytes.u8(bytes.length() - 1) == 0;
            case DATA -> bytes.length() <= HEADER + LONGEST_BLOCK;
            case ACKNOWLEDGEMENT -> bytes.length() == HEADER;
            case ERROR ->
                bytes.u16(2) <= LAST_ERROR
                        && text(bytes, HEADER, bytes.length() - 1)
                        && bytes.u8(bytes.length() - 1) == 0;
            case OPTIONS -> OPTION_NAMES.at(bytes, 2) && bytes.u8(bytes.length() - 1) == 0;
            default -> false;
        };
    }

    /** Whether this is what a server says first from its new port: the first block, or an answer to a request to write. */
    static boolean firstAnswer(ByteView bytes) {
        return switch (operation(bytes)) {
            case DATA -> bytes.u16(2) == 1 && bytes.length() <= HEADER + USUAL_BLOCK;
            case ACKNOWLEDGEMENT -> bytes.u16(2) == 0;
            case ERROR -> bytes.length() > HEADER + 4;
            case OPTIONS -> true;
            default -> false;
        };
    }

    /** The place of a request's mode: behind the file's name, which is text; -1 where it is none. */
    static int mode(ByteView bytes) {
        int end = bytes.indexOf(0, 2, bytes.length());
        return end >= 2 && text(bytes, 2, end) ? end + 1 : -1;
    }

    private static boolean text(ByteView bytes, int from, int to) {
        boolean text = true;
        for (int at = from; at < to; at++) {
            text &= bytes.u8(at) >= 0x20 || bytes.u8(at) == '\r' || bytes.u8(at) == '\n' || bytes.u8(at) == '\t';
        }
        return text;
    }
}
