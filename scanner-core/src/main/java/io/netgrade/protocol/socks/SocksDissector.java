// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.socks;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import io.netgrade.wire.ByteView;
import org.jspecify.annotations.Nullable;

/** Reads one connection through a SOCKS proxy until what it was opened for begins. */
final class SocksDissector implements Dissector {
    private static final int GRANTED = 0;
    private static final int GRANTED_4 = 90;
    private static final int USERNAME_PASSWORD = 2;

    private @Nullable String command;
    private boolean four;
    private boolean greeted;
    private boolean requested;
    private boolean chosen;
    private boolean loggingIn;

    @Override
    public Progress dissect(Direction direction, Inbox bytes, ObservationSink sink) {
        return direction == Direction.FROM_CLIENT ? client(bytes, sink) : server(bytes, sink);
    }

    /** What stands behind the request is the other protocol's: it is left. */
    private Progress client(Inbox inbox, ObservationSink sink) {
        while (!requested && inbox.unread().length() > 0) {
            ByteView bytes = inbox.unread();
            int length = next(bytes, sink);
            if (length <= 0) {
                return length == SocksMessage.SHORT ? Progress.CONTINUE : Progress.MALFORMED;
            }
            inbox.consume(length);
        }
        return Progress.CONTINUE;
    }

    private int next(ByteView bytes, ObservationSink sink) {
        if (bytes.u8(0) == 4 && !greeted) {
            return request4(bytes, sink);
        }
        if (!greeted) {
            int length = SocksMessage.greeting(bytes, 0);
            greeted = length > 0;
            return length;
        }
        if (bytes.u8(0) == 1) {
            int length = SocksMessage.login(bytes, 0);
            if (length > 0) {
                sink.saw(SocksFacts.CREDENTIALS_IN_CLEAR.partial("plaintext-password"));
            }
            return length;
        }
        int length = SocksMessage.request(bytes, 0);
        asked(bytes, length);
        return length;
    }

    private int request4(ByteView bytes, ObservationSink sink) {
        int length = SocksMessage.request4(bytes, 0);
        asked(bytes, length);
        four |= length > 0;
        if (length > 0 && bytes.u8(8) != 0) {
            sink.saw(SocksFacts.CREDENTIALS_IN_CLEAR.partial("user-id"));
        }
        return length;
    }

    private void asked(ByteView bytes, int length) {
        if (length > 0) {
            requested = true;
            command = switch (bytes.u8(1)) {
                case 1 -> "connect";
                case 2 -> "bind";
                default -> "udp-associate";
            };
        }
    }

    private Progress server(Inbox inbox, ObservationSink sink) {
        Progress progress = Progress.CONTINUE;
        while (progress == Progress.CONTINUE && inbox.unread().length() > 1) {
            ByteView bytes = inbox.unread();
            if (four || (!chosen && bytes.u8(0) == 0)) {
                return reply4(inbox, sink);
            }
            if (chosen && !loggingIn) {
                return reply(inbox, sink);
            }
            progress = loggingIn ? loggedIn(bytes) : chose(bytes, sink);
            inbox.consume(2);
        }
        return progress;
    }

    private Progress chose(ByteView bytes, ObservationSink sink) {
        if (bytes.u8(0) != 5) {
            return Progress.MALFORMED;
        }
        chosen = true;
        loggingIn = bytes.u8(1) == USERNAME_PASSWORD;
        sink.saw(SocksFacts.METHOD.partial(5, method(bytes.u8(1))));
        boolean readable = bytes.u8(1) == 0 || loggingIn;
        return readable ? Progress.CONTINUE : Progress.DONE;
    }

    private Progress loggedIn(ByteView bytes) {
        loggingIn = false;
        return bytes.u8(0) != 1 ? Progress.MALFORMED : bytes.u8(1) == 0 ? Progress.CONTINUE : Progress.DONE;
    }

    private Progress reply(Inbox inbox, ObservationSink sink) {
        int length = SocksMessage.reply(inbox.unread(), 0);
        return answered(inbox, length, length > 0 && inbox.unread().u8(1) == GRANTED, sink);
    }

    private Progress reply4(Inbox inbox, ObservationSink sink) {
        int length = SocksMessage.reply4(inbox.unread(), 0);
        if (length > 0) {
            sink.saw(SocksFacts.METHOD.partial(4, "none"));
        }
        return answered(inbox, length, length > 0 && inbox.unread().u8(1) == GRANTED_4, sink);
    }

    private Progress answered(Inbox inbox, int length, boolean granted, ObservationSink sink) {
        if (length <= 0) {
            return length == SocksMessage.SHORT ? Progress.CONTINUE : Progress.MALFORMED;
        }
        sink.saw(SocksFacts.REQUEST.partial(command, granted));
        inbox.consume(length);
        boolean tunnel = granted && (command == null || command.equals("connect"));
        return tunnel ? Progress.HANDED_OVER : Progress.DONE;
    }

    private static String method(int code) {
        return switch (code) {
            case 0 -> "none";
            case 1 -> "gssapi";
            case 2 -> "username-password";
            case 3 -> "chap";
            case 5 -> "challenge-response";
            case 6 -> "tls";
            case 7 -> "nds";
            case 8 -> "multi-authentication-framework";
            case 9 -> "json-parameter-block";
            case 0xFF -> "refused";
            default -> code < 0x80 ? "method-" + code : "private";
        };
    }
}
