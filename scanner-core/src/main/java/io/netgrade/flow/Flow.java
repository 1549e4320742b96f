// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.flow;

import io.netgrade.fact.Confidence;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Protocol;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A flow that is being looked into: its two directions, and its reader once a protocol has recognised it. Pooled. */
final class Flow {
    private static final int MOST_TURNS = 32;

    final TcpSide[] streams;
    final Unread[] unread;
    /** Protocols that have refused a stream's opening. */
    final boolean[] refused;
    /** Datagrams in which no protocol was recognised. */
    int strangeDatagrams;
    /** Whether bytes of the opening are missing. */
    boolean holed;
    /** Bytes given to the reader. */
    long read;

    int entry;
    int serverSide;

    @Nullable
    Protocol protocol;

    @Nullable
    Dissector dissector;

    List<String> layers = List.of();
    /** Whether the server's own bytes have matched the protocol's grammar. */
    boolean confirmed;
    /** With which confidence the service was stated to be recognised; null before. */
    @Nullable
    Confidence announced;

    private final int[] turnSides = new int[MOST_TURNS];
    private final int[] turnBytes = new int[MOST_TURNS];
    private int turns;

    Flow(BufferPool pool, FlowLimits limits, int protocols) {
        streams = new TcpSide[] {new TcpSide(pool, limits.heldBytes()), new TcpSide(pool, limits.heldBytes())};
        unread = new Unread[] {new Unread(pool), new Unread(pool)};
        refused = new boolean[protocols];
    }

    Direction direction(int side) {
        return side == serverSide ? Direction.FROM_SERVER : Direction.FROM_CLIENT;
    }

    /** Remembers who said how much of the opening, so that a reader hears it in the order it was said. */
    void turn(int side, int bytes) {
        if (turns > 0 && (turnSides[turns - 1] == side || turns == MOST_TURNS)) {
            // Beyond the most turns the order no longer tells anything.
            appendToTurn(side, bytes);
        } else {
            turnSides[turns] = side;
            turnBytes[turns] = bytes;
            turns++;
        }
    }

    private void appendToTurn(int side, int bytes) {
        int turn = turns - 1;
        while (turnSides[turn] != side) {
            turn--;
        }
        turnBytes[turn] += bytes;
    }

    int turns() {
        return turns;
    }

    int turnSide(int turn) {
        return turnSides[turn];
    }

    int turnBytes(int turn) {
        return turnBytes[turn];
    }

    void clear() {
        for (int side = 0; side < 2; side++) {
            streams[side].clear();
            unread[side].clear();
        }
        Arrays.fill(refused, false);
        strangeDatagrams = 0;
        holed = false;
        read = 0;
        protocol = null;
        dissector = null;
        layers = List.of();
        confirmed = false;
        announced = null;
        turns = 0;
    }
}
