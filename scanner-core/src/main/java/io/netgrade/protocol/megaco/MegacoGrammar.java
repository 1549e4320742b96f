// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.megaco;

import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.Ber;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.Octets;
import io.netgrade.wire.Words;

/**
 * How a message begins: in text with {@code MEGACO/version mid} or {@code !/version mid}, maybe after an authentication
 * header (H.248.1 annex B.2); in BER with a sequence that holds version, sender and body (annex A.2).
 */
final class MegacoGrammar {
    private static final Words TOKENS = Words.of("MEGACO/", "!/");
    private static final Words AUTHENTICATION = Words.of("Authentication", "AU");
    private static final int TPKT = 4;
    private static final int LONGEST_AUTHENTICATION = 128;
    private static final int AUTHENTICATION_TAG = 0xA0;
    private static final int MESSAGE_TAG = 0xA1;
    private static final int VERSION_TAG = 0x80;
    private static final int MOST_VERSION = 9;

    /** Of a message: its token, blanks, an authentication, or a sequence; a frame begins with its version. */
    static final Octets BEGINNINGS = TOKENS.beginnings()
            .or(AUTHENTICATION.beginnings())
            .or(Octets.where(MegacoGrammar::isBlank))
            .or(Octets.of(Ber.SEQUENCE));

    private MegacoGrammar() {}

    static Speaker message(ByteView said) {
        return text(said, 0) >= 0 || binary(said, 0) ? Speaker.EITHER : Speaker.NOBODY;
    }

    static Speaker framed(ByteView said) {
        long length = frame(said);
        if (length == MessageGrammar.BROKEN) {
            return Speaker.NOBODY;
        }
        if (length == MessageGrammar.UNKNOWN || said.length() < Math.min(length, TPKT + LONGEST_AUTHENTICATION)) {
            return Speaker.UNFINISHED;
        }
        return text(said, TPKT) >= 0 || binary(said, TPKT) ? Speaker.EITHER : Speaker.NOBODY;
    }

    /** {@code 03 00 length(16)}, which counts these four octets too (RFC 1006 §6). */
    static long frame(ByteView said) {
        if (said.length() > 0 && said.u8(0) != 3) {
            return MessageGrammar.BROKEN;
        }
        if (said.length() < TPKT) {
            return MessageGrammar.UNKNOWN;
        }
        return said.u8(1) == 0 && said.u16(2) > TPKT + 8 ? said.u16(2) : MessageGrammar.BROKEN;
    }

    /** Where the version of a message in text stands; -1 where it is none. */
    static int text(ByteView said, int from) {
        int at = skipBlank(said, from);
        if (at < said.length() && (said.u8(at) | 0x20) == 'a' && AUTHENTICATION.at(said, at)) {
            int mark = said.indexOf('=', at, at + 16);
            int end = said.indexOf('/', mark < 0 ? said.length() : mark, at + LONGEST_AUTHENTICATION);
            at = end < 0 ? said.length() : tokenBefore(said, end);
        }
        boolean begins = at < said.length() && (said.u8(at) == '!' || (said.u8(at) | 0x20) == 'm');
        int slash = begins && TOKENS.at(said, at) ? said.indexOf('/', at, at + 8) : -1;
        int version = slash + 1;
        boolean digit = slash > 0 && version < said.length() && said.u8(version) >= '1' && said.u8(version) <= '9';
        int sender = digit ? skipBlank(said, version + 1) : said.length();
        return sender < said.length() && sender > version + 1 && sender(said, sender) ? version : -1;
    }

    static boolean authenticated(ByteView said, int from) {
        int at = skipBlank(said, from);
        return AUTHENTICATION.at(said, at);
    }

    private static int tokenBefore(ByteView said, int slash) {
        int at = slash;
        while (at > 0 && said.u8(at - 1) > ' ') {
            at--;
        }
        return at;
    }

    /** An address in brackets, a domain in angles, a name, or {@code MTP} (annex B.2). */
    private static boolean sender(ByteView said, int at) {
        int mark = said.u8(at);
        return mark == '[' || mark == '<' || (mark >= '0' && mark <= '9') || Character.isLetter(mark);
    }

    private static int skipBlank(ByteView said, int from) {
        int at = from;
        while (at < said.length() && isBlank(said.u8(at))) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(int octet) {
        return octet == ' ' || (octet >= '\t' && octet <= '\r');
    }

    static boolean binary(ByteView said, int from) {
        long sequence = Ber.span(said, Ber.SEQUENCE, from, said.length());
        if (sequence == Ber.NONE || Ber.end(sequence) != said.length()) {
            return false;
        }
        long message = message(said, sequence);
        return message != Ber.NONE && version(said, message) > 0;
    }

    private static long message(ByteView said, long sequence) {
        int at = Ber.start(sequence);
        long header = Ber.span(said, AUTHENTICATION_TAG, at, Ber.end(sequence));
        return Ber.span(said, MESSAGE_TAG, header == Ber.NONE ? at : Ber.end(header), Ber.end(sequence));
    }

    /** The version in a message in BER, whose sender and body must follow; 0 where they do not. */
    private static int version(ByteView said, long message) {
        long version = Ber.span(said, VERSION_TAG, Ber.start(message), Ber.end(message));
        long number = Ber.integer(said, version, 0);
        long sender = version == Ber.NONE ? Ber.NONE : Ber.span(said, Ber.end(version), Ber.end(message));
        long body = sender == Ber.NONE ? Ber.NONE : Ber.span(said, Ber.end(sender), Ber.end(message));
        boolean whole = body != Ber.NONE && Ber.end(body) == Ber.end(message) && said.u8(Ber.end(version)) == 0xA1;
        return whole && number > 0 && number <= MOST_VERSION ? (int) number : 0;
    }

    /** The version of a message in BER that {@link #binary} has let pass. */
    static int binaryVersion(ByteView said, int from) {
        return version(said, message(said, Ber.span(said, Ber.SEQUENCE, from, said.length())));
    }

    static boolean binaryAuthenticated(ByteView said, int from) {
        return said.u8(Ber.start(Ber.span(said, Ber.SEQUENCE, from, said.length()))) == AUTHENTICATION_TAG;
    }
}
