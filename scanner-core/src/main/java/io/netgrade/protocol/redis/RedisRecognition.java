// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.redis;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Recognition;
import io.netgrade.wire.ByteView;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Tells a Redis connection: by a command as an array of bulk strings, or by an answer that no other protocol gives. A
 * command as a line ({@code PING}) alone tells nothing, as others have the same words.
 */
final class RedisRecognition {
    private static final int LONGEST_COMMAND = 32;

    private static final List<byte[]> ANSWERS = texts(
            "+PONG\r\n",
            "-NOAUTH ",
            "-WRONGPASS ",
            "-DENIED Redis ",
            "-ERR AUTH <password> called",
            "-ERR unknown command '",
            "-ERR unknown command `");
    private static final List<byte[]> LINES = texts("PING", "INFO", "AUTH ", "ECHO ", "SELECT ", "COMMAND", "ROLE");

    private enum Said {
        ANSWER,
        COMMAND,
        LINE,
        NOTHING,
        OTHER,
        UNFINISHED
    }

    private RedisRecognition() {}

    static Recognition of(Opening opening) {
        if (opening.transport() != Transport.TCP) {
            return Recognition.NO;
        }
        Said initiator = said(opening.fromInitiator());
        Said responder = said(opening.fromResponder());
        if (responder == Said.ANSWER && initiator != Said.ANSWER) {
            return Recognition.RESPONDER_SERVES;
        }
        if (initiator == Said.ANSWER) {
            return Recognition.INITIATOR_SERVES;
        }
        if (initiator == Said.COMMAND || responder == Said.COMMAND) {
            return ofCommand(opening, initiator);
        }
        return mayBecome(initiator) && mayBecome(responder) ? Recognition.NEED_MORE : Recognition.NO;
    }

    /** An array of bulk strings may be an answer as well; who else says a plain answer serves. */
    private static Recognition ofCommand(Opening opening, Said initiator) {
        boolean initiatorAsks = initiator == Said.COMMAND;
        ByteView other = initiatorAsks ? opening.fromResponder() : opening.fromInitiator();
        if (other.length() > 0 && !typed(other.u8(0))) {
            return Recognition.NO;
        }
        boolean plainAnswer = other.length() > 0 && other.u8(0) != '*';
        if (initiatorAsks && (opening.initiatorKnown() || plainAnswer)) {
            return Recognition.RESPONDER_SERVES;
        }
        return !initiatorAsks && plainAnswer ? Recognition.INITIATOR_SERVES : Recognition.SERVER_UNKNOWN;
    }

    private static boolean mayBecome(Said said) {
        return said == Said.LINE || said == Said.NOTHING || said == Said.UNFINISHED;
    }

    private static Said said(ByteView bytes) {
        if (bytes.length() == 0) {
            return Said.NOTHING;
        }
        int first = bytes.u8(0);
        if (first == '*') {
            return command(bytes);
        }
        Said answer = first == '+' || first == '-' ? any(bytes, ANSWERS, Said.ANSWER) : Said.OTHER;
        return answer == Said.OTHER ? any(bytes, LINES, Said.LINE) : answer;
    }

    /** {@code *3 CRLF $3 CRLF SET CRLF}: a count, a length, and a word of that length which begins with a letter. */
    private static Said command(ByteView bytes) {
        int length = number(bytes, 0, '*', 1 << 20);
        if (length <= 0) {
            return length == 0 ? Said.UNFINISHED : Said.OTHER;
        }
        int wordAt = number(bytes, length, '$', LONGEST_COMMAND);
        if (wordAt <= 0) {
            return wordAt == 0 ? Said.UNFINISHED : Said.OTHER;
        }
        for (int at = wordAt; at < bytes.length() && at < wordAt + LONGEST_COMMAND + 1; at++) {
            int octet = bytes.u8(at);
            if (octet == '\r' && at > wordAt) {
                return Said.COMMAND;
            }
            if (at == wordAt ? !letter(octet) : octet <= ' ' || octet > '~') {
                return Said.OTHER;
            }
        }
        return bytes.length() > wordAt + LONGEST_COMMAND ? Said.OTHER : Said.UNFINISHED;
    }

    /** The place behind a type, a number from 1 to a limit, and CRLF; 0 where more is to come, -1 where it is none. */
    private static int number(ByteView bytes, int from, int type, int limit) {
        int value = 0;
        for (int at = from; at < bytes.length(); at++) {
            int octet = bytes.u8(at);
            if (at == from) {
                value = octet == type ? 0 : -1;
            } else if (octet == '\r') {
                return value > 0 ? lineEnd(bytes, at) : -1;
            } else {
                value = octet >= '0' && octet <= '9' ? value * 10 + octet - '0' : -1;
            }
            if (value < 0 || value > limit) {
                return -1;
            }
        }
        return 0;
    }

    private static int lineEnd(ByteView bytes, int at) {
        if (at + 1 >= bytes.length()) {
            return 0;
        }
        return bytes.u8(at + 1) == '\n' ? at + 2 : -1;
    }

    private static Said any(ByteView bytes, List<byte[]> texts, Said found) {
        Said said = Said.OTHER;
        for (int i = 0; i < texts.size(); i++) {
            byte[] text = texts.get(i);
            int common = common(bytes, text);
            if (common == text.length) {
                return found;
            }
            if (common == bytes.length()) {
                said = Said.UNFINISHED;
            }
        }
        return said;
    }

    /** How many octets are the same from the beginning, in either case. */
    private static int common(ByteView bytes, byte[] text) {
        int most = Math.min(bytes.length(), text.length);
        int at = 0;
        while (at < most && upper(bytes.u8(at)) == upper(text[at])) {
            at++;
        }
        return at;
    }

    private static int upper(int octet) {
        return octet >= 'a' && octet <= 'z' ? octet & ~0x20 : octet;
    }

    private static boolean letter(int octet) {
        return upper(octet) >= 'A' && upper(octet) <= 'Z';
    }

    private static boolean typed(int octet) {
        return "+-:$*_,#(!=%~>|".indexOf(octet) >= 0;
    }

    private static List<byte[]> texts(String... texts) {
        return List.of(texts).stream()
                .map(text -> text.getBytes(StandardCharsets.US_ASCII))
                .toList();
    }
}
