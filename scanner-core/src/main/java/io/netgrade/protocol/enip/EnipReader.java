// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.enip;

import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.wire.ByteView;

/** States which commands the device answers, each once, and its identity. */
final class EnipReader implements MessageGrammar {
    private static final int ITEMS = EnipMessage.HEADER + 2;
    private static final int ITEM = ITEMS + 4;
    private static final int IDENTITY_ITEM = 0x0C;
    private static final int NAME_LENGTH = ITEM + 32;

    private final boolean[] stated = new boolean[256];
    private boolean identified;

    @Override
    public long length(Direction direction, ByteView unread) {
        return EnipMessage.length(unread);
    }

    @Override
    public Progress read(Direction direction, ByteView message, ObservationSink sink) {
        if (direction == Direction.FROM_CLIENT) {
            return Progress.CONTINUE;
        }
        int command = message.u16le(0);
        boolean accepted = message.u16le(8) == 0;
        int index = 2 * (command & 0x7F) + (accepted ? 1 : 0);
        if (!stated[index]) {
            stated[index] = true;
            sink.saw(EnipFacts.COMMAND.partial(EnipMessage.name(command), accepted));
        }
        if (command == EnipMessage.LIST_IDENTITY && accepted && !identified) {
            identify(message, sink);
        }
        return Progress.CONTINUE;
    }

    /** Item: version, socket address (16), vendor, device type, product code, revision, status, serial, name. */
    private void identify(ByteView message, ObservationSink sink) {
        boolean there = message.length() > NAME_LENGTH
                && message.u16le(ITEMS) == IDENTITY_ITEM
                && NAME_LENGTH + 1 + message.u8(NAME_LENGTH) <= message.length();
        if (!there) {
            return;
        }
        identified = true;
        int fields = ITEM + 18;
        String name = message.ascii(NAME_LENGTH + 1, message.u8(NAME_LENGTH)).trim();
        String revision = message.u8(fields + 6) + "." + message.u8(fields + 7);
        sink.saw(EnipFacts.IDENTITY.partial(message.u16le(fields), message.u16le(fields + 2), name, revision));
        sink.saw(CommonFacts.SOFTWARE.partial(name, revision, null), name);
    }
}
