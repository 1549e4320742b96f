// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.kafka;

import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.Octets;

/**
 * The header of one request.
 *
 * <pre>
 *  0 octets that follow  4 key  6 version  8 correlation  12 octets of the client's name (-1: none)  14 name …
 * </pre>
 */
final class KafkaRequest {
    static final int PRODUCE = 0;
    static final int SASL_HANDSHAKE = 17;
    static final int API_VERSIONS = 18;
    static final int SASL_AUTHENTICATE = 36;
    static final int HEADER = 14;

    private static final int LAST_KEY = 74;
    private static final int LAST_VERSION = 17;
    private static final int LARGEST = 100 << 20;
    private static final int LONGEST_NAME = 255;

    /** Of a length that is not too long. */
    static final Octets BEGINNINGS = Octets.between(0, LARGEST >> 24);

    private KafkaRequest() {}

    /** Octets in all, 0 where too few are here, or -1. An answer's length is told alike. */
    static long length(ByteView bytes) {
        if (bytes.length() < 4) {
            return BEGINNINGS.has(bytes.u8(0)) ? 0 : -1;
        }
        long follows = bytes.u32(0);
        return follows >= 4 && follows <= LARGEST ? 4 + follows : -1;
    }

    /** Whether a sound request header stands here; the whole header must be here. */
    static boolean sound(ByteView bytes) {
        int name = (short) bytes.u16(12);
        boolean fits = name == -1 || (name >= 0 && name <= LONGEST_NAME && HEADER + Math.max(0, name) <= length(bytes));
        return bytes.u16(4) <= LAST_KEY && bytes.u16(6) <= LAST_VERSION && fits && printable(bytes, HEADER, name);
    }

    /** The place behind the client's name; in flexible versions tags follow. */
    static int body(ByteView bytes) {
        return HEADER + Math.max(0, (short) bytes.u16(12));
    }

    /**
     * A client is known by its first request: what one begins with, under a small number, from a client with a name. What
     * a broker says begins with the number of the request and tells nothing by itself.
     */
    static Speaker speaker(ByteView bytes) {
        long length = length(bytes);
        if (length < 0) {
            return Speaker.NOBODY;
        }
        if (bytes.length() < HEADER) {
            return bytes.length() >= 8 && bytes.u16(4) > LAST_KEY ? Speaker.NOBODY : Speaker.UNFINISHED;
        }
        int name = (short) bytes.u16(12);
        // Without a name the message must at least end where the bytes do.
        boolean told = name > 0 || length == bytes.length();
        boolean begins = length >= HEADER && length < 1 << 20 && sound(bytes) && told && first(bytes.u16(4));
        if (!begins) {
            return length >= 10 ? Speaker.UNFINISHED : Speaker.NOBODY;
        }
        return bytes.length() >= HEADER + name ? Speaker.CLIENT : Speaker.UNFINISHED;
    }

    static String name(int key) {
        return switch (key) {
            case PRODUCE -> "produce";
            case 1 -> "fetch";
            case 2 -> "list-offsets";
            case 3 -> "metadata";
            case 4 -> "leader-and-isr";
            case 8 -> "offset-commit";
            case 9 -> "offset-fetch";
            case 10 -> "find-coordinator";
            case 11 -> "join-group";
            case 12 -> "heartbeat";
            case 14 -> "sync-group";
            case 15 -> "describe-groups";
            case 16 -> "list-groups";
            case SASL_HANDSHAKE -> "sasl-handshake";
            case API_VERSIONS -> "api-versions";
            case 19 -> "create-topics";
            case 20 -> "delete-topics";
            case 22 -> "init-producer-id";
            case 29 -> "describe-acls";
            case 32 -> "describe-configs";
            case SASL_AUTHENTICATE -> "sasl-authenticate";
            case 60 -> "describe-cluster";
            default -> "key-" + key;
        };
    }

    private static boolean first(int key) {
        return key <= 3
                || (key >= 8 && key <= 12)
                || key == SASL_HANDSHAKE
                || key == API_VERSIONS
                || key == 19
                || key == 32;
    }

    private static boolean printable(ByteView bytes, int at, int length) {
        boolean plain = true;
        for (int i = at; i < Math.min(at + length, bytes.length()); i++) {
            plain &= bytes.u8(i) > 0x20 && bytes.u8(i) < 0x7F;
        }
        return plain;
    }
}
