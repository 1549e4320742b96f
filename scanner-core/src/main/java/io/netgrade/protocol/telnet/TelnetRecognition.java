// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.telnet;

import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Recognition;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.Octets;
import java.nio.charset.StandardCharsets;

/**
 * Tells Telnet by a negotiation of either side (RFC 855), which of a server may come behind a banner, as the consoles of
 * routers and of mobile cores have it; or by the login prompt of a server that negotiates nothing.
 */
final class TelnetRecognition {
    /** A banner without a negotiation or a prompt is followed no longer than this. */
    private static final int LONGEST_BANNER = 1024;

    private static final int RLOGIN = 513;
    /** Octets of IAC, a verb and an option. */
    private static final int NEGOTIATION = 3;
    /** A command, or what a banner may hold. */
    static final Octets BEGINNINGS = Octets.where(octet -> octet == TelnetCode.IAC || inText(octet));

    private static final byte[][] PROMPTS = {
        "login:".getBytes(StandardCharsets.US_ASCII),
        "username:".getBytes(StandardCharsets.US_ASCII),
        "password:".getBytes(StandardCharsets.US_ASCII)
    };

    private TelnetRecognition() {}

    static Recognition of(Opening opening) {
        int initiator =
                opening.initiatorKnown() ? opens(opening.fromInitiator()) : opensOrGreets(opening.fromInitiator());
        int responder = opensOrGreets(opening.fromResponder());
        boolean binary = (initiator < 0 && !isText(opening.fromInitiator()))
                || (responder < 0 && !isText(opening.fromResponder()));
        if (!binary && (initiator > 0 || responder > 0)) {
            return opening.initiatorKnown() ? Recognition.RESPONDER_SERVES : server(opening);
        }
        return binary ? Recognition.NO : prompt(opening);
    }

    private static Recognition prompt(Opening opening) {
        ByteView server = opening.fromResponder();
        if (server.length() > LONGEST_BANNER || opening.responderPort() == RLOGIN) {
            return Recognition.NO;
        }
        if (endsWithPrompt(server)) {
            return Recognition.RESPONDER_SERVES;
        }
        // A Telnet client says nothing but options before it was prompted.
        boolean clientFirst = server.length() == 0 && opens(opening.fromInitiator()) < 0;
        return clientFirst ? Recognition.NO : Recognition.NEED_MORE;
    }

    /** 1 where the bytes begin with a negotiation, 0 where they may yet, -1 where they do not. */
    private static int opens(ByteView bytes) {
        if (bytes.length() == 0) {
            return 0;
        }
        boolean command = bytes.u8(0) == TelnetCode.IAC
                && (bytes.length() < 2 || TelnetCode.negotiates(bytes.u8(1)))
                && (bytes.length() < 3 || bytes.u8(2) <= TelnetCode.LAST_USUAL_OPTION);
        boolean goesOn = bytes.length() < 4 || bytes.u8(3) == TelnetCode.IAC || bytes.u8(3) < 0x80;
        return command && goesOn ? Math.max(0, Math.min(bytes.length(), 3) - 2) : -1;
    }

    private static int opensOrGreets(ByteView bytes) {
        return Math.max(opens(bytes), opensBehindBanner(bytes));
    }

    /** The same of two negotiations behind a banner: one alone may be chance. */
    private static int opensBehindBanner(ByteView bytes) {
        int at = bytes.indexOf(TelnetCode.IAC, 0, LONGEST_BANNER);
        if (at < 0 || !isText(bytes, at)) {
            return -1;
        }
        for (int i = at; i < bytes.length() && i < at + 2 * NEGOTIATION; i++) {
            int value = bytes.u8(i);
            boolean sound = switch ((i - at) % NEGOTIATION) {
                case 0 -> value == TelnetCode.IAC;
                case 1 -> TelnetCode.negotiates(value);
                default -> value <= TelnetCode.LAST_USUAL_OPTION;
            };
            if (!sound) {
                return -1;
            }
        }
        return bytes.length() - at < 2 * NEGOTIATION ? 0 : 1;
    }

    /** Servers offer to echo and ask for the terminal; clients the other way round. */
    private static Recognition server(Opening opening) {
        int balance = serves(opening.fromResponder()) - serves(opening.fromInitiator());
        if (balance == 0) {
            return Recognition.SERVER_UNKNOWN;
        }
        return balance > 0 ? Recognition.RESPONDER_SERVES : Recognition.INITIATOR_SERVES;
    }

    private static int serves(ByteView bytes) {
        int from = Math.max(0, bytes.indexOf(TelnetCode.IAC, 0, LONGEST_BANNER));
        for (int at = from; at + 2 < bytes.length() && bytes.u8(at) == TelnetCode.IAC; at += NEGOTIATION) {
            int verb = bytes.u8(at + 1);
            boolean offers = verb == TelnetCode.WILL;
            if (offers || verb == TelnetCode.DO) {
                int sign = sign(bytes.u8(at + 2));
                if (sign != 0) {
                    return offers ? sign : -sign;
                }
            }
        }
        return 0;
    }

    /** 1 for what a server does, -1 for what a client does, 0 for what either may. */
    private static int sign(int option) {
        return switch (option) {
            case TelnetCode.ECHO -> 1;
            case TelnetCode.TERMINAL_TYPE,
                    TelnetCode.NAWS,
                    TelnetCode.TERMINAL_SPEED,
                    TelnetCode.X_DISPLAY_LOCATION,
                    TelnetCode.ENVIRON,
                    TelnetCode.NEW_ENVIRON -> -1;
            default -> 0;
        };
    }

    private static boolean isText(ByteView bytes) {
        return isText(bytes, Math.min(bytes.length(), LONGEST_BANNER));
    }

    private static boolean isText(ByteView bytes, int end) {
        for (int at = 0; at < end; at++) {
            if (!inText(bytes.u8(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean inText(int value) {
        boolean control = value < ' ' && "\r\n\t\u001b\u0007\u0000".indexOf(value) < 0;
        return !control && value != TelnetCode.IAC;
    }

    private static boolean endsWithPrompt(ByteView bytes) {
        int end = bytes.length();
        while (end > 0 && bytes.u8(end - 1) == ' ') {
            end--;
        }
        for (byte[] prompt : PROMPTS) {
            if (endsWith(bytes, end, prompt)) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsWith(ByteView bytes, int end, byte[] lowerCase) {
        int start = end - lowerCase.length;
        for (int i = 0; start >= 0 && i < lowerCase.length; i++) {
            int value = bytes.u8(start + i);
            if ((value >= 'A' && value <= 'Z' ? value + 32 : value) != lowerCase[i]) {
                return false;
            }
        }
        return start >= 0;
    }
}
