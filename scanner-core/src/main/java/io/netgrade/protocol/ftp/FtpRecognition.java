// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ftp;

import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Recognition;
import io.netgrade.wire.ByteView;
import java.nio.charset.StandardCharsets;

/**
 * Tells FTP by its greeting and the client's first command. SMTP greets with 220 too: a greeting that names neither waits
 * for the command, or on FTP's own port is believed.
 */
final class FtpRecognition {
    private static final int CONTROL_PORT = 21;
    private static final int LONGEST_GREETING = 2048;
    private static final byte[] GREETING = ascii("220");
    private static final byte[][] FTP_WORDS = {ascii("ftp"), ascii("filezilla"), ascii("serv-u")};
    private static final byte[][] MAIL_WORDS = {ascii("smtp"), ascii("mail")};
    private static final byte[][] MAIL_OPENERS = {ascii("ehlo "), ascii("helo "), ascii("lhlo ")};
    /** Commands that open an FTP session and that SMTP does not know. */
    private static final byte[][] OPENERS = {
        ascii("user "),
        ascii("auth "),
        ascii("feat\r"),
        ascii("syst\r"),
        ascii("opts "),
        ascii("host "),
        ascii("clnt "),
        ascii("pbsz "),
        ascii("lang "),
        ascii("acct "),
        ascii("pass "),
        ascii("feat\n"),
        ascii("syst\n")
    };
    /** Commands in the middle of a session that POP3, IRC and SMTP do not know. */
    private static final byte[][] INNER = {
        ascii("pasv\r"),
        ascii("epsv"),
        ascii("port "),
        ascii("eprt "),
        ascii("stor "),
        ascii("cwd "),
        ascii("pwd\r"),
        ascii("type "),
        ascii("mlsd"),
        ascii("pbsz "),
        ascii("syst\r"),
        ascii("feat\r")
    };

    private FtpRecognition() {}

    static Recognition of(Opening opening) {
        Recognition greeted = greeted(opening);
        if (greeted != Recognition.NO || opening.initiatorKnown()) {
            return greeted;
        }
        Recognition responder =
                underWay(opening.fromInitiator(), opening.fromResponder(), Recognition.RESPONDER_SERVES);
        return responder != Recognition.NO
                ? responder
                : underWay(opening.fromResponder(), opening.fromInitiator(), Recognition.INITIATOR_SERVES);
    }

    private static Recognition greeted(Opening opening) {
        ByteView server = opening.fromResponder();
        int known = Math.min(server.length(), 3);
        for (int at = 0; at < known; at++) {
            if (server.u8(at) != GREETING[at]) {
                return Recognition.NO;
            }
        }
        if (server.length() < 4) {
            return server.length() == 0 && opening.fromInitiator().length() > 0
                    ? early(opening)
                    : Recognition.NEED_MORE;
        }
        boolean separated = server.u8(3) == ' ' || server.u8(3) == '-' || server.u8(3) == '\r';
        return separated ? byWords(opening) : Recognition.NO;
    }

    /** A client may not speak before the greeting, but packets are lost. */
    private static Recognition early(Opening opening) {
        return begins(opening.fromInitiator(), OPENERS) ? Recognition.NEED_MORE : Recognition.NO;
    }

    private static Recognition byWords(Opening opening) {
        ByteView client = opening.fromInitiator();
        if (begins(client, OPENERS)) {
            return Recognition.RESPONDER_SERVES;
        }
        ByteView server = opening.fromResponder();
        int end = Math.min(server.length(), LONGEST_GREETING);
        boolean ftp = holds(server, end, FTP_WORDS);
        boolean mail = holds(server, end, MAIL_WORDS);
        if (begins(client, MAIL_OPENERS) || (mail && !ftp)) {
            return Recognition.NO;
        }
        boolean greetingOver = server.indexOf('\n', 0, end) >= 0;
        if (greetingOver && ((ftp && !mail) || opening.responderPort() == CONTROL_PORT)) {
            return Recognition.RESPONDER_SERVES;
        }
        boolean waiting = server.length() < LONGEST_GREETING && client.indexOf('\n', 0, client.length()) < 0;
        return waiting ? Recognition.NEED_MORE : Recognition.NO;
    }

    /** A session seen from its middle: a command of FTP alone on one side, a reply code on the other. */
    private static Recognition underWay(ByteView client, ByteView server, Recognition answer) {
        boolean commands = client.length() == 0 || begins(client, INNER);
        boolean replies = server.length() < 4 || isReply(server);
        if (!commands || !replies) {
            return Recognition.NO;
        }
        return client.length() > 0 && server.length() >= 4 ? answer : Recognition.NEED_MORE;
    }

    private static boolean isReply(ByteView bytes) {
        boolean code = isDigit(bytes.u8(0)) && isDigit(bytes.u8(1)) && isDigit(bytes.u8(2));
        return code && (bytes.u8(3) == ' ' || bytes.u8(3) == '-');
    }

    private static boolean begins(ByteView bytes, byte[][] lowerCase) {
        for (byte[] command : lowerCase) {
            if (holdsAt(bytes, 0, command)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(ByteView bytes, int end, byte[][] lowerCase) {
        for (int at = 0; at < end; at++) {
            for (byte[] word : lowerCase) {
                if (holdsAt(bytes, at, word)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean holdsAt(ByteView bytes, int at, byte[] lowerCase) {
        if (bytes.length() - at < lowerCase.length) {
            return false;
        }
        for (int i = 0; i < lowerCase.length; i++) {
            int value = bytes.u8(at + i);
            if ((value >= 'A' && value <= 'Z' ? value + 32 : value) != lowerCase[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(int value) {
        return value >= '0' && value <= '9';
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
