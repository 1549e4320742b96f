// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.capture;

import io.netgrade.wire.ByteView;
import java.io.IOException;

/**
 * The classic capture file (draft-ietf-opsawg-pcap): a header of 24 bytes, then records of
 *
 * <pre>
 *  seconds(4) fraction(4) captured length(4) original length(4) [modified: 8 more] bytes
 * </pre>
 *
 * in the byte order of the machine that wrote it; the magic tells the order, and micro- from nanoseconds.
 */
final class PcapRecords {
    static final int MICROSECONDS = 0xA1B2C3D4;
    static final int NANOSECONDS = 0xA1B23C4D;
    /** A. Kuznetzov's patch of libpcap: records carry eight bytes more. */
    static final int MODIFIED = 0xA1B2CD34;

    private static final int FILE_HEADER = 24;
    private static final int RECORD_HEADER = 16;
    private static final int MODIFIED_RECORD_HEADER = 24;
    /** libpcap's own bound on a record, whatever snapshot length the file's header claims (MAXIMUM_SNAPLEN). */
    private static final int USUAL_LONGEST = 262_144;

    private final CaptureInput input;
    private final FrameTally tally;
    private final boolean swapped;
    private final int fraction;
    private final int recordHeader;
    private final int longest;
    private final int linkType;

    private PcapRecords(CaptureInput input, FrameTally tally, int magic) {
        ByteView header = input.window();
        int at = input.at();
        this.input = input;
        this.tally = tally;
        this.swapped = header.i32(at) != magic;
        this.fraction = magic == NANOSECONDS ? 1 : 1000;
        this.recordHeader = magic == MODIFIED ? MODIFIED_RECORD_HEADER : RECORD_HEADER;
        this.longest = (int) Math.min(
                Math.max(Integer.toUnsignedLong(field(header, at + 16)), USUAL_LONGEST),
                CaptureInput.LONGEST - recordHeader);
        // The six upper bits tell of a frame check sequence (draft-ietf-opsawg-pcap, section 4).
        this.linkType = field(header, at + 20) & 0x03FF_FFFF;
    }

    static boolean isMagic(int value) {
        return value == MICROSECONDS || value == NANOSECONDS || value == MODIFIED;
    }

    /** Reads all records; answers false where not even the file's header is whole. */
    static boolean read(CaptureInput input, FrameTally tally, int magic) throws IOException {
        if (!input.have(FILE_HEADER)) {
            return false;
        }
        PcapRecords records = new PcapRecords(input, tally, magic);
        input.pass(FILE_HEADER);
        records.readAll();
        return true;
    }

    private void readAll() throws IOException {
        boolean more = true;
        while (more && input.have(recordHeader)) {
            more = readOne();
        }
        if (more && input.left() > 0) {
            tally.cutOff("record", input.offset());
        }
    }

    private boolean readOne() throws IOException {
        long captured = Integer.toUnsignedLong(field(input.window(), input.at() + 8));
        if (captured > longest) {
            tally.damaged("a record of " + captured + " bytes", input.offset());
            return false;
        }
        int whole = recordHeader + (int) captured;
        if (!input.have(whole)) {
            tally.cutOff("record", input.offset());
            return false;
        }
        ByteView window = input.window();
        int at = input.at();
        long seconds = Integer.toUnsignedLong(field(window, at));
        long nanos = Integer.toUnsignedLong(field(window, at + 4)) * fraction;
        long original = Integer.toUnsignedLong(field(window, at + 12));
        input.pass(whole);
        tally.frame(window, at + recordHeader, (int) captured, original, linkType, seconds * 1_000_000_000L + nanos);
        return true;
    }

    private int field(ByteView window, int at) {
        int value = window.i32(at);
        return swapped ? Integer.reverseBytes(value) : value;
    }
}
