// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.amqp;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.SaslMechanism;
import io.netgrade.wire.ByteView;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The login: which mechanism, of what class, and how it ended. The frames of 1.0 §5.3 are read here. */
final class AmqpSasl {
    private static final int SASL_MECHANISMS = 0x40;
    private static final int SASL_INIT = 0x41;
    private static final int SASL_OUTCOME = 0x44;
    private static final int SYMBOL = 0xA3;
    private static final int LONG_SYMBOL = 0xB3;
    private static final int MOST_MECHANISMS = 32;
    private static final byte[] GUEST = "\0guest\0guest".getBytes(StandardCharsets.US_ASCII);

    private String mechanism = "";
    private String category = "";

    void take(String named, byte[] response) {
        mechanism = SaslMechanism.shown(named);
        category = switch (named) {
            case "ANONYMOUS" -> "anonymous";
            case "PLAIN" -> Arrays.equals(response, GUEST) ? "default-account" : "plaintext-password";
            case "AMQPLAIN" -> "plaintext-password";
            default -> "other";
        };
    }

    void concluded(boolean accepted, ObservationSink sink) {
        if (!mechanism.isEmpty()) {
            sink.saw(AmqpFacts.LOGIN.partial(mechanism, category, accepted));
        }
    }

    /** A frame of type 1: a described list whose descriptor is one octet (1.0 §1.2, §5.3.3). */
    Progress read(Direction direction, ByteView frame, ObservationSink sink) {
        int body = 4 * frame.u8(4);
        boolean sasl = frame.u8(5) == 1 && body + 5 < frame.length();
        if (!sasl) {
            boolean open = frame.u8(5) == 0 && direction == Direction.FROM_SERVER && frame.u32(0) > 8;
            return open ? Progress.DONE : Progress.CONTINUE;
        }
        boolean described = frame.u8(body) == 0 && frame.u8(body + 1) == 0x53;
        int list = described ? fields(frame, body + 3) : -1;
        if (list < 0 || list >= frame.length()) {
            return Progress.CONTINUE;
        }
        switch (frame.u8(body + 2)) {
            case SASL_MECHANISMS -> offered(frame, list, sink);
            case SASL_INIT -> begun(frame, list);
            case SASL_OUTCOME -> outcome(frame, list, sink);
            default -> {}
        }
        return Progress.CONTINUE;
    }

    /** The place of a list's first field: list8 or list32. */
    private static int fields(ByteView frame, int at) {
        return switch (frame.u8(at)) {
            case 0xC0 -> at + 3;
            case 0xD0 -> at + 9;
            default -> -1;
        };
    }

    /** One symbol, or an array of symbols of one width. */
    private static void offered(ByteView frame, int at, ObservationSink sink) {
        List<String> names = new ArrayList<>();
        int type = frame.u8(at);
        long count = 1;
        if (type == SYMBOL) {
            add(names, frame, at + 1, 1);
        } else if ((type == 0xE0 || type == 0xF0) && at + 10 < frame.length()) {
            int header = type == 0xE0 ? 2 : 8;
            int width = frame.u8(at + 1 + header) == LONG_SYMBOL ? 4 : 1;
            int here = at + 2 + header;
            count = type == 0xE0 ? frame.u8(at + 2) : frame.u32(at + 5);
            while (here > 0 && here < frame.length() && names.size() < MOST_MECHANISMS) {
                here = add(names, frame, here, width);
            }
        }
        if (!names.isEmpty()) {
            sink.saw(
                    names.size() == count
                            ? AmqpFacts.MECHANISMS.complete(names, "1.0")
                            : AmqpFacts.MECHANISMS.partial(names, "1.0"),
                    String.join(" ", names));
        }
    }

    private static int add(List<String> names, ByteView frame, int at, int width) {
        if (at + width > frame.length()) {
            return -1;
        }
        long length = width == 1 ? frame.u8(at) : frame.u32(at);
        int begin = at + width;
        if (length > frame.length() - begin) {
            return -1;
        }
        names.add(frame.ascii(begin, (int) length));
        return begin + (int) length;
    }

    private void begun(ByteView frame, int at) {
        List<String> named = new ArrayList<>();
        int behind = frame.u8(at) == SYMBOL ? add(named, frame, at + 1, 1) : -1;
        if (!named.isEmpty()) {
            boolean answered = behind + 2 < frame.length() && frame.u8(behind) == 0xA0;
            int length = answered ? Math.min(frame.u8(behind + 1), frame.length() - behind - 2) : 0;
            take(named.get(0), answered ? frame.bytes(behind + 2, length) : new byte[0]);
        }
    }

    private void outcome(ByteView frame, int at, ObservationSink sink) {
        boolean told = frame.u8(at) == 0x50 && at + 1 < frame.length();
        if (told) {
            concluded(frame.u8(at + 1) == 0, sink);
        }
    }
}
