// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.oracle;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.SoftwareNames;
import io.netgrade.wire.ByteView;
import org.jspecify.annotations.Nullable;

/** One connection, up to the listener's answer. */
final class OracleTnsSession implements MessageGrammar {
    private static final SoftwareNames.Product PRODUCT =
            new SoftwareNames.Product("", "Oracle Database", "a:oracle:database_server");
    private static final String VERSION = "(VSNNUM=";
    private static final int MOST_DIGITS = 10;
    private static final int FIRST_WITH_UPDATES = 18;

    @Override
    public long length(Direction direction, ByteView unread) {
        if (unread.length() < TnsPacket.HEADER) {
            return UNKNOWN;
        }
        return unread.u16(0) < TnsPacket.HEADER ? BROKEN : unread.u16(0);
    }

    @Override
    public Progress read(Direction direction, ByteView message, ObservationSink sink) {
        if (direction == Direction.FROM_CLIENT) {
            return Progress.CONTINUE;
        }
        return switch (message.u8(4)) {
            case TnsPacket.ACCEPT -> accepted(message, sink);
            case TnsPacket.REFUSE -> {
                sink.saw(OracleTnsFacts.SERVICE.partial("refused", null));
                disclosed(message.ascii(0, message.length()), sink);
                yield Progress.DONE;
            }
            case TnsPacket.REDIRECT -> {
                sink.saw(OracleTnsFacts.SERVICE.partial("redirected", null));
                yield Progress.DONE;
            }
            case TnsPacket.RESEND -> {
                sink.saw(OracleTnsFacts.SERVICE.partial("resend", null));
                yield Progress.CONTINUE;
            }
            default -> Progress.MALFORMED;
        };
    }

    private static Progress accepted(ByteView message, ObservationSink sink) {
        boolean versioned = message.length() >= TnsPacket.HEADER + 2;
        @Nullable Integer version = versioned ? message.u16(TnsPacket.HEADER) : null;
        sink.saw(OracleTnsFacts.SERVICE.partial("accepted", version));
        return Progress.DONE;
    }

    private static void disclosed(String text, ObservationSink sink) {
        int from = text.indexOf(VERSION) + VERSION.length();
        int end = text.indexOf(')', from);
        if (from < VERSION.length() || end <= from || end - from > MOST_DIGITS) {
            return;
        }
        long number = 0;
        for (int at = from; at < end; at++) {
            int digit = text.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                return;
            }
            number = number * 10 + digit;
        }
        // Zero is what listeners say that hide their release.
        if (number > 0) {
            sink.saw(PRODUCT.disclosed(version(number), false));
        }
    }

    /** From release 18 on the second part has eight bits. */
    private static String version(long number) {
        long major = number >> 24;
        return major < FIRST_WITH_UPDATES
                ? major + "." + (number >> 20 & 0xF) + "." + (number >> 12 & 0xFF) + "." + (number >> 8 & 0xF)
                : major + "." + (number >> 16 & 0xFF) + "." + (number >> 12 & 0xF);
    }
}
