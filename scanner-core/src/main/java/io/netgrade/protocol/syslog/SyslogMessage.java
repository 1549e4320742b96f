// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.syslog;

import io.netgrade.wire.ByteView;
import io.netgrade.wire.Words;

/** How a message begins: a priority in angle brackets, then a version or the name of a month. */
final class SyslogMessage {
    /** How messages are written. */
    enum Format {
        OTHER,
        RFC3164,
        RFC5424
    }

    /** Octets that tell the format: priority, version and the beginning of a date. */
    static final int ENOUGH = 22;

    private static final int HIGHEST_PRIORITY = 191;
    private static final Words MONTHS =
            Words.of("jan ", "feb ", "mar ", "apr ", "may ", "jun ", "jul ", "aug ", "sep ", "oct ", "nov ", "dec ");

    private SyslogMessage() {}

    /** The place behind a sound priority, or -1. */
    static int body(ByteView bytes, int at) {
        int end = bytes.indexOf('>', at + 2, at + 5);
        if (end < 0 || bytes.u8(at) != '<') {
            return -1;
        }
        int priority = 0;
        for (int i = at + 1; i < end; i++) {
            if (!digit(bytes.u8(i))) {
                return -1;
            }
            priority = 10 * priority + bytes.u8(i) - '0';
        }
        boolean plain = bytes.u8(at + 1) != '0' || end == at + 2;
        return plain && priority <= HIGHEST_PRIORITY && end + 1 < bytes.length() ? end + 1 : -1;
    }

    static Format format(ByteView bytes, int at) {
        int left = bytes.length() - at;
        if (left >= 8 && bytes.u8(at) == '1' && bytes.u8(at + 1) == ' ') {
            boolean dated = bytes.u8(at + 2) == '-' && bytes.u8(at + 3) == ' ';
            boolean year = digit(bytes.u8(at + 2)) && digit(bytes.u8(at + 5)) && bytes.u8(at + 6) == '-';
            return dated || year ? Format.RFC5424 : Format.OTHER;
        }
        boolean day = left >= 16 && MONTHS.at(bytes, at) && digit(bytes.u8(at + 5)) && bytes.u8(at + 9) == ':';
        return day ? Format.RFC3164 : Format.OTHER;
    }

    /** The place behind the count of octets and a blank (RFC 6587 §3.4.1); 0 where there is none, -1 where it is not sound. */
    static int counted(ByteView bytes) {
        if (bytes.u8(0) == '<') {
            return 0;
        }
        int at = 0;
        while (at < Math.min(bytes.length(), 6) && digit(bytes.u8(at))) {
            at++;
        }
        if (at == bytes.length()) {
            return bytes.u8(0) == '0' || at > 5 ? -1 : at;
        }
        return at > 1 && bytes.u8(0) != '0' && bytes.u8(at) == ' ' ? at + 1 : -1;
    }

    private static boolean digit(int octet) {
        return octet >= '0' && octet <= '9';
    }
}
