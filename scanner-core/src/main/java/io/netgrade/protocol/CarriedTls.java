// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

import io.netgrade.fact.ObservationSink;
import io.netgrade.wire.ByteView;
import java.util.Optional;

/**
 * A connection of TLS that a protocol carries in packets of its own: what the packets hold is put in a row, and the
 * runner's reader of TLS states what it sees there as the carried protocol's. One object per flow.
 */
public final class CarriedTls {
    private static final String TLS = "tls";

    private final Sides<CarriedBytes> sides = Sides.each(CarriedBytes::new);
    private Optional<Dissector> reader;

    /** @param carrier the opening of the flow that carries it */
    public CarriedTls(Opening carrier) {
        reader = carrier.tls();
    }

    /** Whether nothing more is read of it: it is ciphered, broken, or nobody reads it. */
    public boolean isOver() {
        return reader.isEmpty();
    }

    /** Takes the next bytes of one side, wherever they lie in the carrier's packet. */
    public void take(Direction direction, ByteView packet, int from, int length, ObservationSink sink) {
        if (reader.isEmpty()) {
            return;
        }
        CarriedBytes bytes = sides.of(direction);
        boolean room = bytes.append(packet, from, length);
        Progress progress = room ? reader.get().dissect(direction, bytes, inside(sink)) : Progress.MALFORMED;
        if (progress != Progress.CONTINUE) {
            reader = Optional.empty();
        }
    }

    /** Bytes of one side are missing before those that come next. */
    public void miss(Direction direction, long bytes) {
        sides.of(direction).consumeAll();
        reader = reader.filter(one -> one.missed(direction, bytes));
    }

    private static ObservationSink inside(ObservationSink sink) {
        return (fact, excerpt) -> sink.sawInside(TLS, fact, excerpt);
    }
}
