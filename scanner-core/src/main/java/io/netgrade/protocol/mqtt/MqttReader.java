// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.mqtt;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.wire.ByteView;
import java.util.Set;

/** Reads CONNECT and CONNACK, and then, but for enhanced authentication, no more. */
final class MqttReader implements MessageGrammar {
    private static final int USER_NAME = 0x80;
    private static final int PASSWORD = 0x40;
    private static final int VERSION_5 = 5;
    private static final int AUTHENTICATION_METHOD = 0x15;
    /** Bad user name or password, not authorized: in 3.1.1 (3.2.2.3) and in 5 (3.2.2.2). */
    private static final Set<Integer> WANTS_CREDENTIALS = Set.of(4, 5, 0x86, 0x87);

    private String version = "";
    private String credentials = "";

    @Override
    public long length(Direction direction, ByteView unread) {
        return MqttPacket.length(unread);
    }

    @Override
    public Progress read(Direction direction, ByteView message, ObservationSink sink) {
        int type = message.u8(0);
        if (direction == Direction.FROM_CLIENT) {
            return type != MqttPacket.CONNECT || connect(message) ? Progress.CONTINUE : Progress.MALFORMED;
        }
        if (type != MqttPacket.ANSWER) {
            return type >> 4 == 0xF ? Progress.CONTINUE : Progress.MALFORMED;
        }
        int body = MqttPacket.body(message);
        if (message.length() < body + 2) {
            return Progress.MALFORMED;
        }
        answered(message.u8(body + 1), sink);
        return Progress.DONE;
    }

    private boolean connect(ByteView message) {
        int level = MqttPacket.behindName(message);
        if (level < 0 || level + 4 > message.length()) {
            return false;
        }
        int number = message.u8(level) & 0x7F;
        version = switch (number) {
            case 3 -> "3.1";
            case 4 -> "3.1.1";
            case VERSION_5 -> "5";
            default -> "";
        };
        int flags = message.u8(level + 1);
        if (number == VERSION_5 && enhanced(message, level + 4)) {
            credentials = "enhanced";
        } else if ((flags & PASSWORD) != 0) {
            credentials = "plaintext-password";
        } else {
            credentials = (flags & USER_NAME) != 0 ? "user-name" : "none";
        }
        return true;
    }

    /** Whether the properties name an authentication method (§3.1.2.11.9). What cannot be read is taken for none. */
    private static boolean enhanced(ByteView message, int at) {
        int end = at < message.length() ? at + 1 + message.u8(at) : 0;
        int here = at + 1;
        while (here < end && end <= message.length()) {
            int property = message.u8(here);
            if (property == AUTHENTICATION_METHOD) {
                return true;
            }
            int octets = switch (property) {
                case 0x11, 0x27 -> 5;
                case 0x21, 0x22 -> 3;
                case 0x17, 0x19 -> 2;
                default -> 0;
            };
            if (octets == 0) {
                return false;
            }
            here += octets;
        }
        return false;
    }

    private void answered(int code, ObservationSink sink) {
        if (credentials.isEmpty() || version.isEmpty()) {
            return;
        }
        boolean accepted = code == 0;
        sink.saw(MqttFacts.CONNECTION.partial(version, credentials, accepted, code));
        if (credentials.equals("none") && (accepted || WANTS_CREDENTIALS.contains(code))) {
            sink.saw(MqttFacts.ANONYMOUS.complete(accepted));
        }
    }
}
