// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.dhcp;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;

/** States the answers of a server, each once. */
final class DhcpReader implements MessageGrammar {
    private final Said said = new Said();

    @Override
    public long length(Direction direction, ByteView unread) {
        return DhcpMessage.sound(unread) ? unread.length() : BROKEN;
    }

    @Override
    public Progress read(Direction direction, ByteView message, ObservationSink sink) {
        if (direction == Direction.FROM_SERVER && DhcpMessage.reply(message)) {
            said.by(direction, sink);
            answered(message);
        }
        return Progress.CONTINUE;
    }

    private void answered(ByteView message) {
        int type = DhcpMessage.option(message, DhcpMessage.MESSAGE_TYPE, 1);
        int server = DhcpMessage.option(message, DhcpMessage.SERVER_IDENTIFIER, 4);
        boolean relayed = message.i32(DhcpMessage.RELAY_ADDRESS) != 0;
        int kind = type < 0 ? 0 : message.u8(type);
        long address = server < 0 ? 0 : message.u32(server);
        if (said.isNew(address << 16 | (long) kind << 1 | (relayed ? 1 : 0))) {
            said.state(DhcpFacts.ANSWER.partial(name(kind), server < 0 ? null : dotted(message, server), relayed));
        }
        boolean authenticated = DhcpMessage.option(message, DhcpMessage.AUTHENTICATION, 0) >= 0;
        if (said.isNew(authenticated ? -1 : -2)) {
            said.state(DhcpFacts.AUTHENTICATION.partial(authenticated));
        }
    }

    private static String dotted(ByteView message, int at) {
        return message.u8(at) + "." + message.u8(at + 1) + "." + message.u8(at + 2) + "." + message.u8(at + 3);
    }

    private static String name(int type) {
        return switch (type) {
            case 0 -> "bootp-reply";
            case 2 -> "offer";
            case 5 -> "ack";
            case 6 -> "nak";
            default -> "message-" + type;
        };
    }
}
