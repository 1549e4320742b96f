// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ike;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Said;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;

/**
 * IKE and ESP in TCP (RFC 9329): the initiator begins with {@code IKETCP}, then each side says length(2), which counts
 * itself, and a packet as in UDP port 4500.
 */
final class IkeStream implements MessageGrammar {
    private static final byte[] PREFIX = {'I', 'K', 'E', 'T', 'C', 'P'};
    private static final int LENGTH = 2;
    private static final int SHORTEST = LENGTH + 4;

    private final IkeReader reader = new IkeReader();
    private final Said said = new Said();
    private final ByteView packet = new ByteView();

    /** Whoever says the prefix has begun; the other's first packet is one of IKE. */
    static Speaker speaker(ByteView bytes) {
        int compared = Math.min(bytes.length(), PREFIX.length);
        boolean prefix = true;
        for (int i = 0; i < compared; i++) {
            prefix &= bytes.u8(i) == PREFIX[i];
        }
        if (prefix) {
            return compared == PREFIX.length ? Speaker.CLIENT : Speaker.UNFINISHED;
        }
        boolean marked = bytes.length() < SHORTEST || bytes.i32(LENGTH) == 0;
        if (!marked) {
            return Speaker.NOBODY;
        }
        return bytes.length() < SHORTEST || bytes.length() < bytes.u16(0) ? Speaker.UNFINISHED : first(bytes);
    }

    private static Speaker first(ByteView bytes) {
        int length = bytes.u16(0) - LENGTH;
        boolean sound = length > 0 && IkeMessage.isSoundWithin(bytes, SHORTEST, length + LENGTH);
        return sound ? Speaker.SERVER : Speaker.NOBODY;
    }

    @Override
    public long length(Direction direction, ByteView unread) {
        if (unread.startsWith(PREFIX)) {
            return PREFIX.length;
        }
        if (unread.length() < SHORTEST) {
            return UNKNOWN;
        }
        return unread.u16(0) >= SHORTEST ? unread.u16(0) : BROKEN;
    }

    @Override
    public Progress read(Direction direction, ByteView message, ObservationSink sink) {
        boolean whole = !message.startsWith(PREFIX) && message.u16(0) == message.length();
        if (whole && message.i32(LENGTH) == 0) {
            packet.wrap(message, LENGTH, message.length() - LENGTH);
            reader.read(packet, said.by(direction, sink));
        }
        return Progress.CONTINUE;
    }
}
