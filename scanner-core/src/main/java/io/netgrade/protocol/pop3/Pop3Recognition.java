// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.pop3;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Recognition;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.Octets;
import io.netgrade.wire.Words;

/**
 * Tells POP3 by a greeting that names it or bears a timestamp, or by a greeting and a command that it has. {@code +OK}
 * alone is an answer of others too.
 */
final class Pop3Recognition {
    private static final int LONGEST_GREETING = 512;
    private static final Words REPLIES = Words.of("+ok ", "+ok\r\n", "-err ", "-err\r\n");
    private static final Words NAMES = Words.of("pop", "dovecot");
    private static final Words COMMANDS = Words.of(
            "user ",
            "capa\r\n",
            "stls\r\n",
            "auth\r\n",
            "auth ",
            "apop ",
            "pass ",
            "uidl",
            "retr ",
            "quit\r\n",
            "stat\r\n");

    /** Commands that no other protocol of lines has. */
    private static final Words OWN = Words.of("capa\r\n", "stls\r\n", "apop ", "uidl\r\n");

    static final Octets BEGINNINGS = REPLIES.beginnings().or(COMMANDS.beginnings());

    private Pop3Recognition() {}

    static Recognition of(Opening opening) {
        if (opening.transport() != Transport.TCP) {
            return Recognition.NO;
        }
        Recognition usual = of(opening.fromInitiator(), opening.fromResponder(), Recognition.RESPONDER_SERVES);
        if (usual != Recognition.NO || opening.initiatorKnown()) {
            return usual;
        }
        return of(opening.fromResponder(), opening.fromInitiator(), Recognition.INITIATOR_SERVES);
    }

    private static Recognition of(ByteView client, ByteView server, Recognition found) {
        boolean replies = REPLIES.at(server, 0);
        boolean commands = COMMANDS.at(client, 0);
        if (replies && (commands || (client.length() == 0 && names(server)))) {
            return found;
        }
        if (OWN.at(client, 0) && server.length() == 0) {
            return found;
        }
        boolean serverMay = replies || server.length() == 0 || REPLIES.mayBegin(server);
        boolean clientMay = commands || client.length() == 0 || COMMANDS.mayBegin(client);
        return serverMay && clientMay ? Recognition.NEED_MORE : Recognition.NO;
    }

    /** By the word, or by the timestamp of APOP: {@code <process.clock@host>} (RFC 1939 7). */
    private static boolean names(ByteView server) {
        int end = server.indexOf('\n', 0, LONGEST_GREETING);
        if (end < 0) {
            return false;
        }
        int from = server.indexOf('<', 0, end);
        int at = from < 0 ? -1 : server.indexOf('@', from, end);
        return NAMES.within(server, 0, end) || (at > 0 && server.indexOf('>', at, end) > 0);
    }
}
