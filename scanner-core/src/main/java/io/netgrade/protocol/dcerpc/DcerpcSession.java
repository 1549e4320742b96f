// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.dcerpc;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.wire.ByteView;

/** One connection, up to the server's answer to the first bind. */
final class DcerpcSession implements MessageGrammar {
    private static final int CONTEXT_UUID = 32;
    private static final int FIRST_RESULT_PORT = 24;

    private String boundInterface = "";
    private String authentication = "none";
    private String level = "none";

    @Override
    public long length(Direction direction, ByteView unread) {
        return unread.length() < DcerpcMessage.HEADER ? UNKNOWN : DcerpcMessage.length(unread);
    }

    @Override
    public Progress read(Direction direction, ByteView message, ObservationSink sink) {
        int type = message.u8(2);
        if (direction == Direction.FROM_CLIENT) {
            if (type == DcerpcMessage.BIND || type == DcerpcMessage.ALTER) {
                bound(message);
            }
            return Progress.CONTINUE;
        }
        if (boundInterface.isEmpty()) {
            return Progress.DONE;
        }
        boolean refused = type == DcerpcMessage.BIND_REFUSED;
        if (refused || type == DcerpcMessage.BIND_TAKEN) {
            boolean accepted = !refused && accepted(message);
            sink.saw(DcerpcFacts.BINDING.partial(boundInterface, authentication, level, accepted));
        }
        return Progress.DONE;
    }

    private void bound(ByteView message) {
        if (message.length() >= CONTEXT_UUID + 16) {
            boundInterface = Interfaces.name(message, CONTEXT_UUID, DcerpcMessage.isLittle(message));
        }
        int verifier = DcerpcMessage.u16(message, 10);
        int at = message.length() - verifier - 8;
        if (verifier > 0 && at >= DcerpcMessage.HEADER) {
            authentication = type(message.u8(at));
            level = level(message.u8(at + 1));
        }
    }

    /** Behind the port, padded to four octets, come a count and the results; the first is of the first interface. */
    private static boolean accepted(ByteView message) {
        if (message.length() < FIRST_RESULT_PORT + 2) {
            return false;
        }
        int behind = FIRST_RESULT_PORT + 2 + DcerpcMessage.u16(message, FIRST_RESULT_PORT);
        int at = (behind + 3 & ~3) + 4;
        return at + 2 <= message.length() && message.u16(at) == 0;
    }

    /** MS-RPCE 2.2.1.1.7. */
    static String type(int type) {
        return switch (type) {
            case 0 -> "none";
            case 9 -> "spnego";
            case 10 -> "ntlm";
            case 14 -> "schannel";
            case 16 -> "kerberos";
            case 68 -> "netlogon";
            default -> "other";
        };
    }

    private static String level(int level) {
        return switch (level) {
            case 1 -> "none";
            case 2 -> "connect";
            case 3 -> "call";
            case 4 -> "packet";
            case 5 -> "integrity";
            case 6 -> "privacy";
            default -> "other";
        };
    }
}
