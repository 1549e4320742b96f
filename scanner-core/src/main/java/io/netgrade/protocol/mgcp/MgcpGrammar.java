// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.mgcp;

import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.Octets;
import io.netgrade.wire.Words;

/**
 * The first line of a message (RFC 3435 §3.2, §3.3): {@code VERB transaction endpoint MGCP 1.0}, or
 * {@code code transaction [/package] [comment]}.
 */
final class MgcpGrammar {
    private static final Words VERBS =
            Words.of("EPCF ", "CRCX ", "MDCX ", "DLCX ", "RQNT ", "NTFY ", "AUEP ", "AUCX ", "RSIP ", "MESG ");
    private static final Words NAME = Words.of(" MGCP ");
    private static final int VERB = 5;
    private static final int LONGEST_LINE = 512;
    private static final int MOST_DIGITS = 9;

    /** A verb, or the first digit of an answer's code. */
    static final Octets BEGINNINGS = VERBS.beginnings().or(Octets.between('0', '9'));

    private MgcpGrammar() {}

    static Speaker speaker(ByteView said) {
        if (answer(said)) {
            return Speaker.SERVER;
        }
        return VERBS.at(said, 0) && command(said) ? Speaker.CLIENT : Speaker.NOBODY;
    }

    private static boolean command(ByteView said) {
        int digits = digits(said, VERB);
        int name = VERB + digits;
        if (digits == 0 || digits > MOST_DIGITS || name >= said.length() || said.u8(name) != ' ') {
            return false;
        }
        int end = lineEnd(said);
        return NAME.within(said, name + 2, end - 6) && digits(said, versionAt(said)) > 0;
    }

    /** Where the version of a command begins. */
    static int versionAt(ByteView said) {
        int end = lineEnd(said);
        for (int at = VERB; at < end - 6; at++) {
            if (NAME.at(said, at)) {
                return at + 6;
            }
        }
        return end;
    }

    static int lineEnd(ByteView said) {
        int end = said.indexOf('\n', 0, LONGEST_LINE);
        int stop = end < 0 ? Math.min(said.length(), LONGEST_LINE) : end;
        return stop > 0 && said.u8(stop - 1) == '\r' ? stop - 1 : stop;
    }

    static boolean answer(ByteView said) {
        int transaction = digits(said, 4);
        int end = 4 + transaction;
        boolean begins = digits(said, 0) == 3 && said.length() > 4 && said.u8(3) == ' ';
        boolean code = begins && (said.u8(0) <= '5' || said.u8(0) >= '8');
        boolean ends = end == said.length() || (end < said.length() && said.u8(end) <= ' ');
        return code && transaction > 0 && transaction <= MOST_DIGITS && ends;
    }

    static int digits(ByteView said, int from) {
        int at = from;
        while (at < said.length() && said.u8(at) >= '0' && said.u8(at) <= '9') {
            at++;
        }
        return at - from;
    }
}
