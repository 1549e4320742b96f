// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.rcommands;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Recognition;
import io.netgrade.wire.ByteView;

/** Tells the r-commands by the client's first words, which end with zeros, and by a server that has not spoken or says zero. */
final class RcommandsRecognition {
    private static final int LONGEST_WORD = 64;
    private static final int LONGEST_COMMAND = 1024;
    private static final int MOST_DIGITS = 5;
    private static final int NONE = -1;
    private static final int UNFINISHED = -2;

    private RcommandsRecognition() {}

    /** Zero, two users, terminal and speed: {@code \0 user \0 user \0 vt100/9600 \0} (RFC 1282 2). */
    static Recognition rlogin(Opening opening) {
        ByteView client = opening.fromInitiator();
        if (opening.transport() != Transport.TCP || !silent(opening.fromResponder())) {
            return Recognition.NO;
        }
        if (client.length() == 0) {
            return Recognition.NEED_MORE;
        }
        if (client.u8(0) != 0) {
            return Recognition.NO;
        }
        int local = word(client, 1, LONGEST_WORD);
        int remote = local < 0 ? local : word(client, local, LONGEST_WORD);
        int terminal = remote < 0 ? remote : word(client, remote, LONGEST_WORD);
        if (terminal < 0) {
            return terminal == UNFINISHED ? Recognition.NEED_MORE : Recognition.NO;
        }
        boolean last = terminal == client.length() && speed(client, remote, terminal - 1) && remote - local > 1;
        return last ? Recognition.RESPONDER_SERVES : Recognition.NO;
    }

    /** The port for errors in digits, two words, and a command, each ended by a zero. */
    static Recognition command(Opening opening, int port) {
        boolean usual = opening.responderPort() == port;
        ByteView client = opening.fromInitiator();
        if (opening.transport() != Transport.TCP || !usual || !silent(opening.fromResponder())) {
            return Recognition.NO;
        }
        if (client.length() == 0) {
            return Recognition.NEED_MORE;
        }
        int digits = word(client, 0, MOST_DIGITS + 1);
        int first =
                digits < 0 || !digits(client, digits - 1) ? Math.min(digits, NONE) : word(client, digits, LONGEST_WORD);
        int second = first < 0 ? first : word(client, first, LONGEST_WORD);
        int command = second < 0 ? second : word(client, second, LONGEST_COMMAND);
        if (command < 0) {
            boolean waits = command == UNFINISHED && digits(client, Math.min(client.length(), Math.max(digits - 1, 0)));
            return waits ? Recognition.NEED_MORE : Recognition.NO;
        }
        return command - second > 1 ? Recognition.BY_PORT : Recognition.NO;
    }

    /** The place behind a word of printable characters and its zero. */
    private static int word(ByteView bytes, int from, int longest) {
        for (int at = from; at < bytes.length(); at++) {
            int octet = bytes.u8(at);
            if (octet == 0) {
                return at + 1;
            }
            if (octet < ' ' || octet > '~' || at - from >= longest) {
                return NONE;
            }
        }
        return UNFINISHED;
    }

    private static boolean digits(ByteView bytes, int to) {
        for (int at = 0; at < to; at++) {
            if (bytes.u8(at) < '0' || bytes.u8(at) > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean speed(ByteView bytes, int from, int to) {
        int slash = bytes.indexOf('/', from, to);
        for (int at = slash + 1; slash > 0 && at < to; at++) {
            if (bytes.u8(at) < '0' || bytes.u8(at) > '9') {
                return false;
            }
        }
        return slash > from && slash + 1 < to;
    }

    /** A server says nothing before the client has, and then zero, or one and why it does not want to. */
    private static boolean silent(ByteView server) {
        return server.length() == 0 || server.u8(0) <= 1;
    }
}
