// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.dhcp;

import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;
import org.jspecify.annotations.Nullable;

/** One datagram: a type, an id in three octets, and options; of a relay, hops and two addresses (RFC 8415 §8, §9). */
final class Dhcpv6Message {
    static final int AUTHENTICATION = 11;

    private static final int HEADER = 4;
    private static final int RELAY_HEADER = 34;
    private static final int RELAY_FORWARD = 12;
    private static final int RELAY_REPLY = 13;
    static final int LAST_TYPE = 13;
    private static final int CLIENT_IDENTIFIER = 1;
    private static final int SERVER_IDENTIFIER = 2;
    private static final int RELAYED = 9;
    private static final int INFORMATION_REQUEST = 11;
    private static final int MOST_HOPS = 32;

    private Dhcpv6Message() {}

    /** Whether the options fill the datagram and those are among them that its type must have (§16). */
    static boolean sound(ByteView bytes) {
        if (bytes.length() < HEADER + 4 || bytes.u8(0) < 1 || bytes.u8(0) > LAST_TYPE) {
            return false;
        }
        int type = bytes.u8(0);
        if (relay(type)) {
            return bytes.length() > RELAY_HEADER && bytes.u8(1) <= MOST_HOPS && has(bytes, RELAYED);
        }
        boolean whole = has(bytes, -1);
        return switch (type) {
            case INFORMATION_REQUEST -> whole && (has(bytes, CLIENT_IDENTIFIER) || has(bytes, 6));
            case 2, 7, 10 -> has(bytes, SERVER_IDENTIFIER);
            default -> has(bytes, CLIENT_IDENTIFIER);
        };
    }

    static Speaker speaker(ByteView bytes) {
        if (!sound(bytes)) {
            return Speaker.NOBODY;
        }
        return answer(bytes.u8(0)) == null ? Speaker.CLIENT : Speaker.SERVER;
    }

    /** Whether an option is there and all fit; for -1 only whether all fit. */
    static boolean has(ByteView bytes, int option) {
        int at = relay(bytes.u8(0)) ? RELAY_HEADER : HEADER;
        boolean found = option < 0;
        while (at + 4 <= bytes.length()) {
            int code = bytes.u16(at);
            if (code == 0) {
                return false;
            }
            found |= code == option;
            at += 4 + bytes.u16(at + 2);
        }
        return found && at == bytes.length();
    }

    private static boolean relay(int type) {
        return type == RELAY_FORWARD || type == RELAY_REPLY;
    }

    /** The name of a message from a server or relay; null for one from a client. */
    static @Nullable String answer(int type) {
        return switch (type) {
            case 2 -> "advertise";
            case 7 -> "reply";
            case 10 -> "reconfigure";
            case RELAY_REPLY -> "relay-reply";
            default -> null;
        };
    }
}
