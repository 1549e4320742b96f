// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.openvpn;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.CarriedTls;
import io.netgrade.protocol.Direction;
import io.netgrade.wire.ByteView;
import java.util.Arrays;

/**
 * The control channel of one side: puts the pieces of TLS in the order of their numbers, of which the reset has the first.
 * One that is missing when the window has moved beyond it was not captured.
 */
final class OpenvpnControl {
    /** As many as a side sends before the first of them is acknowledged, in any version. */
    private static final int WINDOW = 16;

    private static final int LONGEST = 2048;
    private static final byte[] NOTHING = {};

    private final CarriedTls tls;
    private final byte[][] early = new byte[WINDOW][];
    private long next = 1;

    OpenvpnControl(CarriedTls tls) {
        this.tls = tls;
        Arrays.fill(early, NOTHING);
    }

    void take(Direction direction, long number, ByteView packet, int from, ObservationSink sink) {
        int length = packet.length() - from;
        if (tls.isOver() || number < next || length > LONGEST) {
            return;
        }
        if (number >= next + WINDOW) {
            tls.miss(direction, number - next);
            Arrays.fill(early, NOTHING);
            next = number;
        }
        if (number == next) {
            tls.take(direction, packet, from, length, sink);
            next++;
            takeEarly(direction, sink);
        } else {
            early[(int) (number % WINDOW)] = packet.bytes(from, length);
        }
    }

    private void takeEarly(Direction direction, ObservationSink sink) {
        byte[] piece = taken();
        while (piece.length > 0) {
            tls.take(direction, ByteView.of(piece), 0, piece.length, sink);
            next++;
            piece = taken();
        }
    }

    private byte[] taken() {
        int at = (int) (next % WINDOW);
        byte[] piece = early[at];
        early[at] = NOTHING;
        return piece;
    }
}
