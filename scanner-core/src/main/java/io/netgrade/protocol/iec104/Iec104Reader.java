// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.iec104;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.wire.ByteView;

/** States the types of data units that come from the station, each once. */
final class Iec104Reader implements MessageGrammar {
    private final boolean[] stated = new boolean[256];
    private boolean started;
    private boolean authenticated;

    @Override
    public long length(Direction direction, ByteView unread) {
        return Iec104Message.length(unread);
    }

    @Override
    public Progress read(Direction direction, ByteView message, ObservationSink sink) {
        if (!Iec104Message.sound(message, message.length())) {
            return Progress.MALFORMED;
        }
        if (direction == Direction.FROM_SERVER) {
            read(message, sink);
        }
        return Progress.CONTINUE;
    }

    private void read(ByteView message, ObservationSink sink) {
        if (!Iec104Message.information(message)) {
            if (message.u8(2) == Iec104Message.START_CONFIRMED && !started) {
                started = true;
                sink.saw(Iec104Facts.TRANSFER.partial(true));
            }
            return;
        }
        int type = message.u8(Iec104Message.TYPE);
        if (!stated[type]) {
            stated[type] = true;
            String kind = kind(type);
            sink.saw(Iec104Facts.UNIT.partial(type, Iec104Message.TYPES.name(type), kind));
            if (kind.equals("secure-authentication") && !authenticated) {
                authenticated = true;
                sink.saw(Iec104Facts.AUTHENTICATION.partial(true));
            }
        }
    }

    private static String kind(int type) {
        if (type <= 41) {
            return "process-information";
        }
        if (type <= 64) {
            return "command";
        }
        if (type == 70) {
            return "system-information";
        }
        if (type <= 95) {
            return "secure-authentication";
        }
        if (type <= 107) {
            return "system-command";
        }
        return type <= 113 ? "parameter" : "file-transfer";
    }
}
