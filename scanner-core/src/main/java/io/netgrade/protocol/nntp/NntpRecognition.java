// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.nntp;

import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Recognition;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.Words;

/** Tells NNTP by commands that it shares with no other protocol, or by a greeting that names it. */
final class NntpRecognition {
    private static final Words COMMANDS = Words.of(
            "mode reader\r\n",
            "authinfo user ",
            "authinfo pass ",
            "authinfo sasl ",
            "listgroup ",
            "newnews ",
            "newgroups ",
            "xover ",
            "list overview.fmt",
            "list active",
            "list newsgroups",
            "xhdr ",
            "article <",
            "takethis ",
            "mode stream\r\n");
    private static final Words SHARED =
            Words.of("capabilities\r\n", "group ", "article ", "ihave ", "over ", "list\r\n", "help\r\n", "quit\r\n");
    private static final Words ALLOWED = Words.of("200 ", "201 ", "400 ", "502 ");
    private static final Words NAMES = Words.of(
            "nntp", "internetnews", "posting ok", "posting allowed", "no posting", "news server", "usenet", "inn ");
    private static final int LONGEST_GREETING = 512;

    private NntpRecognition() {}

    static Recognition of(Opening opening) {
        ByteView initiator = opening.fromInitiator();
        ByteView responder = opening.fromResponder();
        if (COMMANDS.at(initiator, 0)) {
            return Recognition.RESPONDER_SERVES;
        }
        if (COMMANDS.at(responder, 0)) {
            return Recognition.INITIATOR_SERVES;
        }
        if (greets(responder)) {
            return named(responder) ? Recognition.RESPONDER_SERVES : usual(opening, initiator);
        }
        if (initiator.length() > 0 && greets(initiator) && named(initiator)) {
            return Recognition.INITIATOR_SERVES;
        }
        boolean may = (responder.length() == 0 || ALLOWED.mayBegin(responder) || goesOn(responder))
                && (initiator.length() == 0 || COMMANDS.mayBegin(initiator));
        return may ? Recognition.NEED_MORE : Recognition.NO;
    }

    /** A greeting that names nothing is one by its port, and surely one once a command follows. */
    private static Recognition usual(Opening opening, ByteView initiator) {
        if (SHARED.at(initiator, 0)) {
            return Recognition.RESPONDER_SERVES;
        }
        return opening.responderPort() == NntpProtocol.PORT ? Recognition.BY_PORT : Recognition.NO;
    }

    private static boolean greets(ByteView bytes) {
        return ALLOWED.at(bytes, 0) && end(bytes) > 0;
    }

    private static boolean named(ByteView bytes) {
        return NAMES.within(bytes, 4, end(bytes));
    }

    /** A greeting whose end has not come. */
    private static boolean goesOn(ByteView bytes) {
        return ALLOWED.at(bytes, 0) && bytes.length() < LONGEST_GREETING && end(bytes) < 0;
    }

    private static int end(ByteView bytes) {
        return bytes.indexOf('\n', 0, Math.min(bytes.length(), LONGEST_GREETING));
    }
}
