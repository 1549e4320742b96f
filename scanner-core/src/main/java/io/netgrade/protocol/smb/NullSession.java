// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.smb;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.Progress;
import io.netgrade.wire.ByteView;

/**
 * Asks for a session without a name (MS-NLMP 3.2.5.1.2), for which the operator's consent is needed, and with it for the
 * share of pipes; nothing in the share is opened, and the session is logged off. Some servers grant such sessions to
 * everybody and then refuse them everything: that is told as there being none.
 */
final class NullSession implements Conversation {
    private static final long GOES_ON = 0xC000_0016L;
    private static final int SESSION = SmbMessage.AT + 40;
    private static final int HEADER = 64;

    private enum Step {
        NEGOTIATE,
        CHALLENGE,
        SESSION,
        PIPES
    }

    private final Dissector reader = new MessageDissector(Transport.TCP, new SmbSession());
    private final String host;
    private Step step = Step.NEGOTIATE;
    private String kind = "anonymous";
    private boolean encrypted;

    NullSession(Endpoint endpoint) {
        host = endpoint.address().getHostAddress();
    }

    @Override
    public void opened(Peer peer) {
        peer.send(SmbQuestions.bestOffer());
    }

    @Override
    public Progress received(Inbox bytes, Peer peer, ObservationSink sink) {
        while (bytes.unread().length() > 0) {
            ByteView unread = bytes.unread();
            long length = SmbQuestions.length(unread);
            if (length < 0) {
                return step == Step.NEGOTIATE ? Progress.MALFORMED : Progress.DONE;
            }
            if (length == 0 || length > unread.length()) {
                return Progress.CONTINUE;
            }
            boolean version2 = length >= SmbMessage.AT + HEADER
                    && SmbMessage.isReadable(unread)
                    && SmbMessage.kind(unread) == SmbMessage.VERSION_2;
            if (!version2) {
                return step == Step.NEGOTIATE ? Progress.MALFORMED : Progress.DONE;
            }
            long status = SmbMessage.status(unread);
            long session = Long.reverseBytes(unread.i64(SESSION));
            reader.dissect(Direction.FROM_SERVER, bytes, apart(sink));
            if (over(status, session, peer, sink)) {
                return Progress.DONE;
            }
        }
        return Progress.CONTINUE;
    }

    @Override
    public boolean ended(ObservationSink sink) {
        return step != Step.NEGOTIATE;
    }

    private boolean over(long status, long session, Peer peer, ObservationSink sink) {
        if (step == Step.NEGOTIATE && status == 0) {
            step = Step.CHALLENGE;
            peer.send(SmbRequests.beginSession());
            return false;
        }
        if (step == Step.CHALLENGE && status == GOES_ON) {
            step = Step.SESSION;
            peer.send(SmbRequests.nullSession(session));
            return false;
        }
        if (step == Step.SESSION && status == 0) {
            step = Step.PIPES;
            peer.send(SmbRequests.connectToPipes(session, host));
            return false;
        }
        conclude(status, session, peer, sink);
        return true;
    }

    private void conclude(long status, long session, Peer peer, ObservationSink sink) {
        if (step == Step.PIPES) {
            sink.saw(status == 0 ? SmbFacts.SESSION.complete(kind, encrypted) : SmbFacts.SESSION.none());
            peer.send(SmbRequests.logOff(session));
        } else if (step == Step.SESSION && status != GOES_ON) {
            sink.saw(SmbFacts.SESSION.none());
        }
    }

    /** Not all servers say that a session without a name is one. */
    private ObservationSink apart(ObservationSink sink) {
        return (fact, excerpt) -> {
            if (fact.is(SmbFacts.SESSION)) {
                kind = fact.text("kind").filter("guest"::equals).orElse("anonymous");
                encrypted = fact.flag("encrypted").orElse(false);
            } else {
                sink.saw(fact, excerpt);
            }
        };
    }
}
