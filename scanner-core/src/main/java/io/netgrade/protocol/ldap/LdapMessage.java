// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ldap;

import io.netgrade.protocol.Speaker;
import io.netgrade.wire.Ber;
import io.netgrade.wire.ByteView;

/** {@code LDAPMessage ::= SEQUENCE { messageID, protocolOp CHOICE, controls [0] OPTIONAL }} (RFC 4511 4.1.1), in place. */
final class LdapMessage {
    static final int BIND = 0x60;
    static final int BOUND = 0x61;
    static final int SEARCH = 0x63;
    static final int ENTRY = 0x64;
    static final int EXTENDED = 0x77;
    static final int EXTENDED_ANSWER = 0x78;
    static final int ENUMERATED = 0x0A;
    static final int SIMPLE = 0x80;
    static final int SASL = 0xA3;

    private static final int UNBIND = 0x42;
    private static final int DELETE = 0x4A;
    private static final int ABANDON = 0x50;
    private static final int LONGEST = 1 << 24;

    private LdapMessage() {}

    /** Octets of the message, 0 where they are not known yet, -1 where it is none. */
    static long length(ByteView bytes) {
        if (bytes.u8(0) != Ber.SEQUENCE) {
            return -1;
        }
        long size = Ber.size(bytes, 0);
        return size < 0 || size > LONGEST ? -1 : size;
    }

    /** Where the operation's tag stands, or -1 where the message is not sound so far. */
    static int operation(ByteView bytes) {
        int head = bytes.length() < 2 ? 0 : bytes.u8(1) < 0x80 ? 2 : 2 + (bytes.u8(1) & 0x7F);
        boolean numbered = head > 0 && bytes.length() > head + 2 && bytes.u8(head) == Ber.INTEGER;
        int octets = numbered ? bytes.u8(head + 1) : 0;
        boolean positive = octets >= 1 && octets <= 4 && bytes.u8(head + 2) < 0x80;
        return positive ? head + 2 + octets : -1;
    }

    static Speaker speaker(ByteView bytes) {
        long length = length(bytes);
        if (length < 0) {
            return Speaker.NOBODY;
        }
        if (length == 0 || bytes.length() < Math.min(length, 16)) {
            boolean may = bytes.length() < 3 || bytes.u8(1) <= 0x84;
            return may ? Speaker.UNFINISHED : Speaker.NOBODY;
        }
        int at = operation(bytes);
        if (at < 0 || at + 2 > bytes.length()) {
            return Speaker.NOBODY;
        }
        long size = Ber.size(bytes, at);
        return size > 0 && at + size <= length ? byTag(bytes, at, at + size == length) : Speaker.NOBODY;
    }

    private static Speaker byTag(ByteView bytes, int at, boolean last) {
        int inner = at + 2 + (bytes.u8(at + 1) < 0x80 ? 0 : bytes.u8(at + 1) & 0x7F);
        return switch (bytes.u8(at)) {
            case BIND -> tagged(bytes, inner, Ber.INTEGER, Speaker.CLIENT);
            case SEARCH, 0x66, 0x68, 0x6C, 0x6E -> tagged(bytes, inner, Ber.OCTET_STRING, Speaker.CLIENT);
            case EXTENDED -> tagged(bytes, inner, SIMPLE, Speaker.CLIENT);
            case UNBIND -> last && bytes.u8(at + 1) == 0 ? Speaker.CLIENT : Speaker.NOBODY;
            case DELETE, ABANDON -> last ? Speaker.CLIENT : Speaker.NOBODY;
            case BOUND, 0x65, 0x67, 0x69, 0x6B, 0x6D, 0x6F, EXTENDED_ANSWER ->
                tagged(bytes, inner, ENUMERATED, Speaker.SERVER);
            case ENTRY, 0x73 -> tagged(bytes, inner, Ber.OCTET_STRING, Speaker.SERVER);
            default -> Speaker.NOBODY;
        };
    }

    private static Speaker tagged(ByteView bytes, int at, int tag, Speaker speaker) {
        return at < bytes.length() && bytes.u8(at) == tag ? speaker : Speaker.NOBODY;
    }
}
