// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.modbus;

import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.wire.ByteView;
import org.jspecify.annotations.Nullable;

/** States which functions the device performs and refuses, each once, and what it says of itself. */
final class ModbusReader implements MessageGrammar {
    private static final int OBJECTS = 14;

    private final boolean[] stated = new boolean[256];
    private boolean identified;

    @Override
    public long length(Direction direction, ByteView unread) {
        return ModbusMessage.length(unread);
    }

    @Override
    public Progress read(Direction direction, ByteView message, ObservationSink sink) {
        if (direction == Direction.FROM_CLIENT) {
            return Progress.CONTINUE;
        }
        int function = message.u8(ModbusMessage.FUNCTION);
        if (!stated[function]) {
            stated[function] = true;
            int plain = function & 0x7F;
            sink.saw(ModbusFacts.FUNCTION.partial(name(plain), kind(plain), function < ModbusMessage.EXCEPTION));
        }
        if (function == ModbusMessage.ENCAPSULATED && !identified) {
            identify(message, sink);
        }
        return Progress.CONTINUE;
    }

    /** The objects of a device identification (§6.21): vendor, product code, revision. */
    private void identify(ByteView message, ObservationSink sink) {
        if (message.length() < OBJECTS || message.u8(8) != ModbusMessage.DEVICE_IDENTIFICATION) {
            return;
        }
        String[] texts = new String[3];
        int at = OBJECTS;
        while (at + 2 <= message.length() && at + 2 + message.u8(at + 1) <= message.length()) {
            int object = message.u8(at);
            int length = message.u8(at + 1);
            if (object < texts.length) {
                texts[object] = message.ascii(at + 2, length).trim();
            }
            at += 2 + length;
        }
        if (texts[0] != null) {
            identified = true;
            String product = texts[1] == null ? texts[0] : texts[0] + " " + texts[1];
            @Nullable String revision = texts[2];
            sink.saw(CommonFacts.SOFTWARE.partial(product, revision, null), product);
        }
    }

    private static String kind(int function) {
        return switch (function) {
            case 1, 2, 3, 4, 20, 24 -> "read";
            case 5, 6, 15, 16, 21, 22, 23 -> "write";
            case 7, 8, 11, 12, 17, ModbusMessage.ENCAPSULATED -> "diagnostic";
            default -> "vendor";
        };
    }

    private static String name(int function) {
        return switch (function) {
            case 1 -> "read-coils";
            case 2 -> "read-discrete-inputs";
            case 3 -> "read-holding-registers";
            case 4 -> "read-input-registers";
            case 5 -> "write-single-coil";
            case 6 -> "write-single-register";
            case 7 -> "read-exception-status";
            case 8 -> "diagnostics";
            case 11 -> "get-event-counter";
            case 12 -> "get-event-log";
            case 15 -> "write-multiple-coils";
            case 16 -> "write-multiple-registers";
            case 17 -> "report-server-id";
            case 20 -> "read-file-record";
            case 21 -> "write-file-record";
            case 22 -> "mask-write-register";
            case 23 -> "read-write-registers";
            case 24 -> "read-fifo-queue";
            case ModbusMessage.ENCAPSULATED -> "encapsulated-interface";
            case ModbusMessage.UMAS -> "umas";
            default -> "function-" + function;
        };
    }
}
