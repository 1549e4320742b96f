// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.capture;

import io.netgrade.wire.ByteView;
import java.time.Instant;
import java.util.Optional;

/** Hands frames on and counts them; remembers why reading stopped. Nothing here allocates per frame. */
final class FrameTally {
    private final FrameSink sink;
    private final String place;
    private final ByteView view = new ByteView();
    private long packets;
    private long bytes;
    private long snapped;
    private long dropped;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private boolean truncated;
    private String problem = "";

    FrameTally(FrameSink sink) {
        this(sink, "");
    }

    /** @param place what is said after the number of a byte, where it is none of the file's own */
    FrameTally(FrameSink sink, String place) {
        this.sink = sink;
        this.place = place;
    }

    String place() {
        return place;
    }

    void frame(ByteView window, int at, int captured, long original, int linkType, long timeNanos) {
        first = Math.min(first, timeNanos);
        last = Math.max(last, timeNanos);
        hand(window, at, captured, original, linkType, timeNanos);
    }

    /** A frame whose record holds no time. */
    void timelessFrame(ByteView window, int at, int captured, long original, int linkType) {
        hand(window, at, captured, original, linkType, first == Long.MAX_VALUE ? 0 : last);
    }

    private void hand(ByteView window, int at, int captured, long original, int linkType, long timeNanos) {
        packets++;
        bytes += captured;
        snapped += captured < original ? 1 : 0;
        sink.frame(view.wrap(window, at, captured), linkType, timeNanos, captured, original, packets);
    }

    void dropped(long frames) {
        dropped = frames;
    }

    /** The input ends in the middle of what begins at {@code offset}. */
    void cutOff(String what, long offset) {
        truncated = true;
        problem = "cut off in the middle of the " + what + " that begins at byte " + offset + place
                + "; everything before it was read";
    }

    /** What stands at {@code offset} cannot be: reading ends there. */
    void damaged(String what, long offset) {
        problem = "damaged at byte " + offset + place + ": " + what + "; everything before it was read";
    }

    void interrupted(long offset) {
        problem = "interrupted near byte " + offset + place + "; everything before it was read";
    }

    void failed(String why, long offset) {
        problem = "reading failed near byte " + offset + place + ": " + why + "; everything before it was read";
    }

    CaptureExtent extent() {
        boolean timed = first != Long.MAX_VALUE;
        return new CaptureExtent(
                packets,
                bytes,
                truncated,
                problem,
                snapped,
                dropped,
                timed ? Optional.of(instant(first)) : Optional.empty(),
                timed ? Optional.of(instant(last)) : Optional.empty());
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
    }
}
