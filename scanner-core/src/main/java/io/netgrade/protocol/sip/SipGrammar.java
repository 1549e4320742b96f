// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.sip;

import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.Octets;
import io.netgrade.wire.Words;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** How messages begin and where they end (RFC 3261 §7, §18.3). Telling allocates nothing. */
final class SipGrammar {
    private static final byte[] VERSION = "SIP/2.0".getBytes(StandardCharsets.US_ASCII);
    private static final Words STATUS = Words.of("SIP/2.0 ");
    private static final Words METHODS = Words.of(
            "INVITE ",
            "ACK ",
            "BYE ",
            "CANCEL ",
            "OPTIONS ",
            "REGISTER ",
            "PRACK ",
            "SUBSCRIBE ",
            "NOTIFY ",
            "PUBLISH ",
            "INFO ",
            "REFER ",
            "MESSAGE ",
            "UPDATE ",
            "SERVICE ",
            "BENOTIFY ");
    private static final Words SCHEMES = Words.of("sip:", "sips:", "tel:", "urn:", "im:", "pres:");
    private static final int LONGEST_METHOD = 11;
    private static final int LONGEST_START = 2048;
    private static final int LONGEST_HEAD = 32 * 1024;

    /** A word, or the line ends that may be before it (RFC 3261 §7.5). */
    static final Octets BEGINNINGS =
            STATUS.beginnings().or(METHODS.beginnings()).or(Octets.in("\r\n"));

    private SipGrammar() {}

    static Speaker speaker(ByteView said) {
        int from = blank(said);
        if (from == said.length()) {
            return from <= 4 ? Speaker.UNFINISHED : Speaker.NOBODY;
        }
        if (!letter(said.u8(from))) {
            return Speaker.NOBODY;
        }
        if (STATUS.at(said, from)) {
            return status(said, from + VERSION.length + 1);
        }
        int space = said.indexOf(' ', from, from + LONGEST_METHOD);
        if (space > 0 && METHODS.at(said, from)) {
            return request(said, space + 1);
        }
        boolean may =
                from == 0 ? STATUS.mayBegin(said) || METHODS.mayBegin(said) : said.length() - from < LONGEST_METHOD;
        return may ? Speaker.UNFINISHED : Speaker.NOBODY;
    }

    /** Most of what is no SIP ends here, as this is asked of every flow. */
    private static boolean letter(int octet) {
        int capital = octet & 0xDF;
        return capital >= 'A' && capital <= 'U';
    }

    /** Line ends before a message are to be passed over (RFC 3261 §7.5). */
    static int blank(ByteView said) {
        int at = 0;
        while (at < said.length() && (said.u8(at) == '\r' || said.u8(at) == '\n')) {
            at++;
        }
        return at;
    }

    private static Speaker status(ByteView said, int at) {
        for (int i = 0; i < 4; i++) {
            if (at + i >= said.length()) {
                return Speaker.UNFINISHED;
            }
            int octet = said.u8(at + i);
            boolean fits = i == 3 ? octet == ' ' : octet >= (i == 0 ? '1' : '0') && octet <= (i == 0 ? '6' : '9');
            if (!fits) {
                return Speaker.NOBODY;
            }
        }
        return Speaker.SERVER;
    }

    /** The address and the version behind a method. */
    private static Speaker request(ByteView said, int at) {
        int end = said.indexOf('\n', at, LONGEST_START);
        if (end < 0) {
            boolean may = said.length() < LONGEST_START && (said.length() < at + 5 || SCHEMES.at(said, at));
            return may ? Speaker.UNFINISHED : Speaker.NOBODY;
        }
        int stop = said.u8(end - 1) == '\r' ? end - 1 : end;
        boolean fits = SCHEMES.at(said, at)
                && stop - VERSION.length > at
                && said.u8(stop - VERSION.length - 1) == ' '
                && said.holds(stop - VERSION.length, VERSION);
        return fits ? Speaker.CLIENT : Speaker.NOBODY;
    }

    /** Octets up to and with the empty line; {@link MessageGrammar#UNKNOWN} or {@link MessageGrammar#BROKEN}. */
    static long head(ByteView bytes) {
        int line = 0;
        while (true) {
            int end = bytes.indexOf('\n', line, LONGEST_HEAD);
            if (end < 0) {
                return bytes.length() < LONGEST_HEAD ? MessageGrammar.UNKNOWN : MessageGrammar.BROKEN;
            }
            int length = end - line;
            if (length == 0 || (length == 1 && bytes.u8(line) == '\r')) {
                return end + 1L;
            }
            line = end + 1;
        }
    }

    /** The value of Content-Length in a head; 0 where there is none, {@link MessageGrammar#BROKEN} where it is none. */
    static long body(String head) {
        for (String line : head.split("\n")) {
            String lower = line.toLowerCase(Locale.ROOT);
            int colon = lower.indexOf(':');
            String name = colon < 0 ? "" : lower.substring(0, colon).strip();
            if (name.equals("content-length") || name.equals("l")) {
                String digits = lower.substring(colon + 1).strip();
                boolean number = !digits.isEmpty()
                        && digits.length() < 8
                        && digits.chars().allMatch(Character::isDigit);
                return number ? Long.parseLong(digits) : MessageGrammar.BROKEN;
            }
        }
        return 0;
    }
}
