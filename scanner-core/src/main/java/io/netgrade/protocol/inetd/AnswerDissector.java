// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.inetd;

import io.netgrade.fact.FactType;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import io.netgrade.wire.ByteView;
import java.util.function.Predicate;

/** States that the service answered, with how much to how much, and is done. */
final class AnswerDissector implements Dissector {
    private final FactType fact;
    private final Predicate<ByteView> answer;
    private long asked;

    AnswerDissector(FactType fact, Predicate<ByteView> answer) {
        this.fact = fact;
        this.answer = answer;
    }

    @Override
    public Progress dissect(Direction direction, Inbox bytes, ObservationSink sink) {
        int octets = bytes.unread().length();
        if (direction == Direction.FROM_CLIENT) {
            asked += octets;
            bytes.consumeAll();
            return Progress.CONTINUE;
        }
        if (!answer.test(bytes.unread())) {
            return Progress.MALFORMED;
        }
        sink.saw(fact.partial(octets, asked));
        return Progress.DONE;
    }

    /** What it states is only how much was seen. */
    @Override
    public boolean missed(Direction direction, long bytes) {
        return true;
    }
}
