// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.postgresql;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.SoftwarePatterns;
import io.netgrade.wire.ByteView;
import java.util.Locale;

/** One connection, up to TLS or until the server is ready for queries. */
final class PostgresqlSession implements MessageGrammar {
    private static final SoftwarePatterns SOFTWARE = SoftwarePatterns.read(PostgresqlSession.class, "software.tsv");
    private static final int SASL = 10;
    private static final int LONGEST_MECHANISM = 64;
    private static final int LONGEST_MESSAGE = 1 << 20;

    private boolean started;
    private boolean tlsAsked;
    private boolean gssAsked;
    private boolean asked;
    private String loginClass = "";

    @Override
    public long length(Direction direction, ByteView unread) {
        boolean untyped = direction == Direction.FROM_CLIENT && !started;
        if (direction == Direction.FROM_SERVER && (tlsAsked || gssAsked) && !started) {
            return unread.u8(0) == 'E' ? typed(unread) : 1;
        }
        if (!untyped) {
            return typed(unread);
        }
        return unread.length() < 4 ? UNKNOWN : checked(unread.u32(0), 8);
    }

    private static long typed(ByteView unread) {
        return unread.length() < 5 ? UNKNOWN : checked(unread.u32(1) + 1, 5);
    }

    private static long checked(long length, int least) {
        return length < least || length > LONGEST_MESSAGE ? BROKEN : length;
    }

    @Override
    public Progress read(Direction direction, ByteView message, ObservationSink sink) {
        if (direction == Direction.FROM_CLIENT) {
            return started ? said(message, sink) : opened(message);
        }
        boolean protection = message.length() == 1;
        return protection ? protection(message.u8(0), sink) : answered(message, sink);
    }

    private Progress opened(ByteView message) {
        int code = message.i32(4);
        tlsAsked = code == PostgresqlOpening.TLS;
        gssAsked = code == PostgresqlOpening.GSS;
        if (tlsAsked || gssAsked) {
            return Progress.CONTINUE;
        }
        started = PostgresqlOpening.isStartup(code, message.u32(0));
        return started ? Progress.CONTINUE : code == PostgresqlOpening.CANCEL ? Progress.DONE : Progress.MALFORMED;
    }

    private Progress protection(int answer, ObservationSink sink) {
        boolean tls = tlsAsked;
        tlsAsked = false;
        gssAsked = false;
        if (tls && (answer == 'S' || answer == 'N')) {
            sink.saw(PostgresqlFacts.SERVICE.complete(answer == 'S'));
            return answer == 'S' ? Progress.START_TLS : Progress.CONTINUE;
        }
        if (!tls && answer == 'G') {
            return Progress.DONE;
        }
        return answer == 'N' ? Progress.CONTINUE : Progress.MALFORMED;
    }

    private Progress said(ByteView message, ObservationSink sink) {
        if (message.u8(0) == 'p' && !loginClass.isEmpty()) {
            sink.saw(PostgresqlFacts.LOGIN_IN_CLEAR.partial(loginClass));
        }
        return Progress.CONTINUE;
    }

    private Progress answered(ByteView message, ObservationSink sink) {
        return switch (message.u8(0)) {
            case 'R' -> authentication(message, sink);
            case 'S' -> {
                parameter(message, sink);
                yield Progress.CONTINUE;
            }
            case 'E', 'Z' -> Progress.DONE;
            case 'K', 'N', 'v' -> Progress.CONTINUE;
            default -> Progress.MALFORMED;
        };
    }

    private Progress authentication(ByteView message, ObservationSink sink) {
        if (message.length() < 9) {
            return Progress.MALFORMED;
        }
        long code = message.u32(5);
        String method = code == SASL ? mechanism(message) : method(code);
        if (!asked && !method.isEmpty()) {
            asked = true;
            sink.saw(PostgresqlFacts.AUTHENTICATION.partial(method));
            loginClass = switch (method) {
                case "trust" -> "no-password";
                case "cleartext" -> "plaintext-password";
                default -> "challenge-response";
            };
            if (code == 0) {
                sink.saw(PostgresqlFacts.LOGIN_IN_CLEAR.partial(loginClass));
            }
        }
        return Progress.CONTINUE;
    }

    /** Of the codes by which a server begins to ask; empty for those by which it goes on. */
    static String method(long code) {
        return switch ((int) code) {
            case 0 -> "trust";
            case 2 -> "kerberos";
            case 3 -> "cleartext";
            case 5 -> "md5";
            case 7 -> "gss";
            case 9 -> "sspi";
            case SASL -> "sasl";
            default -> "";
        };
    }

    /** The first that the server names. */
    private static String mechanism(ByteView message) {
        int end = message.indexOf(0, 9, 9 + LONGEST_MECHANISM);
        return end <= 9 ? "sasl" : message.ascii(9, end - 9).toLowerCase(Locale.ROOT);
    }

    private static void parameter(ByteView message, ObservationSink sink) {
        int end = message.indexOf(0, 5, message.length());
        if (end > 5 && message.ascii(5, end - 5).equals("server_version")) {
            int last = message.indexOf(0, end + 1, message.length());
            String version = last < 0 ? "" : message.ascii(end + 1, last - end - 1);
            SOFTWARE.find(version, false).ifPresent(fact -> sink.saw(fact, version));
        }
    }
}
