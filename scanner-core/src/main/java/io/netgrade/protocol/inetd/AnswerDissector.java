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
    private final int longestLine;
    private final ByteView judged = new ByteView();
    private long asked;

    /** @param answer whether the first piece that comes is one */
    AnswerDissector(FactType fact, Predicate<ByteView> answer) {
        this(fact, answer, 0);
    }

    /**
     * @param answer whether the first line is one
     * @param longestLine of a longer one only so many octets are judged; 0 where no line is waited for
     */
    AnswerDissector(FactType fact, Predicate<ByteView> answer, int longestLine) {
        this.fact = fact;
        this.answer = answer;
        this.longestLine = longestLine;
    }

    @Override
    public Progress dissect(Direction direction, Inbox bytes, ObservationSink sink) {
        int octets = bytes.unread().length();
        if (direction == Direction.FROM_CLIENT) {
            asked += octets;
            bytes.consumeAll();
            return Progress.CONTINUE;
        }
        int end = bytes.unread().indexOf('\n', 0, longestLine) + 1;
        if (end == 0 && octets < longestLine) {
            return Progress.CONTINUE;
        }
        int length = end > 0 ? end : longestLine > 0 ? longestLine : octets;
        if (!answer.test(judged.wrap(bytes.unread(), 0, length))) {
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
