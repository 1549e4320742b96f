// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

import io.netgrade.fact.ObservationSink;
import io.netgrade.wire.ByteView;
import java.util.function.Predicate;

/** Reads of a flow only whether the server speaks the protocol that the flow was recognised as, and states no more. */
public final class Presence implements Dissector {
    private final Predicate<ByteView> server;

    private Presence(Predicate<ByteView> server) {
        this.server = server;
    }

    /** @param server whether the server's bytes are in the protocol's grammar; asked of the first that come */
    public static Dissector confirmedBy(Predicate<ByteView> server) {
        return new Presence(server);
    }

    @Override
    public Progress dissect(Direction direction, Inbox bytes, ObservationSink sink) {
        if (direction == Direction.FROM_CLIENT) {
            bytes.consumeAll();
            return Progress.CONTINUE;
        }
        return server.test(bytes.unread()) ? Progress.DONE : Progress.MALFORMED;
    }
}
