// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.radius;

import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;

/**
 * The grammar of a packet (RFC 2865 §3, §5).
 *
 * <pre>
 * code(8) identifier(8) length(16) authenticator(128), then attributes: type(8) length(8) value
 * </pre>
 */
final class RadiusPacket {
    static final int HEADER = 20;
    static final int ACCESS_REQUEST = 1;
    static final int ACCESS_ACCEPT = 2;
    static final int ACCESS_REJECT = 3;
    static final int ACCOUNTING_REQUEST = 4;
    static final int ACCOUNTING_RESPONSE = 5;
    static final int ACCESS_CHALLENGE = 11;
    static final int STATUS_SERVER = 12;
    static final int DISCONNECT_REQUEST = 40;
    static final int COA_REQUEST = 43;
    static final int COA_NAK = 45;
    static final int USER_PASSWORD = 2;
    static final int VENDOR_SPECIFIC = 26;
    static final int MESSAGE_AUTHENTICATOR = 80;
    private static final int LONGEST = 4096;
    /** Attributes of four octets: addresses, ports and enumerations (RFC 2865 §5, RFC 2866 §5). */
    private static final long FOUR_OCTETS = 1L << 4 | 1L << 5 | 1L << 6 | 1L << 7 | 1L << 8 | 1L << 9 | 1L << 10
            | 1L << 12 | 1L << 13 | 1L << 27 | 1L << 28 | 1L << 29 | 1L << 40 | 1L << 41 | 1L << 42 | 1L << 43
            | 1L << 45 | 1L << 46 | 1L << 47 | 1L << 48 | 1L << 49 | 1L << 61 | 1L << 62;
    /** What a request has at least one of: a user, a network access server, a session. */
    private static final long ASKED_BY = 1L << 1 | 1L << 4 | 1L << 5 | 1L << 6 | 1L << 24 | 1L << 25 | 1L << 30
            | 1L << 31 | 1L << 32 | 1L << 40 | 1L << 44 | 1L << 61;

    /** What an answer has at least one of: an address, a filter, a text, a state, a class, a time, a proxy's state. */
    private static final long ANSWERED_BY =
            1L | 1L << 1 | 1L << 6 | 1L << 7 | 1L << 8 | 1L << 9 | 1L << 10 | 1L << 11 | 1L << 12 | 1L << 13 | 1L << 18
                    | 1L << 22 | 1L << 24 | 1L << 25 | 1L << 26 | 1L << 27 | 1L << 28 | 1L << 29 | 1L << 33;

    /** From Tunnel-Type on, with EAP-Message among them, to Error-Cause (RFC 2868, RFC 2869, RFC 5176). */
    private static final int TUNNEL_TYPE = 64;

    private static final int ERROR_CAUSE = 101;

    private RadiusPacket() {}

    static boolean request(int code) {
        return code == ACCESS_REQUEST
                || code == ACCOUNTING_REQUEST
                || code == STATUS_SERVER
                || code == DISCONNECT_REQUEST
                || code == COA_REQUEST;
    }

    static boolean known(int code) {
        return code >= ACCESS_REQUEST
                && code <= COA_NAK
                && (code <= ACCOUNTING_RESPONSE || code == ACCESS_CHALLENGE || code == STATUS_SERVER || code >= 40);
    }

    static long length(ByteView bytes) {
        if (bytes.length() > 0 && !known(bytes.u8(0))) {
            return MessageGrammar.BROKEN;
        }
        if (bytes.length() < 4) {
            return MessageGrammar.UNKNOWN;
        }
        int length = bytes.u16(2);
        return length < HEADER || length > LONGEST ? MessageGrammar.BROKEN : length;
    }

    static Speaker datagramSpeaker(ByteView said) {
        return said.length() >= HEADER && length(said) == said.length() ? whole(said, said.length()) : Speaker.NOBODY;
    }

    /** Whether a datagram has the length that its header tells, and nothing but a header or a sound first attribute. */
    static boolean begins(ByteView said) {
        boolean header = said.length() >= HEADER && length(said) == said.length();
        boolean alone = said.length() == HEADER;
        return header && (alone || (said.length() > HEADER + 2 && sound(said, HEADER, said.length() - HEADER)));
    }

    static Speaker streamSpeaker(ByteView said) {
        long length = length(said);
        if (length == MessageGrammar.BROKEN || length == HEADER) {
            return Speaker.NOBODY;
        }
        if (length != MessageGrammar.UNKNOWN && said.length() >= length) {
            return whole(said, (int) length);
        }
        boolean may = said.length() < HEADER + 3 || sound(said, HEADER, (int) length - HEADER);
        return may ? Speaker.UNFINISHED : Speaker.NOBODY;
    }

    private static Speaker whole(ByteView packet, int length) {
        long seen = 0;
        boolean tunnels = false;
        for (int at = HEADER; at < length; at += packet.u8(at + 1)) {
            if (length - at < 2 || !sound(packet, at, length - at)) {
                return Speaker.NOBODY;
            }
            int type = packet.u8(at);
            seen |= type < 64 ? 1L << type : type == MESSAGE_AUTHENTICATOR ? 1L : 0;
            tunnels |= type >= TUNNEL_TYPE && type <= ERROR_CAUSE;
        }
        if (!request(packet.u8(0))) {
            boolean answers = length == HEADER || tunnels || (seen & ANSWERED_BY) != 0;
            return answers ? Speaker.SERVER : Speaker.NOBODY;
        }
        boolean status = packet.u8(0) == STATUS_SERVER && (seen & 1) != 0;
        return status || (seen & ASKED_BY) != 0 ? Speaker.CLIENT : Speaker.NOBODY;
    }

    /** Whether an attribute fits what its type allows. */
    static boolean sound(ByteView packet, int at, int left) {
        int type = packet.u8(at);
        int length = packet.u8(at + 1);
        if (type == 0 || length < 2 || length > left) {
            return false;
        }
        if (type < 64 && (FOUR_OCTETS >> type & 1) != 0) {
            return length == 6;
        }
        return switch (type) {
            case USER_PASSWORD -> length >= 18 && length <= 130 && length % 16 == 2;
            case VENDOR_SPECIFIC -> length >= 7 && packet.u8(at + 2) == 0;
            case MESSAGE_AUTHENTICATOR -> length == 18;
            default -> length > 2;
        };
    }
}
