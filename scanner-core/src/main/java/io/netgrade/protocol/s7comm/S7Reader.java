// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.s7comm;

import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.wire.ByteView;

/** States what the controller answers, each once. */
final class S7Reader implements MessageGrammar {
    private static final int ANSWER_PARAMETERS = 19;
    private static final int USER_PARAMETERS = 17;
    private static final int USER_FUNCTIONS = 0x100;
    private static final int IDENTIFICATION = 0x0011;
    private static final int ORDER_NUMBER = 20;

    /** By function and whether it was refused; user data functions stand behind the others. */
    private final boolean[] stated = new boolean[2 * (USER_FUNCTIONS + 16)];

    private final boolean[] versions = new boolean[5];

    @Override
    public long length(Direction direction, ByteView unread) {
        return S7Message.length(unread);
    }

    @Override
    public Progress read(Direction direction, ByteView message, ObservationSink sink) {
        boolean told = S7Message.data(message) && message.length() > S7Message.KIND;
        if (direction == Direction.FROM_CLIENT || !told) {
            return Progress.CONTINUE;
        }
        int protocol = message.u8(S7Message.PROTOCOL);
        int kind = message.u8(S7Message.KIND);
        if (protocol == S7Message.S7_PLUS && kind >= 1 && kind <= 3) {
            variant(kind, sink);
        } else if (protocol == S7Message.S7) {
            variant(0, sink);
            answer(message, kind, sink);
        }
        return Progress.CONTINUE;
    }

    private void variant(int version, ObservationSink sink) {
        if (!versions[version]) {
            versions[version] = true;
            boolean plus = version > 0;
            sink.saw(S7Facts.VARIANT.partial(plus ? "s7comm-plus" : "s7comm", plus ? version : null));
        }
    }

    private void answer(ByteView message, int kind, ObservationSink sink) {
        if (kind == S7Message.ANSWER && message.length() > ANSWER_PARAMETERS) {
            state(message.u8(ANSWER_PARAMETERS), message.u16(USER_PARAMETERS) == 0, sink);
        } else if (kind == S7Message.USER_DATA && message.length() >= USER_PARAMETERS + 12) {
            boolean answers = message.u8(USER_PARAMETERS + 5) >> 4 == 8;
            if (answers) {
                int group = message.u8(USER_PARAMETERS + 5) & 0x0F;
                state(USER_FUNCTIONS + group, message.u16(USER_PARAMETERS + 10) == 0, sink);
                identify(message, group, sink);
            }
        }
    }

    private void state(int function, boolean performed, ObservationSink sink) {
        int index = 2 * function + (performed ? 1 : 0);
        if (!stated[index]) {
            stated[index] = true;
            sink.saw(S7Facts.FUNCTION.partial(name(function), kind(function), performed));
        }
    }

    /** The module identification list: entries of 28 octets with an index, an order number and a version. */
    private static void identify(ByteView message, int group, ObservationSink sink) {
        int data = USER_PARAMETERS + message.u16(13);
        int entry = data + 12;
        boolean list = group == 4
                && message.u8(USER_PARAMETERS + 6) == 1
                && message.length() >= entry + 28
                && message.u16(data + 4) == IDENTIFICATION
                && message.u16(entry) == 1;
        if (list) {
            String order = message.ascii(entry + 2, ORDER_NUMBER).trim();
            String version = message.u8(entry + 25) + "." + message.u8(entry + 26) + "." + message.u8(entry + 27);
            boolean known = message.u8(entry + 24) == 'V';
            sink.saw(CommonFacts.SOFTWARE.partial(order, known ? version : null, null), order);
        }
    }

    private static String kind(int function) {
        return switch (function) {
            case 0xF0 -> "setup";
            case 0x04, USER_FUNCTIONS + 2 -> "read";
            case 0x05 -> "write";
            case 0x1A, 0x1B, 0x1C, 0x1D, 0x1E, 0x1F, USER_FUNCTIONS + 1, USER_FUNCTIONS + 3 -> "program";
            case 0x28, 0x29 -> "control";
            case USER_FUNCTIONS + 5 -> "security";
            case USER_FUNCTIONS + 7 -> "time";
            default -> "diagnostic";
        };
    }

    private static String name(int function) {
        return switch (function) {
            case 0xF0 -> "setup-communication";
            case 0x04 -> "read-variable";
            case 0x05 -> "write-variable";
            case 0x1A -> "request-download";
            case 0x1B -> "download-block";
            case 0x1C -> "download-ended";
            case 0x1D -> "start-upload";
            case 0x1E -> "upload";
            case 0x1F -> "end-upload";
            case 0x28 -> "control";
            case 0x29 -> "stop";
            case USER_FUNCTIONS + 1 -> "programmer-commands";
            case USER_FUNCTIONS + 2 -> "cyclic-data";
            case USER_FUNCTIONS + 3 -> "block-functions";
            case USER_FUNCTIONS + 4 -> "cpu-functions";
            case USER_FUNCTIONS + 5 -> "security";
            case USER_FUNCTIONS + 7 -> "time";
            default -> "function-" + function;
        };
    }
}
