// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.capture;

import io.netgrade.wire.ByteView;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The blocks of a pcapng file (draft-ietf-opsawg-pcapng):
 *
 * <pre>
 *  type(4) total length(4) body(padded to 4) total length(4)
 * </pre>
 *
 * in the byte order that the section's header tells. Blocks of other types are passed over.
 */
final class PcapngBlocks {
    static final int SECTION = 0x0A0D_0D0A;
    static final int BYTE_ORDER = 0x1A2B_3C4D;

    private static final int INTERFACE = 1;
    private static final int OBSOLETE_PACKET = 2;
    private static final int SIMPLE_PACKET = 3;
    private static final int STATISTICS = 5;
    private static final int ENHANCED_PACKET = 6;
    /** Option of a packet: those lost since the one before it on its interface (epb_dropcount). */
    private static final int DROPPED_BEFORE = 4;

    private static final int SHORTEST = 12;
    private static final int SHORTEST_SECTION = 28;
    private static final int MOST_INTERFACES = 65_536;

    private final CaptureInput input;
    private final FrameTally tally;
    private final List<PcapngInterface> interfaces = new ArrayList<>();
    private final PcapngOptions options = new PcapngOptions();
    private boolean swapped;
    private long droppedBefore;
    private long droppedBetween;

    PcapngBlocks(CaptureInput input, FrameTally tally) {
        this.input = input;
        this.tally = tally;
    }

    /** Reads all blocks; answers false where not even the first section's header is whole. */
    boolean readAll() throws IOException {
        if (!input.have(SHORTEST_SECTION)) {
            return false;
        }
        boolean more = true;
        while (more && input.have(SHORTEST)) {
            more = readOne();
        }
        if (more && input.left() > 0) {
            tally.cutOff("block", input.offset());
        }
        tally.dropped(Math.max(droppedBefore + droppedByInterfaces(), droppedBetween));
        return true;
    }

    private boolean readOne() throws IOException {
        // The type of a section's header reads the same in both byte orders.
        if (input.window().i32(input.at()) == SECTION && !beginSection()) {
            return false;
        }
        int type = field(input.at());
        long length = unsigned(input.at() + 4);
        if (length < SHORTEST || length % 4 != 0 || length > CaptureInput.LONGEST) {
            return damaged("a block of " + length + " bytes");
        }
        if (!input.have((int) length)) {
            tally.cutOff("block", input.offset());
            return false;
        }
        if (unsigned(input.at() + (int) length - 4) != length) {
            return damaged("a block whose two lengths differ");
        }
        return readBody(type, input.at() + 8, input.at() + (int) length - 4) && pass((int) length);
    }

    private boolean pass(int length) {
        input.pass(length);
        return true;
    }

    private boolean damaged(String what) {
        tally.damaged(what, input.offset());
        return false;
    }

    private boolean beginSection() {
        int order = input.window().i32(input.at() + 8);
        if (order != BYTE_ORDER && Integer.reverseBytes(order) != BYTE_ORDER) {
            return damaged("a section without its byte-order magic");
        }
        droppedBefore += droppedByInterfaces();
        swapped = order != BYTE_ORDER;
        interfaces.clear();
        return true;
    }

    private boolean readBody(int type, int from, int to) {
        return switch (type) {
            case INTERFACE -> addInterface(from, to);
            case ENHANCED_PACKET -> enhancedPacket(from, to);
            case OBSOLETE_PACKET -> obsoletePacket(from, to);
            case SIMPLE_PACKET -> simplePacket(from, to);
            case STATISTICS -> statistics(from, to);
            default -> true;
        };
    }

    private boolean addInterface(int from, int to) {
        if (to - from < 8 || interfaces.size() >= MOST_INTERFACES) {
            return damaged(to - from < 8 ? "an interface description too short" : "too many interfaces");
        }
        PcapngInterface added = new PcapngInterface(half(from), unsigned(from + 4));
        options.over(input.window(), swapped, from + 8, to);
        while (options.next()) {
            added.option(options);
        }
        interfaces.add(added);
        return true;
    }

    private boolean enhancedPacket(int from, int to) {
        if (!packet(from, to, to - from < 20 ? -1 : field(from))) {
            return false;
        }
        int behind = from + 20 + (field(from + 12) + 3 & ~3);
        options.over(input.window(), swapped, behind, to);
        while (options.next()) {
            boolean drops = options.code() == DROPPED_BEFORE && options.length() == 8;
            droppedBetween += drops ? Math.max(0, options.i64()) : 0;
        }
        return true;
    }

    private boolean obsoletePacket(int from, int to) {
        if (to - from < 20) {
            return damaged("a packet block too short");
        }
        int drops = half(from + 2);
        // 0xFFFF says that the writer does not know.
        droppedBetween += drops == 0xFFFF ? 0 : drops;
        return packet(from, to, half(from));
    }

    private boolean packet(int from, int to, int id) {
        if (id < 0 || id >= interfaces.size()) {
            return damaged("a packet of an interface that was not described");
        }
        long captured = unsigned(from + 12);
        if (captured > to - from - 20) {
            return damaged("a packet longer than its block");
        }
        PcapngInterface on = interfaces.get(id);
        long ticks = unsigned(from + 4) << 32 | unsigned(from + 8);
        tally.frame(input.window(), from + 20, (int) captured, unsigned(from + 16), on.linkType(), on.nanos(ticks));
        return true;
    }

    private boolean simplePacket(int from, int to) {
        if (interfaces.isEmpty() || to - from < 4) {
            return damaged("a simple packet without an interface or a length");
        }
        PcapngInterface on = interfaces.get(0);
        long original = unsigned(from);
        long captured = Math.min(Math.min(original, to - from - 4), on.snapshotLength());
        tally.timelessFrame(input.window(), from + 4, (int) captured, original, on.linkType());
        return true;
    }

    private boolean statistics(int from, int to) {
        int id = to - from < 12 ? -1 : field(from);
        if (id >= 0 && id < interfaces.size()) {
            interfaces.get(id).statistics(options.over(input.window(), swapped, from + 12, to));
        }
        return true;
    }

    private long droppedByInterfaces() {
        long sum = 0;
        for (PcapngInterface one : interfaces) {
            sum += one.dropped();
        }
        return sum;
    }

    private int half(int at) {
        short value = (short) input.window().u16(at);
        return (swapped ? Short.reverseBytes(value) : value) & 0xFFFF;
    }

    private int field(int at) {
        ByteView window = input.window();
        return swapped ? Integer.reverseBytes(window.i32(at)) : window.i32(at);
    }

    private long unsigned(int at) {
        return Integer.toUnsignedLong(field(at));
    }
}
