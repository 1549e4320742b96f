// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ppp;

import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;
import java.util.List;

/** Control messages: length(2) type(2) magic(4) control type(2) zero(2), then what the control type says (RFC 2637 §2). */
final class PptpMessages implements MessageGrammar {
    private static final int HEADER = 12;
    private static final int MAGIC = 0x1A2B_3C4D;
    private static final int START_REPLY = 2;
    private static final int RESULT_AT = 14;
    private static final int FIRMWARE_AT = 26;
    private static final int VENDOR_AT = 92;
    private static final int VENDOR_LENGTH = 64;
    /** By control type. */
    private static final List<Integer> LENGTHS =
            List.of(0, 156, 156, 16, 16, 16, 20, 168, 32, 220, 24, 28, 16, 148, 40, 24);

    private static final List<String> RESULTS =
            List.of("", "ok", "error", "already-exists", "not-authorized", "version-not-supported");

    static Speaker speaker(ByteView bytes) {
        if (bytes.length() < HEADER) {
            boolean begins = (bytes.length() < 4 || bytes.u16(2) == 1) && (bytes.length() < 8 || bytes.i32(4) == MAGIC);
            return begins && bytes.u8(0) == 0 ? Speaker.UNFINISHED : Speaker.NOBODY;
        }
        if (!isSound(bytes)) {
            return Speaker.NOBODY;
        }
        return switch (bytes.u16(8)) {
            case 1, 7, 12, 15 -> Speaker.CLIENT;
            case START_REPLY, 8, 13 -> Speaker.SERVER;
            default -> Speaker.EITHER;
        };
    }

    private static boolean isSound(ByteView bytes) {
        int type = bytes.u16(8);
        return bytes.u16(2) == 1
                && bytes.i32(4) == MAGIC
                && type >= 1
                && type < LENGTHS.size()
                && bytes.u16(0) == LENGTHS.get(type);
    }

    @Override
    public long length(Direction direction, ByteView unread) {
        if (unread.length() < HEADER) {
            return UNKNOWN;
        }
        return isSound(unread) ? unread.u16(0) : BROKEN;
    }

    @Override
    public Progress read(Direction direction, ByteView message, ObservationSink sink) {
        if (message.u16(8) != START_REPLY) {
            return Progress.CONTINUE;
        }
        int result = message.u8(RESULT_AT);
        int end = message.indexOf(0, VENDOR_AT, VENDOR_AT + VENDOR_LENGTH);
        int length = (end < 0 ? VENDOR_AT + VENDOR_LENGTH : end) - VENDOR_AT;
        String vendor = message.ascii(VENDOR_AT, length).strip();
        sink.saw(PptpFacts.SERVICE.partial(
                result >= 1 && result < RESULTS.size() ? RESULTS.get(result) : "other",
                vendor.isEmpty() ? null : vendor,
                message.u16(FIRMWARE_AT)));
        if (!vendor.isEmpty()) {
            sink.saw(CommonFacts.SOFTWARE.partial(vendor, null, null));
        }
        return Progress.DONE;
    }
}
