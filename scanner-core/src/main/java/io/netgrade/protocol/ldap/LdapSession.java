// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ldap;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.SaslMechanism;
import io.netgrade.wire.Ber;
import io.netgrade.wire.ByteView;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One connection, up to TLS or to a bind that protects what follows. */
final class LdapSession implements MessageGrammar {
    private static final int MOST_WAITING = 64;
    private static final int LONGEST_MECHANISM = 32;
    private static final int SUCCESS = 0;
    private static final int GOES_ON = 14;
    private static final byte[] START_TLS =
            "1.3.6.1.4.1.1466.20037".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    private static final Asked UPGRADE = new Asked("start-tls", null);

    private final Map<Long, Asked> waiting = new HashMap<>();

    /** What waits for its answer. */
    private record Asked(String method, @Nullable String mechanism) {
        /** What a capture could read of it; empty where it held no secret. */
        String loginClass() {
            boolean plain = method.equals("simple") || "PLAIN".equals(mechanism) || "LOGIN".equals(mechanism);
            return plain ? "plaintext-password" : method.equals("sasl") ? "challenge-response" : "";
        }

        void tellLogin(ObservationSink sink) {
            if (!loginClass().isEmpty()) {
                sink.saw(LdapFacts.LOGIN_IN_CLEAR.partial(loginClass()));
            }
        }
    }

    @Override
    public long length(Direction direction, ByteView unread) {
        return LdapMessage.length(unread);
    }

    @Override
    public Progress read(Direction direction, ByteView message, ObservationSink sink) {
        int at = LdapMessage.operation(message);
        if (at < 0 || at >= message.length()) {
            return Progress.MALFORMED;
        }
        long operation = Ber.span(message, at, message.length());
        if (operation == Ber.NONE) {
            // Longer than what is kept of it: nothing is read.
            return Progress.CONTINUE;
        }
        long number = number(message, at);
        switch (message.u8(at)) {
            case LdapMessage.BIND -> bind(message, operation, number, sink);
            case LdapMessage.EXTENDED -> extended(message, operation, number);
            case LdapMessage.BOUND, LdapMessage.EXTENDED_ANSWER -> {
                return direction == Direction.FROM_SERVER
                        ? answered(message, operation, number, sink)
                        : Progress.MALFORMED;
            }
            case LdapMessage.ENTRY -> LdapRootEntry.read(message, operation, sink);
            default -> {
                // Other operations show nothing that is judged.
            }
        }
        return Progress.CONTINUE;
    }

    private static long number(ByteView message, int at) {
        long number = 0;
        for (int octet = at - 1; octet > 1 && at - octet <= 4; octet--) {
            number |= (long) message.u8(octet) << (8 * (at - 1 - octet));
        }
        return number;
    }

    private void bind(ByteView message, long operation, long number, ObservationSink sink) {
        int end = Ber.end(operation);
        long version = Ber.span(message, Ber.INTEGER, Ber.start(operation), end);
        long name = Ber.span(message, Ber.OCTET_STRING, Ber.end(version), end);
        int at = Ber.end(name);
        long credentials = Ber.span(message, at, end);
        if (version == Ber.NONE || name == Ber.NONE || credentials == Ber.NONE) {
            return;
        }
        if (message.u8(at) == LdapMessage.SASL) {
            String mechanism = mechanism(message, credentials);
            bound(number, new Asked("sasl", mechanism), sink);
        } else if (message.u8(at) == LdapMessage.SIMPLE) {
            boolean empty = Ber.length(credentials) == 0;
            String without = Ber.length(name) == 0 ? "anonymous" : "unauthenticated";
            bound(number, new Asked(empty ? without : "simple", null), sink);
        }
    }

    private void bound(long number, Asked asked, ObservationSink sink) {
        asked.tellLogin(sink);
        wait(number, asked);
    }

    private static String mechanism(ByteView message, long credentials) {
        long name = Ber.span(message, Ber.OCTET_STRING, Ber.start(credentials), Ber.end(credentials));
        return name == Ber.NONE || Ber.length(name) > LONGEST_MECHANISM
                ? "unknown"
                : SaslMechanism.shown(message.ascii(Ber.start(name), Ber.length(name)));
    }

    private void extended(ByteView message, long operation, long number) {
        long name = Ber.span(message, LdapMessage.SIMPLE, Ber.start(operation), Ber.end(operation));
        if (name != Ber.NONE && Ber.length(name) == START_TLS.length && message.holds(Ber.start(name), START_TLS)) {
            wait(number, UPGRADE);
        }
    }

    private void wait(long number, Asked asked) {
        if (waiting.size() < MOST_WAITING) {
            waiting.put(number, asked);
        }
    }

    private Progress answered(ByteView message, long operation, long number, ObservationSink sink) {
        long code = Ber.integer(
                message, Ber.span(message, LdapMessage.ENUMERATED, Ber.start(operation), Ber.end(operation)), -1);
        @Nullable Asked asked = waiting.remove(number);
        if (asked == null || code < 0) {
            return code < 0 ? Progress.MALFORMED : Progress.CONTINUE;
        }
        boolean accepted = code == SUCCESS;
        if (asked.equals(UPGRADE)) {
            sink.saw(LdapFacts.SERVICE.partial(accepted, null));
            return accepted ? Progress.START_TLS : Progress.CONTINUE;
        }
        // Told again, now that the server has confirmed what is spoken.
        asked.tellLogin(sink);
        if (code != GOES_ON) {
            sink.saw(LdapFacts.BIND.partial(asked.method(), asked.mechanism(), accepted));
        }
        // What follows a log-in by SASL may be wrapped, and is no LDAP message then.
        return accepted && asked.method().equals("sasl") ? Progress.DONE : Progress.CONTINUE;
    }
}
