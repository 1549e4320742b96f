// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.inetd;

import io.netgrade.fact.FactType;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;

/** States that something was sent to a service that never answers; who answers is none. */
final class TakenDissector implements Dissector {
    private final FactType fact;

    TakenDissector(FactType fact) {
        this.fact = fact;
    }

    @Override
    public Progress dissect(Direction direction, Inbox bytes, ObservationSink sink) {
        if (direction == Direction.FROM_SERVER) {
            return Progress.MALFORMED;
        }
        sink.saw(fact.partial(bytes.unread().length()));
        bytes.consumeAll();
        return Progress.DONE;
    }
}
