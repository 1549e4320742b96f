// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.telnet;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;

/** Reads one connection until a password was given in clear. Of what the client types only that it types is noticed. */
final class TelnetDissector implements Dissector {
    private final TelnetServer server = new TelnetServer();
    private final TelnetStream fromServer = new TelnetStream(server);
    private final TelnetStream fromClient = new TelnetStream(this::typed);
    private boolean typing;
    private boolean answered;

    @Override
    public Progress dissect(Direction direction, Inbox bytes, ObservationSink sink) {
        if (direction == Direction.FROM_SERVER) {
            fromServer.take(bytes.unread());
            server.stateNews(sink);
        } else {
            fromClient.take(bytes.unread());
        }
        bytes.consumeAll();
        if (!answered) {
            return Progress.CONTINUE;
        }
        sink.saw(TelnetFacts.LOGIN_IN_CLEAR.partial("plaintext-password"));
        return Progress.DONE;
    }

    /** A password is not echoed, so that the server's cursor stays behind its prompt until the line ends. */
    private void typed(int value) {
        boolean prompted = server.prompt() == TelnetScreen.Prompt.PASSWORD;
        boolean lineEnd = value == '\r' || value == '\n';
        answered |= prompted && typing && lineEnd;
        typing = prompted && !lineEnd && (typing || value > ' ');
    }

    /** Text goes on after a gap; a command that the gap cut in two costs a character at most. */
    @Override
    public boolean missed(Direction direction, long bytes) {
        return true;
    }
}
