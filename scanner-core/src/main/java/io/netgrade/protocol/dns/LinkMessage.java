// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.dns;

import io.netgrade.wire.ByteView;

/** A whole message of those who share the form of DNS on a link: every record is walked, and they fill the datagram. */
final class LinkMessage {
    private static final int MOST_RECORDS = 512;
    private static final int RECORD = 10;

    private LinkMessage() {}

    static boolean response(ByteView bytes) {
        return (bytes.u8(2) & 0x80) != 0;
    }

    /** RFC 6762 §18: of the flags only QR, AA and TC mean something, and there is no operation but 0. */
    static boolean mdns(ByteView bytes) {
        boolean flags = bytes.length() >= DnsMessage.HEADER && (bytes.u16(2) & 0x784F) == 0;
        return flags && (response(bytes) || bytes.u16(4) + bytes.u16(8) > 0) && whole(bytes);
    }

    /** RFC 4795 §2.1.1: one question, no operation but 0, and nothing reserved. */
    static boolean llmnr(ByteView bytes) {
        boolean flags = bytes.length() > DnsMessage.HEADER && (bytes.u16(2) & 0x78F0) == 0;
        return flags && bytes.u16(4) == 1 && (response(bytes) || bytes.u16(6) == 0) && whole(bytes);
    }

    /** A question by its answer (RFC 1035 §6.4, obsolete since RFC 3425): no question, one record. */
    static boolean inverse(ByteView bytes) {
        boolean flags = bytes.length() > DnsMessage.HEADER && (bytes.u16(2) & 0xF8F0) == 0x0800;
        return flags && bytes.u16(4) == 0 && bytes.u16(6) == 1 && whole(bytes);
    }

    /** The place behind the questions, or -1. */
    static int records(ByteView bytes) {
        int at = DnsMessage.HEADER;
        int questions = bytes.u16(4);
        for (int i = 0; i < questions && at > 0; i++) {
            int end = DnsName.end(bytes, at);
            at = end > 0 && end + 4 <= bytes.length() ? end + 4 : -1;
        }
        return at;
    }

    /** The place behind a record, or -1. */
    static int behind(ByteView bytes, int at) {
        int fields = DnsName.end(bytes, at);
        boolean here = fields > 0 && fields + RECORD <= bytes.length();
        int end = here ? fields + RECORD + bytes.u16(fields + 8) : 0;
        return here && end <= bytes.length() ? end : -1;
    }

    static int type(ByteView bytes, int at) {
        return bytes.u16(DnsName.end(bytes, at));
    }

    private static boolean whole(ByteView bytes) {
        int count = bytes.u16(6) + bytes.u16(8) + bytes.u16(10);
        boolean some = bytes.u16(4) + count > 0 && bytes.u16(4) + count <= MOST_RECORDS;
        int at = some ? records(bytes) : -1;
        for (int i = 0; i < count && at > 0; i++) {
            at = behind(bytes, at);
        }
        return at == bytes.length();
    }
}
