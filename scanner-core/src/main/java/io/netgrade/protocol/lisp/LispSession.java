// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.lisp;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Said;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;

/**
 * Messages of the reliable transport (draft-ietf-lisp-map-server-reliable-transport): type(2) length(2), which counts all,
 * identifier(4), data, and 0x9FACADE9 at the end.
 */
final class LispSession implements MessageGrammar {
    private static final int HEADER = 8;
    private static final int SHORTEST = 12;
    private static final int END = 0x9FAC_ADE9;
    private static final int LOWEST_TYPE = 16;
    private static final int HIGHEST_TYPE = 31;

    private final Said said = new Said();

    /** The first message is looked at whole; none that begins a session is long. */
    static Speaker speaker(ByteView bytes) {
        if (bytes.length() < 4) {
            return bytes.u8(0) == 0 ? Speaker.UNFINISHED : Speaker.NOBODY;
        }
        if (!isSound(bytes)) {
            return Speaker.NOBODY;
        }
        int length = bytes.u16(2);
        if (bytes.length() < length) {
            return Speaker.UNFINISHED;
        }
        return bytes.i32(length - 4) == END ? Speaker.EITHER : Speaker.NOBODY;
    }

    private static boolean isSound(ByteView bytes) {
        int type = bytes.u16(0);
        return type >= LOWEST_TYPE && type <= HIGHEST_TYPE && bytes.u16(2) >= SHORTEST;
    }

    @Override
    public long length(Direction direction, ByteView unread) {
        if (unread.length() < HEADER) {
            return UNKNOWN;
        }
        return isSound(unread) ? unread.u16(2) : BROKEN;
    }

    @Override
    public Progress read(Direction direction, ByteView message, ObservationSink sink) {
        if (message.length() == message.u16(2) && message.i32(message.length() - 4) != END) {
            return Progress.MALFORMED;
        }
        if (said.by(direction, sink).isNew(1)) {
            said.state(LispFacts.MESSAGE.partial("reliable"));
        }
        return Progress.CONTINUE;
    }
}
