// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ftp;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Waits for the greeting, asks one command, hears the answer, and says QUIT unless TLS begins. */
final class FtpQuestion implements Conversation {
    private final String command;
    private final Purpose purpose;
    private final FtpReplies replies = new FtpReplies();
    private Optional<FtpReply> answer = Optional.empty();
    private boolean greeted;

    private FtpQuestion(String command, Purpose purpose) {
        this.command = command;
        this.purpose = purpose;
    }

    private enum Purpose {
        LEARN_FEATURES,
        LEARN_UPGRADE,
        UPGRADE
    }

    static FtpQuestion features() {
        return new FtpQuestion("FEAT", Purpose.LEARN_FEATURES);
    }

    /** Asks whether TLS may begin, and leaves it there. */
    static FtpQuestion authTls() {
        return new FtpQuestion("AUTH TLS", Purpose.LEARN_UPGRADE);
    }

    /** Leads to TLS. States nothing: it opens every connection of a TLS inquiry. */
    static FtpQuestion startTls() {
        return new FtpQuestion("AUTH TLS", Purpose.UPGRADE);
    }

    boolean greeted() {
        return greeted;
    }

    /** What the server answered to the command; empty where it did not. */
    Optional<FtpReply> answer() {
        return answer;
    }

    @Override
    public Progress received(Inbox bytes, Peer peer, ObservationSink sink) {
        return replies.give(bytes, reply -> replied(reply, peer, sink));
    }

    /** A greeting alone is an answer too, though not to the question. */
    @Override
    public boolean ended(ObservationSink sink) {
        return greeted;
    }

    private Progress replied(FtpReply reply, Peer peer, ObservationSink sink) {
        return greeted ? answered(reply, peer) : greeted(new FtpGreeting(reply), peer, sink);
    }

    private Progress greeted(FtpGreeting greeting, Peer peer, ObservationSink sink) {
        if (greeting.waits()) {
            return Progress.CONTINUE;
        }
        if (!greeting.ready()) {
            return greeting.busy() ? Progress.DONE : Progress.MALFORMED;
        }
        if (greeting.ofMail()) {
            return Progress.MALFORMED;
        }
        greeted = true;
        if (purpose == Purpose.LEARN_FEATURES) {
            greeting.state(true, sink);
        }
        say(command, peer);
        return Progress.CONTINUE;
    }

    private Progress answered(FtpReply reply, Peer peer) {
        answer = Optional.of(reply);
        boolean upgraded = purpose != Purpose.LEARN_FEATURES && reply.code() == 234;
        if (!upgraded) {
            say("QUIT", peer);
        }
        return upgraded && purpose == Purpose.UPGRADE ? Progress.START_TLS : Progress.DONE;
    }

    private static void say(String command, Peer peer) {
        peer.send((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
