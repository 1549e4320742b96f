// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.dnp3;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.wire.ByteView;

/** States the functions that were asked before an answer came, and those of the answers, each once. */
final class Dnp3Reader implements MessageGrammar {
    private static final int NOTHING = -1;

    private final boolean[] stated = new boolean[256];
    private int asked = NOTHING;

    @Override
    public long length(Direction direction, ByteView unread) {
        return Dnp3Frame.length(unread);
    }

    @Override
    public Progress read(Direction direction, ByteView message, ObservationSink sink) {
        if (!Dnp3Frame.hasFunction(message)) {
            return Progress.CONTINUE;
        }
        int function = message.u8(Dnp3Frame.FUNCTION);
        if (direction == Direction.FROM_CLIENT) {
            asked = function;
        } else {
            state(asked, sink);
            state(function, sink);
            asked = NOTHING;
        }
        return Progress.CONTINUE;
    }

    private void state(int function, ObservationSink sink) {
        if (function == NOTHING || stated[function]) {
            return;
        }
        stated[function] = true;
        String kind = kind(function);
        sink.saw(Dnp3Facts.FUNCTION.partial(name(function), kind));
        if (kind.equals("authentication")) {
            sink.saw(Dnp3Facts.AUTHENTICATION.partial(true));
        }
    }

    private static String kind(int function) {
        return switch (function) {
            case 1 -> "read";
            case 2 -> "write";
            case 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 16, 17, 18, 19, 20, 21, 22 -> "control";
            case 13, 14 -> "restart";
            case 23, 24 -> "time";
            case 25, 26, 27, 28, 29, 30, 31 -> "file";
            case 32, 33, 131 -> "authentication";
            case 129, 130 -> "response";
            default -> "other";
        };
    }

    private static String name(int function) {
        return switch (function) {
            case 1 -> "read";
            case 2 -> "write";
            case 3 -> "select";
            case 4 -> "operate";
            case 5 -> "direct-operate";
            case 6 -> "direct-operate-no-response";
            case 13 -> "cold-restart";
            case 14 -> "warm-restart";
            case 18 -> "stop-application";
            case 20 -> "enable-unsolicited";
            case 21 -> "disable-unsolicited";
            case 23 -> "delay-measurement";
            case 24 -> "record-current-time";
            case 32 -> "authentication-request";
            case 33 -> "authentication-request-no-acknowledgement";
            case 129 -> "response";
            case 130 -> "unsolicited-response";
            case 131 -> "authentication-response";
            default -> "function-" + function;
        };
    }
}
