// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.smpp;

import io.netgrade.wire.ByteView;

/**
 * The body of a bind (SMPP 3.4 §4.1.1): three C strings, version, type and plan of numbers, a C string. Only lengths
 * are read of the texts.
 */
final class BindBody {
    private static final int MOST_SYSTEM_ID = 16;
    private static final int MOST_PASSWORD = 9;
    private static final int MOST_SYSTEM_TYPE = 13;
    private static final int MOST_RANGE = 41;

    private BindBody() {}

    /** Where the body ends; -1 where it is no bind's. */
    static int end(ByteView pdu) {
        int fixed = skip(pdu, password(pdu, passwordAt(pdu)), MOST_SYSTEM_TYPE);
        if (fixed < 0 || fixed + 3 > pdu.length() || pdu.u8(fixed) > 0x50 || pdu.u8(fixed + 1) > 6) {
            return -1;
        }
        return skip(pdu, fixed + 3, MOST_RANGE);
    }

    /** Octets of the password without its end; -1 where the body is broken. */
    static int passwordLength(ByteView pdu) {
        int from = passwordAt(pdu);
        int end = password(pdu, from);
        return end < 0 ? -1 : end - from - 1;
    }

    /** interface_version: 0x34 is 3.4; -1 where the body is broken. */
    static int version(ByteView pdu) {
        int at = skip(pdu, password(pdu, passwordAt(pdu)), MOST_SYSTEM_TYPE);
        return at < 0 || at >= pdu.length() ? -1 : pdu.u8(at);
    }

    private static int passwordAt(ByteView pdu) {
        return skip(pdu, SmppPdu.HEADER, MOST_SYSTEM_ID);
    }

    private static int password(ByteView pdu, int from) {
        return skip(pdu, from, MOST_PASSWORD);
    }

    /** Behind the zero that ends a printable C string of at most so many octets, that zero included. */
    private static int skip(ByteView pdu, int from, int most) {
        int at = from;
        while (at >= 0 && at < pdu.length() && at - from < most) {
            int octet = pdu.u8(at);
            at++;
            if (octet == 0) {
                return at;
            }
            if (octet < ' ') {
                return -1;
            }
        }
        return -1;
    }
}
