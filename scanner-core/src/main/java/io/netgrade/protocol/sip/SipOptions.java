// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.sip;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Script;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;
import java.net.Inet6Address;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/**
 * One OPTIONS outside a dialog (RFC 3261 §11), which sets up nothing and rings nowhere. It bears Max-Forwards 0, so that a
 * proxy answers it itself and asks nobody else (§11.1), and a Via that has the answer sent to where the question came from
 * (rport, RFC 3581). An answer is of about the question's size or several times that.
 */
final class SipOptions {
    private static final String TEXT = """
            OPTIONS sip:%1$s SIP/2.0
            Via: SIP/2.0/%2$s netgrade.invalid;branch=z9hG4bK%3$s;rport
            Max-Forwards: 0
            From: <sip:netgrade@netgrade.invalid>;tag=%4$s
            To: <sip:%1$s>
            Call-ID: %5$s@netgrade.invalid
            CSeq: 1 OPTIONS
            Accept: application/sdp
            Content-Length: 0

            """;

    private static final int RANDOM_OCTETS = 8;
    private static final int LONGEST_BODY = 1 << 16;
    private static final int FIRST_FINAL = 200;

    private final String call;
    private final boolean stream;

    private SipOptions(String call, boolean stream) {
        this.call = call;
        this.stream = stream;
    }

    static Conversation to(Endpoint endpoint, List<String> layers) {
        boolean stream = endpoint.transport() == Transport.TCP;
        SipOptions options = new SipOptions(random(), stream);
        String host = endpoint.address().getHostAddress().replaceAll("%.*", "");
        String bare = endpoint.address() instanceof Inet6Address ? "[" + host + "]" : host;
        String carrier = layers.contains("tls") ? "TLS" : stream ? "TCP" : "UDP";
        String text = TEXT.formatted(bare + ":" + endpoint.port(), carrier, random(), random(), options.call)
                .replace("\n", "\r\n");
        return Script.of(endpoint, SipProtocol::reader)
                .says(text.getBytes(US_ASCII), options::finalAnswer)
                .build();
    }

    private static String random() {
        byte[] octets = new byte[RANDOM_OCTETS];
        new SecureRandom().nextBytes(octets);
        return HexFormat.of().formatHex(octets);
    }

    /** Octets up to and with a final answer to this question; provisional ones before it are waited out. */
    private long finalAnswer(ByteView unread) {
        int at = 0;
        while (at < unread.length()) {
            ByteView rest = new ByteView().wrap(unread, at, unread.length() - at);
            long length = length(rest);
            if (length <= 0 || at + length > unread.length()) {
                return length < 0 ? MessageGrammar.BROKEN : MessageGrammar.UNKNOWN;
            }
            SipMessage message = SipMessage.of(new ByteView().wrap(rest, 0, (int) length));
            at += (int) length;
            if (message.status() >= FIRST_FINAL) {
                return message.first("call-id").startsWith(call) ? at : MessageGrammar.BROKEN;
            }
        }
        return MessageGrammar.UNKNOWN;
    }

    private long length(ByteView answer) {
        if (SipGrammar.blank(answer) > 0) {
            return SipGrammar.blank(answer);
        }
        Speaker speaker = SipGrammar.speaker(answer);
        if (speaker == Speaker.NOBODY || speaker == Speaker.CLIENT) {
            return MessageGrammar.BROKEN;
        }
        long head = SipGrammar.head(answer);
        if (!stream) {
            return head > 0 ? answer.length() : MessageGrammar.BROKEN;
        }
        long body = head <= 0 ? head : SipGrammar.body(answer.text(0, (int) head, StandardCharsets.ISO_8859_1));
        return body < 0 || body > LONGEST_BODY ? MessageGrammar.BROKEN : head + body;
    }
}
