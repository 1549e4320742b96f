// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ftp;

import io.netgrade.fact.Fact;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Progress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a session in a capture shows: every fact is a sighting, stated once. */
final class FtpSession {
    /** Outstanding commands, and facts stated, that are remembered: more than any session has. */
    private static final int REMEMBERED = 64;

    private final Set<Fact> stated = new HashSet<>();
    private final Deque<FtpCommand> outstanding = new ArrayDeque<>();
    private boolean greetingDue;
    private boolean userSeen;
    private boolean anonymous;

    FtpSession(boolean fromTheStart) {
        greetingDue = fromTheStart;
    }

    /** A password that follows a user goes over in clear, whatever the server then says of it. */
    void said(FtpCommand command, ObservationSink sink) {
        if (outstanding.size() == REMEMBERED) {
            outstanding.clear();
        }
        outstanding.add(command);
        if (command.is("USER")) {
            userSeen = true;
            anonymous = command.anonymous();
        } else if (command.is("PASS") && userSeen && !anonymous) {
            state(FtpFacts.protectionSeen("clear-login-seen"), sink);
        }
    }

    Progress answered(FtpReply reply, ObservationSink sink) {
        if (reply.code() == 220 && (greetingDue || outstanding.isEmpty())) {
            if (greetingDue) {
                new FtpGreeting(reply).state(false, sink);
            } else {
                new FtpGreeting(reply).software(false).ifPresent(fact -> state(fact, sink));
            }
            greetingDue = false;
            return Progress.CONTINUE;
        }
        @Nullable FtpCommand asked = reply.preliminary() ? outstanding.peek() : outstanding.poll();
        if (asked == null) {
            // Of the server's side alone, 234 is known: only AUTH is answered so.
            return reply.code() == 234 ? Progress.START_TLS : Progress.CONTINUE;
        }
        if (asked.is("FEAT")) {
            features(reply, sink);
        } else if (asked.is("USER") || asked.is("PASS")) {
            login(asked, reply, sink);
        }
        return asked.tls() ? authorized(reply, sink) : Progress.CONTINUE;
    }

    private Progress authorized(FtpReply reply, ObservationSink sink) {
        if (reply.code() == 234) {
            state(FtpFacts.SERVICE.partial(null, true), sink);
            state(FtpFacts.protectionSeen("tls-offered"), sink);
            return Progress.START_TLS;
        }
        if (reply.refuses()) {
            state(FtpFacts.SERVICE.partial(null, false), sink);
            state(FtpFacts.protectionSeen("clear-only"), sink);
        }
        return Progress.CONTINUE;
    }

    private void login(FtpCommand asked, FtpReply reply, ObservationSink sink) {
        if (reply.code() == 230 && anonymous) {
            state(FtpFacts.ANONYMOUS.complete(true), sink);
            state(FtpFacts.protectionSeen("anonymous-login-seen"), sink);
        }
        boolean refused = reply.code() / 100 >= 4;
        if (asked.is("USER") && refused && reply.asksForTls()) {
            state(FtpFacts.protectionSeen("tls-required"), sink);
        }
    }

    private void features(FtpReply reply, ObservationSink sink) {
        if (reply.code() == 211) {
            FtpFeatures.read(reply).ifPresent(features -> state(features, sink));
        }
    }

    private void state(FtpFeatures features, ObservationSink sink) {
        @Nullable Boolean authTls = features.authTls() ? Boolean.TRUE : null;
        state(FtpFacts.SERVICE.partial(features.names(), authTls), sink);
        if (features.authTls()) {
            state(FtpFacts.protectionSeen("tls-offered"), sink);
        }
    }

    private void state(Fact fact, ObservationSink sink) {
        if (stated.size() == REMEMBERED) {
            stated.clear();
        }
        if (stated.add(fact)) {
            sink.saw(fact);
        }
    }
}
