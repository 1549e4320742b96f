// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.telnet;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import java.io.ByteArrayOutputStream;
import java.util.BitSet;

/**
 * Waits for the server's prompt as a bare network virtual terminal: refuses each option once (RFC 854), and types
 * nothing. Telnet has no word of goodbye.
 */
final class TelnetConversation implements Conversation {
    private final TelnetServer server = new TelnetServer();
    private final ByteArrayOutputStream refusals = new ByteArrayOutputStream();
    /** One bit for each of WILL and DO of an option: a server that asks again is not answered again, so that no loop begins. */
    private final BitSet refused = new BitSet(512);

    private final TelnetStream stream = new TelnetStream(new TelnetStream.Reader() {
        @Override
        public void text(int value) {
            server.text(value);
        }

        @Override
        public void negotiation(int verb, int option) {
            server.negotiation(verb, option);
            refuse(verb, option);
        }
    });

    @Override
    public Progress received(Inbox bytes, Peer peer, ObservationSink sink) {
        stream.take(bytes.unread());
        bytes.consumeAll();
        if (refusals.size() > 0) {
            peer.send(refusals.toByteArray());
            refusals.reset();
        }
        if (server.prompt() == TelnetScreen.Prompt.NONE) {
            return Progress.CONTINUE;
        }
        server.stateAll(true, sink);
        return Progress.DONE;
    }

    /** No prompt for a login in time: it is Telnet if it negotiated. */
    @Override
    public boolean ended(ObservationSink sink) {
        if (server.spoke()) {
            server.stateAtTheEnd(sink);
        }
        return server.spoke();
    }

    private void refuse(int verb, int option) {
        boolean offers = verb == TelnetCode.WILL;
        int asked = offers ? option : 256 + option;
        if ((offers || verb == TelnetCode.DO) && !refused.get(asked)) {
            refused.set(asked);
            refusals.write(TelnetCode.IAC);
            refusals.write(offers ? TelnetCode.DONT : TelnetCode.WONT);
            refusals.write(option);
        }
    }
}
