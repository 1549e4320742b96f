// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.netbios;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;
import java.util.ArrayList;
import java.util.List;

/** Reads the name service and the datagram service. */
final class NetbiosReader implements MessageGrammar {
    private static final int NAMES = 12;
    private static final int RECORD = 10;
    private static final int STATUS_NAME = 18;
    private static final int NAME_OCTETS = 15;
    private static final int MESSENGER = 0x03;

    private final Said said = new Said();

    @Override
    public long length(Direction direction, ByteView unread) {
        return NetbiosMessage.names(unread) || NetbiosMessage.datagram(unread) ? unread.length() : BROKEN;
    }

    @Override
    public Progress read(Direction direction, ByteView message, ObservationSink sink) {
        said.by(direction, sink);
        if (!NetbiosMessage.names(message)) {
            if (said.isNew(message.u8(0))) {
                said.state(NetbiosFacts.DATAGRAM.partial(kind(message.u8(0))));
            }
        } else if (direction == Direction.FROM_SERVER && NetbiosMessage.response(message)) {
            answered(message);
        }
        return Progress.CONTINUE;
    }

    private void answered(ByteView message) {
        int operation = NetbiosMessage.operation(message);
        boolean positive = (message.u8(3) & 0x0F) == 0;
        if (said.isNew(0x100 | operation << 1 | (positive ? 1 : 0))) {
            said.state(NetbiosFacts.NAME_ANSWER.partial(operation(operation), positive));
        }
        int end = NetbiosMessage.behindName(message, NAMES);
        boolean status = positive && message.u16(end) == NetbiosMessage.NODE_STATUS && message.u16(6) == 1;
        if (status && end + RECORD < message.length() && said.isNew(0x200)) {
            said.state(NetbiosFacts.NODE_STATUS.partial(names(message, end + RECORD)));
        }
    }

    /** A count, then names of 15 octets, a suffix and flags. The messenger's name may be that of who is logged in. */
    private static List<String> names(ByteView message, int at) {
        List<String> names = new ArrayList<>();
        int count = message.u8(at);
        int here = at + 1;
        for (int i = 0; i < count && here + STATUS_NAME <= message.length(); i++) {
            String name = message.ascii(here, NAME_OCTETS).trim();
            if (message.u8(here + NAME_OCTETS) != MESSENGER && !names.contains(name)) {
                names.add(name);
            }
            here += STATUS_NAME;
        }
        return names;
    }

    private static String operation(int operation) {
        return switch (operation) {
            case 0 -> "query";
            case 5, 15 -> "registration";
            case 6 -> "release";
            case 7 -> "wait";
            default -> "refresh";
        };
    }

    private static String kind(int kind) {
        return switch (kind) {
            case 0x10 -> "direct-unique";
            case 0x11 -> "direct-group";
            case 0x12 -> "broadcast";
            case 0x13 -> "error";
            default -> "query";
        };
    }
}
