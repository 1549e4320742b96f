// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.whois;

import io.netgrade.wire.ByteView;
import java.nio.charset.StandardCharsets;

/** The one line of a query, and the beginning of an answer. */
final class WhoisText {
    private static final int LONGEST_QUERY = 256;
    private static final int LONGEST_BLANKS = 8;
    private static final int LONGEST_BEGINNING = 48;

    /** In lower case: how the answers of registries and of the usual servers begin. */
    private static final byte[][] WORDS = {
        word("% iana whois"),
        word("% this is the"),
        word("% this query"),
        word("% whois"),
        word("% restricted"),
        word("% copyright"),
        word("%%"),
        word("[query"),
        word("[whois"),
        word("[ jprs"),
        word("domain name:"),
        word("domain:"),
        word("whois server"),
        word("inetnum:"),
        word("inet6num:"),
        word("aut-num:"),
        word("as-block:"),
        word("route:"),
        word("refer:"),
        word("no match for"),
        word("not found:"),
        word("netrange:"),
        word("# arin whois"),
        word("registrant:"),
    };

    private WhoisText() {}

    enum Answer {
        KNOWN,
        SHORT,
        UNKNOWN
    }

    /** Whether a client's bytes are one line of printable characters, or as much of it as there is. */
    static boolean query(ByteView bytes) {
        if (bytes.length() > 0 && bytes.u8(0) <= ' ') {
            return false;
        }
        int line = bytes.indexOf('\n', 0, LONGEST_QUERY);
        if (bytes.length() > LONGEST_QUERY || (line >= 0 && line < bytes.length() - 1)) {
            return false;
        }
        for (int at = 0; at < bytes.length(); at++) {
            int value = bytes.u8(at);
            boolean end = (value == '\r' && bytes.length() - at <= 2) || (value == '\n' && bytes.length() - at == 1);
            if ((value < ' ' || value == 0x7F) && !end) {
                return false;
            }
        }
        return true;
    }

    static Answer answer(ByteView bytes) {
        if (bytes.length() == 0) {
            return Answer.SHORT;
        }
        int from = blanks(bytes);
        boolean mayCome = from <= LONGEST_BLANKS && from == bytes.length();
        for (byte[] word : WORDS) {
            if (bytes.holdsWord(from, word)) {
                return Answer.KNOWN;
            }
            mayCome |= begins(bytes, from, word);
        }
        return mayCome ? Answer.SHORT : Answer.UNKNOWN;
    }

    /** What stands before the first colon of the first line; empty where it is a remark. */
    static String begins(ByteView bytes) {
        int from = blanks(bytes);
        int colon = bytes.indexOf(':', from, from + LONGEST_BEGINNING);
        int line = bytes.indexOf('\n', from, from + LONGEST_BEGINNING);
        boolean field = bytes.u8(from) != '%' && colon > 0 && (line < 0 || colon < line);
        return field ? bytes.ascii(from, colon - from) : "";
    }

    private static int blanks(ByteView bytes) {
        int at = 0;
        while (at < bytes.length() && at <= LONGEST_BLANKS && bytes.u8(at) <= ' ') {
            at++;
        }
        return at;
    }

    private static boolean begins(ByteView bytes, int from, byte[] word) {
        int known = bytes.length() - from;
        for (int i = 0; i < known; i++) {
            if (i >= word.length || Character.toLowerCase(bytes.u8(from + i)) != word[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] word(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
