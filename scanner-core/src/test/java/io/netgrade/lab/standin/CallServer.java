// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab.standin;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * A server of calls by IAX2 that has no calls (RFC 5456): full frames 8.1.1, POKE 6.7.1, PONG 6.7.3, ACK 6.9.1, INVAL 6.9.2,
 * reliability 7.
 *
 * <p>There is no stronger configuration: whether a peer lives is told to everybody, before anything could be authenticated.
 */
public final class CallServer implements Spoken {
    private static final int HEADER = 12;
    private static final int FULL = 0x8000;
    private static final int IAX = 6;
    private static final int PONG = 3;
    private static final int ACK = 4;
    private static final int INVALID = 10;
    private static final int POKE = 0x1E;
    private static final int TIME = 5;

    /** Calls that were poked for and whose PONG is not yet acknowledged, by asker: our number. */
    private final Map<InetSocketAddress, Short> poked = new HashMap<>();

    private short next = 2;
    private int acknowledged;

    /** How many of its answers were acknowledged. */
    public synchronized int acknowledged() {
        return acknowledged;
    }

    @Override
    public int length(ByteBuffer said) {
        throw new Breach("RFC 5456 7: IAX2 runs over UDP");
    }

    @Override
    public synchronized Turn answer(ByteBuffer frame, InetSocketAddress asker) {
        Breach.unless(frame.remaining() >= HEADER, "8.1.1: a full frame has twelve octets");
        int source = frame.getShort() & 0xFFFF;
        int destination = frame.getShort() & 0xFFFF;
        int time = frame.getInt();
        int out = frame.get() & 0xFF;
        int in = frame.get() & 0xFF;
        Breach.unless((source & FULL) != 0, "8.1.2: mini frames are of calls that are up");
        int call = source & ~FULL;
        Breach.unless(call != 0, "8.1.1: a source call number is not 0");
        Breach.unless((destination & FULL) == 0, "8.1.1: the R bit is of what is sent again");
        Breach.unless(frame.get() == IAX, "8.2: with no call up only frames of type IAX");
        int subclass = frame.get() & 0xFF;
        Breach.unless(!frame.hasRemaining(), "8.4: neither POKE nor ACK has information elements");
        if (subclass == ACK) {
            return acknowledged(asker, destination, time, out, in);
        }
        Turn invalid = Turn.saying(frame(0, call, time, in, INVALID));
        Breach.unless(subclass == POKE, "6.7.1: whether a peer lives, and no more, was to be asked", invalid);
        Breach.unless(destination == 0, "6.7.1: a POKE has the destination call number 0", invalid);
        Breach.unless(out == 0 && in == 0, "8.1.1: numbers begin at 0");
        short ours = poked.computeIfAbsent(asker, any -> next++);
        return Turn.saying(frame(ours, call, TIME, 1, PONG));
    }

    private Turn acknowledged(InetSocketAddress asker, int destination, int time, int out, int in) {
        Short ours = poked.remove(asker);
        Breach.unless(ours != null && destination == ours, "6.9.1: an ACK is for a message of this call");
        Breach.unless(time == TIME, "6.9.1: an ACK has the time stamp of what it acknowledges");
        Breach.unless(out == 1 && in == 1, "8.1.1: one message each was numbered before");
        acknowledged++;
        return Turn.SILENCE;
    }

    private static byte[] frame(int source, int destination, int time, int in, int subclass) {
        return ByteBuffer.allocate(HEADER)
                .putShort((short) (FULL | source))
                .putShort((short) destination)
                .putInt(time)
                .put((byte) 0)
                .put((byte) in)
                .put((byte) IAX)
                .put((byte) subclass)
                .array();
    }
}
