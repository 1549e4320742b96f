// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.sip;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Reads the requests and responses of one flow. */
final class SipReader implements MessageGrammar {
    private static final int LONGEST_KEEP_ALIVE = 4;

    private final boolean stream;
    private final SipAdmission admission = new SipAdmission();
    private final SipMedia media = new SipMedia();

    SipReader(boolean stream) {
        this.stream = stream;
    }

    @Override
    public long length(Direction direction, ByteView unread) {
        int blank = SipGrammar.blank(unread);
        if (!stream && keepsAlive(direction, unread)) {
            return unread.length();
        }
        if (!stream) {
            Speaker speaker = SipGrammar.speaker(unread);
            return speaker == Speaker.CLIENT || speaker == Speaker.SERVER ? unread.length() : BROKEN;
        }
        if (blank > 0) {
            return blank;
        }
        if (SipGrammar.speaker(unread) == Speaker.NOBODY) {
            return BROKEN;
        }
        long head = SipGrammar.head(unread);
        if (head <= 0) {
            return head;
        }
        long body = SipGrammar.body(unread.text(0, (int) head, StandardCharsets.ISO_8859_1));
        return body < 0 ? BROKEN : head + body;
    }

    /** A client keeps the way through a translator open with line ends or zeros (RFC 5626 §3.5.1). */
    private static boolean keepsAlive(Direction direction, ByteView datagram) {
        boolean blank = direction == Direction.FROM_CLIENT && datagram.length() <= LONGEST_KEEP_ALIVE;
        for (int at = 0; blank && at < datagram.length(); at++) {
            blank = datagram.u8(at) == '\r' || datagram.u8(at) == '\n' || datagram.u8(at) == 0;
        }
        return blank;
    }

    @Override
    public Progress read(Direction direction, ByteView bytes, ObservationSink sink) {
        if (SipGrammar.blank(bytes) == bytes.length() || keepsAlive(direction, bytes)) {
            return Progress.CONTINUE;
        }
        SipMessage message = SipMessage.of(bytes);
        boolean fromServer = direction == Direction.FROM_SERVER;
        if (fromServer) {
            SipDisclosure.state(message, sink);
        }
        SipIdentities.state(message, sink);
        if (message.request()) {
            request(fromServer, message, sink);
        } else if (fromServer) {
            response(message, sink);
        }
        media.state(message, sink);
        return Progress.CONTINUE;
    }

    private void request(boolean fromServer, SipMessage message, ObservationSink sink) {
        if (!fromServer) {
            sink.saw(SipFacts.SERVICE.partial(List.of(message.method()), transport(message)));
            SipCredentials.state(message, sink);
            admission.asked(message);
        }
    }

    private void response(SipMessage message, ObservationSink sink) {
        SipChallenge.state(message, sink);
        SipChallenge.stateAgreement(message, sink);
        admission.answered(message, sink);
        String allow = message.first("allow");
        if (!allow.isEmpty()) {
            sink.saw(SipFacts.ALLOWED.partial(SipWords.elements(allow)));
        }
        if (SipWords.token(message.askedMethod())) {
            sink.saw(SipFacts.SERVICE.partial(List.of(message.askedMethod()), transport(message)));
        }
    }

    /** {@code Via: SIP/2.0/UDP …}. */
    private static String transport(SipMessage message) {
        String via = message.first("via");
        int from = via.lastIndexOf('/', Math.max(0, via.indexOf(' '))) + 1;
        int to = via.indexOf(' ', from);
        String word = to < 0 ? "" : via.substring(from, to).toLowerCase(Locale.ROOT);
        return switch (word) {
            case "udp", "tcp", "tls", "sctp", "ws", "wss" -> word;
            default -> "other";
        };
    }
}
