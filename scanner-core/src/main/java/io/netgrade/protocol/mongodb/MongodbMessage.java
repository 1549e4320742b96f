// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.mongodb;

import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;

/**
 * A message, read in place; all numbers are in little-endian order (MongoDB wire protocol).
 *
 * <pre>
 *  0        4            8             12       16
 *  +--------+------------+-------------+--------+---
 *  | length | request id | response to | opcode |
 *  +--------+------------+-------------+--------+---
 * </pre>
 */
final class MongodbMessage {
    static final int HEADER = 16;
    static final int REPLY = 1;
    static final int QUERY = 2004;
    static final int COMPRESSED = 2012;
    static final int MESSAGE = 2013;

    /** What some servers write in messages that answer none. */
    private static final long NOTHING = 0xFFFF_FFFFL;

    private static final int LONGEST = 48_000_000;
    private static final int LONGEST_NAME = 128;
    private static final int LEAST_DOCUMENT = 5;
    private static final int REPLY_HEAD = 20;

    private MongodbMessage() {}

    /** Octets of the message, or -1. */
    static long length(ByteView bytes) {
        long length = bytes.u32le(0);
        return length > HEADER && length <= LONGEST ? length : -1;
    }

    static long request(ByteView bytes) {
        return bytes.u32le(4);
    }

    static long answers(ByteView bytes) {
        return bytes.u32le(8);
    }

    static int opcode(ByteView bytes) {
        return (int) bytes.u32le(12);
    }

    static Speaker speaker(ByteView bytes) {
        if (bytes.length() < HEADER) {
            return bytes.length() < 4 || length(bytes) > 0 ? Speaker.UNFINISHED : Speaker.NOBODY;
        }
        long length = length(bytes);
        if (length < 0) {
            return Speaker.NOBODY;
        }
        boolean asks = answers(bytes) == 0 || answers(bytes) == NOTHING;
        return switch (opcode(bytes)) {
            case QUERY -> asks ? whether(bytes, queryDocument(bytes), length, Speaker.CLIENT) : Speaker.NOBODY;
            case MESSAGE -> whether(bytes, messageDocument(bytes), length, asks ? Speaker.CLIENT : Speaker.SERVER);
            case REPLY -> asks ? Speaker.NOBODY : whether(bytes, replyDocument(bytes), length, Speaker.SERVER);
            default -> Speaker.NOBODY;
        };
    }

    private static Speaker whether(ByteView bytes, int document, long length, Speaker speaker) {
        if (document <= 0) {
            return document == 0 ? Speaker.UNFINISHED : Speaker.NOBODY;
        }
        if (bytes.length() < document + LEAST_DOCUMENT) {
            return Speaker.UNFINISHED;
        }
        long size = bytes.u32le(document);
        boolean typed = (bytes.u8(document + 4) <= 0x13 && (bytes.u8(document + 4) > 0 || size == LEAST_DOCUMENT));
        return size >= LEAST_DOCUMENT && document + size <= length && typed ? speaker : Speaker.NOBODY;
    }

    /** Where the first document of a message stands; 0 where too few bytes are there, -1 where it is none. */
    static int document(ByteView bytes) {
        return switch (opcode(bytes)) {
            case QUERY -> queryDocument(bytes);
            case MESSAGE -> messageDocument(bytes);
            case REPLY -> replyDocument(bytes);
            default -> -1;
        };
    }

    /** Flags, the full name of a collection ({@code admin.$cmd}), and two numbers before it. */
    private static int queryDocument(ByteView bytes) {
        if (bytes.length() < HEADER + 5) {
            return 0;
        }
        int end = bytes.indexOf(0, HEADER + 4, HEADER + 4 + LONGEST_NAME);
        int known = end < 0 ? Math.min(bytes.length(), HEADER + 4 + LONGEST_NAME) : end;
        boolean dotted = false;
        for (int at = HEADER + 4; at < known; at++) {
            dotted |= bytes.u8(at) == '.';
            if (bytes.u8(at) <= ' ' || bytes.u8(at) > '~') {
                return -1;
            }
        }
        if (bytes.u32le(HEADER) > 0xFF || (end < 0 && known == HEADER + 4 + LONGEST_NAME) || (end > 0 && !dotted)) {
            return -1;
        }
        return end < 0 ? 0 : end + 9;
    }

    /** Flags of which only bits 0, 1 and 16 exist, and the kind of its first section. */
    private static int messageDocument(ByteView bytes) {
        if (bytes.length() < HEADER + 5) {
            return 0;
        }
        boolean flags = (bytes.u32le(HEADER) & ~0x1_0003L) == 0;
        return flags && bytes.u8(HEADER + 4) == 0 ? HEADER + 5 : -1;
    }

    /** Flags, a cursor, a place and a count. */
    private static int replyDocument(ByteView bytes) {
        if (bytes.length() < HEADER + REPLY_HEAD) {
            return 0;
        }
        boolean flags = bytes.u32le(HEADER) <= 0x0F && bytes.u32le(HEADER + 16) > 0;
        return flags ? HEADER + REPLY_HEAD : -1;
    }
}
