// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.irc;

import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.Octets;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The first lines of each side. A client begins with PASS, CAP, NICK or USER, and needs two of them to be told from a
 * client of something else; a server says its name, and a number of three digits or NOTICE.
 */
final class IrcLine {
    private static final byte[] NICK = word("nick ");
    private static final byte[] USER = word("user ");
    private static final byte[] PASS = word("pass ");
    private static final byte[] CAPABILITY = word("cap ls");
    private static final byte[] CAPABILITY_WANTED = word("cap req ");
    private static final byte[] NOTICE_AUTH = word("notice auth :");
    private static final byte[] NOTICE = word("notice ");
    private static final byte[] PRIVATE = word("privmsg ");
    /** What a client says that was let in long ago; only the server's words then tell. */
    private static final List<byte[]> LATER =
            List.of(PRIVATE, word("ison "), word("join "), word("mode "), word("ping "), word("pong "), word("who "));

    /** With CR LF (RFC 2812 section 2.3); IRCv3 allows tags before it. */
    private static final int LONGEST = 512;

    /** The prefix of a server's line, or a word of those above. */
    static final Octets BEGINNINGS = Octets.inEitherCase(":NUPCIJMW");

    private IrcLine() {}

    static Speaker speaker(ByteView bytes) {
        int first = bytes.u8(0);
        if (first == ':') {
            return server(bytes);
        }
        if (begins(bytes, NOTICE_AUTH)) {
            return bytes.length() < NOTICE_AUTH.length ? Speaker.UNFINISHED : Speaker.SERVER;
        }
        return client(bytes);
    }

    /** {@code :irc.example.org 001 nick :…} or {@code :irc.example.org NOTICE * :…}. */
    private static Speaker server(ByteView bytes) {
        int name = bytes.indexOf(' ', 0, LONGEST);
        int letters = name < 0 ? bytes.length() : name;
        for (int at = 1; at < letters; at++) {
            if (bytes.u8(at) <= ' ' || bytes.u8(at) > '~' || bytes.u8(at) == ':') {
                return Speaker.NOBODY;
            }
        }
        if (name < 0 || bytes.length() < name + 1 + PRIVATE.length) {
            return name == 1 || bytes.length() > LONGEST ? Speaker.NOBODY : Speaker.UNFINISHED;
        }
        int at = name + 1;
        boolean numeric = digit(bytes, at) && digit(bytes, at + 1) && digit(bytes, at + 2) && bytes.u8(at + 3) == ' ';
        boolean relayed = bytes.indexOf('@', bytes.indexOf('!', 1, name) + 1, name) > 2 && bytes.holdsWord(at, PRIVATE);
        boolean known = numeric || relayed || bytes.holdsWord(at, NOTICE);
        return name > 1 && known ? Speaker.SERVER : Speaker.NOBODY;
    }

    private static Speaker client(ByteView bytes) {
        if (begins(bytes, CAPABILITY) || begins(bytes, CAPABILITY_WANTED)) {
            return bytes.length() <= CAPABILITY.length ? Speaker.UNFINISHED : Speaker.CLIENT;
        }
        if (!begins(bytes, NICK) && !begins(bytes, USER) && !begins(bytes, PASS)) {
            return isLater(bytes) ? Speaker.UNFINISHED : Speaker.NOBODY;
        }
        int line = bytes.indexOf('\n', 0, LONGEST);
        if (line < 0) {
            return bytes.length() < LONGEST ? Speaker.UNFINISHED : Speaker.NOBODY;
        }
        // USER with four parameters is nobody else's: FTP's and POP3's have one.
        if (bytes.holdsWord(0, USER) && spaces(bytes, line) < 4) {
            return Speaker.NOBODY;
        }
        return bytes.holdsWord(0, USER) ? Speaker.CLIENT : second(bytes, line + 1);
    }

    private static boolean isLater(ByteView bytes) {
        if (bytes.length() > LONGEST) {
            return false;
        }
        for (byte[] word : LATER) {
            if (begins(bytes, word)) {
                return true;
            }
        }
        return false;
    }

    private static Speaker second(ByteView bytes, int at) {
        boolean known = bytes.holdsWord(at, NICK) || bytes.holdsWord(at, USER) || bytes.holdsWord(at, PASS);
        int line = bytes.indexOf('\n', at, at + LONGEST);
        if (known && bytes.holdsWord(at, USER)) {
            return line < 0 ? Speaker.UNFINISHED : spaces(bytes, line) >= 4 ? Speaker.CLIENT : Speaker.NOBODY;
        }
        boolean nick = bytes.holdsWord(0, NICK) || bytes.holdsWord(at, NICK);
        return known && nick ? Speaker.CLIENT : bytes.length() - at < USER.length ? Speaker.UNFINISHED : Speaker.NOBODY;
    }

    private static int spaces(ByteView bytes, int end) {
        int count = 0;
        int from = bytes.u8(0) == 'U' || bytes.u8(0) == 'u' ? 0 : bytes.indexOf('\n', 0, end) + 1;
        for (int at = from; at < end; at++) {
            count += bytes.u8(at) == ' ' ? 1 : 0;
        }
        return count;
    }

    private static boolean begins(ByteView bytes, byte[] word) {
        int known = Math.min(bytes.length(), word.length);
        for (int i = 0; i < known; i++) {
            if (Character.toLowerCase(bytes.u8(i)) != word[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean digit(ByteView bytes, int at) {
        return bytes.u8(at) >= '0' && bytes.u8(at) <= '9';
    }

    private static byte[] word(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
