// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ftp;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import java.nio.charset.StandardCharsets;

/**
 * Asks whether a server lets in who gives no name (RFC 1635): {@code USER anonymous}, where it asks on a {@code PASS} with
 * a word of the form of an address, and QUIT. Once let in, nothing is listed and nothing is fetched.
 */
final class AnonymousLogIn implements Conversation {
    private static final String USER = "USER anonymous";
    private static final String PASSWORD = "PASS netgrade@example.invalid";

    /** User name okay, need password (RFC 959 section 4.2.1). */
    private static final int GO_ON = 331;

    private static final int LET_IN = 230;

    private final FtpReplies replies = new FtpReplies();
    private boolean greeted;
    private boolean passwordSaid;

    @Override
    public Progress received(Inbox bytes, Peer peer, ObservationSink sink) {
        return replies.give(bytes, reply -> replied(reply, peer, sink));
    }

    @Override
    public boolean ended(ObservationSink sink) {
        return greeted;
    }

    private Progress replied(FtpReply reply, Peer peer, ObservationSink sink) {
        if (reply.preliminary()) {
            return Progress.CONTINUE;
        }
        if (greeted) {
            return answered(reply, peer, sink);
        }
        FtpGreeting greeting = new FtpGreeting(reply);
        if (!greeting.ready() || greeting.ofMail()) {
            return greeting.busy() ? Progress.DONE : Progress.MALFORMED;
        }
        greeted = true;
        say(USER, peer);
        return Progress.CONTINUE;
    }

    private Progress answered(FtpReply reply, Peer peer, ObservationSink sink) {
        if (reply.code() == GO_ON && !passwordSaid) {
            passwordSaid = true;
            say(PASSWORD, peer);
            return Progress.CONTINUE;
        }
        if (reply.code() == LET_IN) {
            sink.saw(FtpFacts.ANONYMOUS.complete(true));
            sink.saw(FtpFacts.protectionSeen("anonymous-login-seen"));
        } else if (reply.refuses() && !reply.asksForTls()) {
            sink.saw(FtpFacts.ANONYMOUS.complete(false));
        }
        say("QUIT", peer);
        return Progress.DONE;
    }

    private static void say(String command, Peer peer) {
        peer.send((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
