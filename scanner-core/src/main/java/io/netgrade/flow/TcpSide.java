// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.flow;

import io.netgrade.wire.ByteView;
import org.jspecify.annotations.Nullable;

/**
 * Puts one direction of a TCP connection in order (RFC 9293 section 3.4): what comes too early is held, what comes twice
 * is dropped, and a hole is given up once too much waits behind it. What comes twice is compared where both are there.
 */
final class TcpSide {
    private final HeldSegments.Holding holding;
    private final ByteView part = new ByteView();
    /** Made when first needed: most flows never hold a segment. */
    private @Nullable HeldSegments early;

    private boolean started;
    private int next;

    TcpSide(HeldSegments.Holding holding) {
        this.holding = holding;
    }

    /** The stream's first byte has this sequence number. */
    void begin(int sequence) {
        next = sequence;
        started = true;
    }

    boolean started() {
        return started;
    }

    /**
     * Takes a segment with payload. Where no SYN was seen, the stream begins with the first that comes.
     *
     * @param onWire bytes of its payload on the wire; what {@code payload} does not hold of them is missing for good
     * @return whether anybody wants more
     */
    boolean accept(int sequence, ByteView payload, long onWire, StreamSink sink) {
        if (!started) {
            begin(sequence);
        }
        HeldSegments held = early;
        if (held != null && !held.isEmpty() && held.contradict(sequence, payload, part)) {
            sink.contradicted();
        }
        boolean wanted = true;
        while (wanted && sequence - next > 0 && !held().hold(sequence, payload, onWire)) {
            wanted = giveUpHole(sequence, sink);
        }
        if (wanted && sequence - next <= 0) {
            if (sequence != next) {
                repeat(sequence, payload, onWire, sink);
            }
            wanted = deliver(sequence, payload, onWire, sink) && deliverHeld(sink);
        }
        return wanted;
    }

    /** Whether the stream ends with this sequence number, and all before it was seen. */
    boolean endsAt(int sequence) {
        return !started || sequence == next;
    }

    private void repeat(int sequence, ByteView payload, long onWire, StreamSink sink) {
        long old = old(sequence);
        boolean keepAlive = old == 1 && onWire == 1;
        // The one byte before the next, which keeps a connection alive, may be any (RFC 9293 3.8.4).
        if (!keepAlive) {
            int there = (int) Math.min(payload.length(), Math.min(old, onWire));
            sink.repeated(part.wrap(payload, 0, there), old - there, old < onWire);
        }
    }

    /** Bytes from a sequence number to the next that is expected. */
    private long old(int sequence) {
        return (long) next - sequence & 0xFFFF_FFFFL;
    }

    private boolean deliver(int sequence, ByteView payload, long onWire, StreamSink sink) {
        long old = old(sequence);
        if (old >= onWire) {
            return true;
        }
        int fresh = (int) Math.max(0, payload.length() - old);
        long missing = onWire - old - fresh;
        next += (int) (onWire - old);
        boolean wanted = fresh == 0 || sink.bytes(part.wrap(payload, (int) old, fresh));
        return wanted && (missing == 0 || sink.missed(missing));
    }

    private HeldSegments held() {
        HeldSegments held = early;
        if (held == null) {
            held = holding.begin();
            early = held;
        }
        return held;
    }

    private boolean deliverHeld(StreamSink sink) {
        HeldSegments held = early;
        if (held == null) {
            return true;
        }
        boolean wanted = true;
        while (wanted && !held.isEmpty()) {
            int first = held.first(next);
            int sequence = held.sequence(first);
            if (sequence - next > 0) {
                return true;
            }
            held.show(first, part);
            long onWire = held.onWire(first);
            held.remove(first);
            wanted = deliver(sequence, part, onWire, sink);
        }
        if (held.isEmpty()) {
            held.clear();
        }
        return wanted;
    }

    /** Goes on behind the hole, with what is held or else with the segment that does not fit any more. */
    private boolean giveUpHole(int sequence, StreamSink sink) {
        HeldSegments held = held();
        int to = held.isEmpty() ? sequence : held.sequence(held.first(next));
        to = to - sequence > 0 ? sequence : to;
        long hole = Integer.toUnsignedLong(to - next);
        next = to;
        return sink.missed(hole) && deliverHeld(sink);
    }

    void clear() {
        if (early != null) {
            early.clear();
        }
        part.clear();
        started = false;
        next = 0;
    }
}
