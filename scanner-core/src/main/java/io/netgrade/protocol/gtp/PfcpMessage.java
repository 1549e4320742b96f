// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.gtp;

import io.netgrade.protocol.CodeTable;
import io.netgrade.wire.ByteView;

/**
 * The grammar of PFCP messages (TS 29.244 7.2): a header that fits the kind of message, and elements that fill it. Several
 * messages may share a datagram, each but the last saying that another follows.
 */
final class PfcpMessage {
    static final CodeTable NAMES = CodeTable.read(PfcpMessage.class, "pfcp-messages.tsv");
    static final int BROKEN = -1;
    static final int ELEMENT_HEADER = 4;

    private static final int VERSION_AND_SPARE = 0xF8;
    private static final int VERSION = 0x20;
    private static final int FOLLOWED = 0x04;
    private static final int OF_SESSION = 0x01;
    private static final int UNCOUNTED = 4;
    private static final int SHORT = 8;
    private static final int LONG = 16;
    private static final int VERSION_NOT_SUPPORTED = 11;
    private static final int MOST_IN_DATAGRAM = 32;

    private PfcpMessage() {}

    static boolean begins(int first) {
        return (first & VERSION_AND_SPARE) == VERSION;
    }

    /** Whether the datagram is one message or several, and nothing else. */
    static boolean sound(ByteView bytes) {
        int at = 0;
        for (int i = 0; i < MOST_IN_DATAGRAM; i++) {
            int end = end(bytes, at);
            if (end == BROKEN || !fill(bytes, body(bytes, at), end)) {
                return false;
            }
            boolean followed = (bytes.u8(at) & FOLLOWED) != 0;
            if (!followed || end == bytes.length()) {
                return !followed && end == bytes.length();
            }
            at = end;
        }
        return false;
    }

    /** Where the message at {@code at} ends, or BROKEN. */
    static int end(ByteView bytes, int at) {
        if (bytes.length() - at < SHORT || !begins(bytes.u8(at))) {
            return BROKEN;
        }
        int type = bytes.u8(at + 1);
        boolean session = (bytes.u8(at) & OF_SESSION) != 0;
        int length = UNCOUNTED + bytes.u16(at + 2);
        boolean fits = NAMES.knows(type)
                && NAMES.column(type, 2).equals(session ? "session" : "node")
                && length >= (session ? LONG : SHORT)
                && length <= bytes.length() - at;
        boolean emptyAllowed = type == VERSION_NOT_SUPPORTED || session;
        return fits && (emptyAllowed || length > SHORT) ? at + length : BROKEN;
    }

    static int body(ByteView bytes, int at) {
        return at + ((bytes.u8(at) & OF_SESSION) == 0 ? SHORT : LONG);
    }

    static int type(ByteView bytes, int at) {
        return bytes.u8(at + 1);
    }

    static int sequence(ByteView bytes, int at) {
        return bytes.u24(body(bytes, at) - 4);
    }

    /** Where the element at {@code at} ends, which must be at or before {@code end}; else BROKEN. */
    static int next(ByteView bytes, int at, int end) {
        if (end - at < ELEMENT_HEADER || bytes.u16(at) == 0) {
            return BROKEN;
        }
        int size = ELEMENT_HEADER + bytes.u16(at + 2);
        return size > end - at ? BROKEN : at + size;
    }

    /** Whether elements fill the bytes from {@code from} to {@code end} exactly. */
    static boolean fill(ByteView bytes, int from, int end) {
        int at = from;
        while (at != BROKEN && at < end) {
            at = next(bytes, at, end);
        }
        return at == end;
    }

    /** Where the content of the first element of a type begins that has at least {@code least} octets; else BROKEN. */
    static int find(ByteView bytes, int from, int end, int type, int least) {
        for (int at = from; at != BROKEN && at < end; at = next(bytes, at, end)) {
            if (next(bytes, at, end) != BROKEN && bytes.u16(at) == type && bytes.u16(at + 2) >= least) {
                return at + ELEMENT_HEADER;
            }
        }
        return BROKEN;
    }
}
