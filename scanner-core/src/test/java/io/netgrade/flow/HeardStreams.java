// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.flow;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.ObservationSink;
import io.netgrade.flow.SpokenSegments.Places;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import java.util.BitSet;

/** Takes every stream, and holds that what it is given stands in one row somewhere in what was sent. */
final class HeardStreams {
    private final Places places;

    HeardStreams(Places places) {
        this.places = places;
    }

    Protocol protocol() {
        return PlainProtocol.of("heard", "Heard")
                .ports(Transport.TCP)
                .facts(FakeProtocol.LINE)
                .recognisedBy(opening -> opening.fromInitiator().length()
                                        + opening.fromResponder().length()
                                > 2
                        ? Recognition.RESPONDER_SERVES
                        : Recognition.NEED_MORE)
                .readBy(opening -> new Hearing())
                .build();
    }

    private static int side(Direction direction) {
        return direction == Direction.FROM_CLIENT ? 0 : 1;
    }

    private final class Hearing implements Dissector {
        /** Where the next octet of each side may stand. */
        private final BitSet[] candidates = {new BitSet(), new BitSet()};

        Hearing() {
            candidates[0].set(0, SpokenSegments.places());
            candidates[1].set(0, SpokenSegments.places());
        }

        @Override
        public Progress dissect(Direction direction, Inbox bytes, ObservationSink sink) {
            for (int i = 0; i < bytes.unread().length(); i++) {
                int side = side(direction);
                byte octet = (byte) bytes.unread().u8(i);
                BitSet next = new BitSet();
                candidates[side].stream()
                        .filter(place -> places.mayHold(place, octet))
                        .forEach(place -> next.set(place + 1));
                if (next.isEmpty()) {
                    throw new IllegalStateException(
                            "octet " + i + " of " + bytes.unread().length() + " stands nowhere");
                }
                candidates[side] = next;
            }
            bytes.consumeAll();
            return Progress.CONTINUE;
        }

        @Override
        public boolean missed(Direction direction, long bytes) {
            BitSet next = new BitSet();
            candidates[side(direction)].stream()
                    .filter(place -> place + bytes <= SpokenSegments.places())
                    .forEach(place -> next.set(place + (int) bytes));
            if (next.isEmpty()) {
                throw new IllegalStateException("missed " + bytes + " leads nowhere");
            }
            candidates[side(direction)] = next;
            return true;
        }
    }
}
