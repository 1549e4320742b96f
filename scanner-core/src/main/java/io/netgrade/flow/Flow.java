// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.flow;

import io.netgrade.fact.Confidence;
import io.netgrade.fact.Sighting;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Protocol;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A flow that is being looked into: its two directions, and its reader once a protocol has recognised it. Pooled. */
final class Flow {
    private static final int MOST_TURNS = 32;
    private static final int[] NO_TURNS = {};

    final TcpSide[] streams;
    final Unread[] unread;
    /** Protocols that have refused a stream's opening. */
    final Refusals refused;
    /** Datagrams in which no protocol was recognised. */
    int strangeDatagrams;
    /** What the last of them is known by. */
    int strangeTraits;
    /** Whether the protocols were asked about what is kept of the opening. */
    boolean sought;
    /** Whether bytes of the opening are missing. */
    boolean holed;
    /** Segments contradict each other: a receiver may have heard something else, and nothing is told to be all. */
    boolean contradicted;
    /** Bytes given to the reader. */
    long read;
    /** Nobody knows the stream, and only {@link LateTls} looks at what is said. */
    boolean watched;
    /** Octets that were said on a stream that nobody knows. */
    int words;

    int entry;
    int serverSide;

    @Nullable
    Protocol protocol;

    @Nullable
    Dissector dissector;

    /** Another protocol whose datagrams go the same way. */
    @Nullable
    Flow next;

    List<String> layers = List.of();
    /** There is no server: each side that speaks is a service. */
    boolean peers;
    /** The most that can be said of the service, by how it was recognised. */
    Confidence ceiling = Confidence.CONFIRMED;
    /** Whether the service's own bytes have matched the protocol's grammar, by the service's side. */
    final boolean[] confirmed = new boolean[2];
    /** With which confidence the service was stated to be recognised, by its side; null before. */
    final @Nullable Confidence[] announced = new @Nullable Confidence[2];

    /** The service as it was spoken of last, by its side; null before. */
    final @Nullable Sighting[] services = new @Nullable Sighting[2];

    /** What was said to the service before it confirmed itself; null where nothing was. */
    @Nullable
    Hearing hearing;

    private final BufferPool pool;
    private final int messageBytes;
    // Made when first needed, and kept: most flows are no associations, and are known by their first segment.
    private @Nullable SctpSide @Nullable [] messages;
    private int[] turnSides = NO_TURNS;
    private int[] turnBytes = NO_TURNS;
    private int turns;

    Flow(HeldSegments.Holding holding, FlowLimits limits, int protocols) {
        streams = new TcpSide[] {new TcpSide(holding), new TcpSide(holding)};
        this.pool = holding.pool();
        this.messageBytes = limits.unreadBytes();
        unread = new Unread[] {new Unread(holding.pool()), new Unread(holding.pool())};
        refused = new Refusals(protocols);
    }

    Direction direction(int side) {
        return side == serverSide ? Direction.FROM_SERVER : Direction.FROM_CLIENT;
    }

    /** From here on, what was left unread is the opening of another protocol. */
    void reopen() {
        protocol = null;
        dissector = null;
        peers = false;
        ceiling = Confidence.CONFIRMED;
        refused.clear();
        forgetService();
        turns = 0;
        sought = false;
        for (int side = 0; side < 2; side++) {
            unread[side].unhide();
            if (!unread[side].isEmpty()) {
                turn(side, unread[side].length());
            }
        }
    }

    /** Lets go of what is kept of the opening. */
    void forgetOpening() {
        unread[0].clear();
        unread[1].clear();
        turns = 0;
    }

    /** Remembers who said how much of the opening, so that a reader hears it in the order it was said. */
    void turn(int side, int bytes) {
        if (turns > 0 && (turnSides[turns - 1] == side || turns == MOST_TURNS)) {
            // Beyond the most turns the order no longer tells anything.
            appendToTurn(side, bytes);
        } else {
            if (turnSides.length == 0) {
                turnSides = new int[MOST_TURNS];
                turnBytes = new int[MOST_TURNS];
            }
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

    /** The side of the service that is spoken of when this side speaks. */
    int serviceSide(int speaker) {
        return peers ? speaker : serverSide;
    }

    /** What the service was known by does not hold for the one that follows on the same connection. */
    void forgetService() {
        Arrays.fill(confirmed, false);
        Arrays.fill(announced, null);
        Arrays.fill(services, null);
        hearing = null;
    }

    /** Messages of an association that wait for the rest of their fragments, and were not told of before. */
    int takeWaitingMessages() {
        @Nullable SctpSide[] sides = messages;
        int waiting = 0;
        for (int side = 0; sides != null && side < sides.length; side++) {
            SctpSide one = sides[side];
            waiting += one == null ? 0 : one.takeWaiting();
        }
        return waiting;
    }

    /** One direction of an association. */
    SctpSide messages(int side) {
        @Nullable SctpSide[] sides = messages == null ? new @Nullable SctpSide[2] : messages;
        messages = sides;
        SctpSide known = sides[side];
        if (known != null) {
            return known;
        }
        SctpSide made = new SctpSide(pool, messageBytes);
        sides[side] = made;
        return made;
    }

    void clear() {
        for (int side = 0; side < 2; side++) {
            streams[side].clear();
            SctpSide association = messages == null ? null : messages[side];
            if (association != null) {
                association.clear();
            }
            unread[side].clear();
        }
        refused.clear();
        strangeDatagrams = 0;
        holed = false;
        contradicted = false;
        sought = false;
        watched = false;
        words = 0;
        read = 0;
        protocol = null;
        dissector = null;
        layers = List.of();
        forgetService();
        next = null;
        peers = false;
        ceiling = Confidence.CONFIRMED;
        turns = 0;
    }
}
