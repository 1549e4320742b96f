// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.netbios;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.Octets;

/** The opening of a session (RFC 1002 §4.3): a request with two names, and its answer; behind that comes SMB. */
final class SessionReader implements MessageGrammar {
    private static final int REQUEST = 0x81;
    private static final int POSITIVE = 0x82;
    private static final int NEGATIVE = 0x83;
    private static final int RETARGET = 0x84;
    static final Octets BEGINNINGS = Octets.between(REQUEST, RETARGET);

    private static final int HEADER = 4;
    private static final int LONGEST = 4 + 2 * 255;

    @Override
    public long length(Direction direction, ByteView unread) {
        if (unread.length() < HEADER) {
            return UNKNOWN;
        }
        int kind = unread.u8(0);
        boolean known = direction == Direction.FROM_CLIENT ? kind == REQUEST : kind >= POSITIVE && kind <= RETARGET;
        return known && unread.u8(1) == 0 ? HEADER + unread.u16(2) : BROKEN;
    }

    @Override
    public Progress read(Direction direction, ByteView message, ObservationSink sink) {
        if (direction == Direction.FROM_CLIENT) {
            return Progress.CONTINUE;
        }
        boolean accepted = message.u8(0) == POSITIVE;
        sink.saw(NetbiosFacts.SESSION.partial(accepted));
        return accepted ? Progress.HANDED_OVER : Progress.DONE;
    }

    static Speaker speaker(ByteView bytes) {
        return switch (bytes.u8(0)) {
            case REQUEST -> request(bytes);
            case POSITIVE, NEGATIVE, RETARGET -> answer(bytes);
            default -> Speaker.NOBODY;
        };
    }

    private static Speaker request(ByteView bytes) {
        if (bytes.length() < HEADER) {
            return bytes.length() < 2 || bytes.u8(1) == 0 ? Speaker.UNFINISHED : Speaker.NOBODY;
        }
        int length = HEADER + bytes.u16(2);
        boolean fits = bytes.u8(1) == 0 && length >= HEADER + 68 && length <= LONGEST;
        if (!fits) {
            return Speaker.NOBODY;
        }
        if (bytes.length() < length) {
            return Speaker.UNFINISHED;
        }
        int second = NetbiosMessage.name(bytes, HEADER) ? NetbiosMessage.behindName(bytes, HEADER) : -1;
        boolean names = NetbiosMessage.name(bytes, second) && NetbiosMessage.behindName(bytes, second) == length;
        return names ? Speaker.CLIENT : Speaker.NOBODY;
    }

    /** Too few octets to tell a session by alone: it waits for the other side. */
    private static Speaker answer(ByteView bytes) {
        return bytes.length() < 2 || bytes.u8(1) == 0 ? Speaker.UNFINISHED : Speaker.NOBODY;
    }
}
