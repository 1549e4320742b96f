// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.sctp;

import io.netgrade.wire.ByteView;
import io.netgrade.wire.ByteWriter;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The other side's user messages. Chunks wait until those before them have come, so that the fragments of a message, whose
 * numbers follow each other (RFC 9260 section 6.9), only need to be appended. What does not fit is not acknowledged.
 */
final class Inflow {
    /** Octets that may wait, and that the other side is told of. */
    static final int WINDOW = 0x1_0000;
    /** Chunks that may be ahead of the last in order. */
    static final int AHEAD = 256;
    /** Octets of one message. */
    static final int LONGEST = 1 << 18;

    private static final int MOST_DUPLICATES = 16;
    private static final int MOST_GAPS = 16;

    private final @Nullable Part[] waiting = new @Nullable Part[AHEAD];
    private final List<Integer> duplicates = new ArrayList<>();
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private int last;
    private int held;
    private boolean begun;
    private long payloadProtocol;
    private boolean due;

    /** Takes whole messages. */
    interface Reader {
        void message(long payloadProtocol, byte[] message);
    }

    private record Part(int flags, long payloadProtocol, ByteView data) {
        boolean begins() {
            return (flags & Chunk.BEGIN) != 0;
        }

        boolean ends() {
            return (flags & Chunk.END) != 0;
        }
    }

    /** What has come of it. */
    enum Taken {
        WELL,
        /** Fragments that do not follow each other, or no data at all. */
        BROKEN,
        TOO_LONG
    }

    /** @param first TSN that the other side announced */
    Inflow(int first) {
        last = first - 1;
    }

    /** Takes a DATA chunk of which {@link Chunk#DATA_HEADER} octets are there at least. */
    Taken take(ByteView chunk, Reader reader) {
        if (chunk.length() == Chunk.DATA_HEADER) {
            return Taken.BROKEN;
        }
        due = true;
        int number = chunk.i32(4);
        int ahead = number - last;
        int slot = number & AHEAD - 1;
        if (ahead <= 0 || (ahead < AHEAD && waiting[slot] != null)) {
            if (duplicates.size() < MOST_DUPLICATES) {
                duplicates.add(number);
            }
            return Taken.WELL;
        }
        int length = chunk.length() - Chunk.DATA_HEADER;
        if (ahead < AHEAD && (ahead == 1 || held + length <= WINDOW)) {
            byte[] data = chunk.bytes(Chunk.DATA_HEADER, length);
            waiting[slot] = new Part(chunk.u8(1), chunk.u32(12), ByteView.of(data));
            held += length;
        }
        return inOrder(reader);
    }

    private Taken inOrder(Reader reader) {
        Taken taken = Taken.WELL;
        Part next = taken(last + 1 & AHEAD - 1);
        while (next != null && taken == Taken.WELL) {
            held -= next.data().length();
            last++;
            taken = append(next, reader);
            next = taken == Taken.WELL ? taken(last + 1 & AHEAD - 1) : null;
        }
        return taken;
    }

    private @Nullable Part taken(int slot) {
        Part part = waiting[slot];
        waiting[slot] = null;
        return part;
    }

    private Taken append(Part part, Reader reader) {
        if (part.begins() == begun) {
            return Taken.BROKEN;
        }
        if (message.size() + part.data().length() > LONGEST) {
            return Taken.TOO_LONG;
        }
        if (part.begins()) {
            payloadProtocol = part.payloadProtocol();
        }
        begun = !part.ends();
        message.writeBytes(part.data().bytes());
        if (part.ends()) {
            byte[] whole = message.toByteArray();
            message.reset();
            reader.message(payloadProtocol, whole);
        }
        return Taken.WELL;
    }

    /** The last TSN up to which all has come. */
    int last() {
        return last;
    }

    /** Whether something came since the last {@link #sack}. */
    boolean due() {
        return due;
    }

    /** The SACK chunk for what has come (section 3.3.4). */
    byte[] sack() {
        List<int[]> gaps = gaps();
        ByteWriter value = new ByteWriter()
                .u32(last)
                .u32(Math.max(0, WINDOW - held))
                .u16(gaps.size())
                .u16(duplicates.size());
        gaps.forEach(gap -> value.u16(gap[0]).u16(gap[1]));
        duplicates.forEach(value::u32);
        duplicates.clear();
        due = false;
        return SctpPacket.chunk(Chunk.SACK, 0, value.written());
    }

    /** First and last of each run that came ahead of its turn, counted from the last in order. */
    private List<int[]> gaps() {
        List<int[]> gaps = new ArrayList<>();
        int from = 0;
        for (int ahead = 1; ahead <= AHEAD && gaps.size() < MOST_GAPS; ahead++) {
            boolean there = ahead < AHEAD && waiting[last + ahead & AHEAD - 1] != null;
            if (there && from == 0) {
                from = ahead;
            } else if (!there && from > 0) {
                gaps.add(new int[] {from, ahead - 1});
                from = 0;
            }
        }
        return gaps;
    }
}
