// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Exchange;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import java.time.Duration;

/** Opens a connection to a port that was open before, and says nothing: does the host still let us in? */
final class StillThere implements Conversation {
    static final String QUESTION = "connect.again";

    /** A connection is all that is asked for. */
    static final Duration PATIENCE = Duration.ofMillis(1);

    static Exchange exchange() {
        return Exchange.over(Transport.TCP, QUESTION, new StillThere());
    }

    @Override
    public Progress received(Inbox bytes, Peer peer, ObservationSink sink) {
        return Progress.DONE;
    }

    @Override
    public boolean ended(ObservationSink sink) {
        return true;
    }
}
