// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.xmpp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Script;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;
import java.net.Inet6Address;

/** What a server is asked: the features of a stream (RFC 6120 4.3.2), and TLS (5.4.2).
 *
 * <p>A stream names the domain that it goes to (4.7.2). No more is known of it than its address, and a server that serves
 * other domains alone ends the stream with host-unknown: that it is one is all that is then learnt.
 */
final class XmppQuestion {
    private static final int SERVERS = 5269;
    private static final int LONGEST = 16_384;
    private static final byte[] END = text("</stream:stream>");
    private static final byte[] FEATURES_END = text("</stream:features>");
    private static final byte[] NO_FEATURES = text("<stream:features/>");

    private XmppQuestion() {}

    static Conversation features(Endpoint endpoint) {
        return Script.of(endpoint, XmppQuestion::reader)
                .says(stream(endpoint), XmppQuestion::opened)
                .parts(END)
                .build();
    }

    static Conversation startTls(Endpoint endpoint) {
        return Script.toTls(XmppQuestion::reader)
                .says(stream(endpoint), XmppQuestion::opened)
                .says(text("<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>"), XmppQuestion::tag)
                .parts(END)
                .build();
    }

    static Dissector reader(Opening opening) {
        return new XmppDissector(opening.initiatorKnown());
    }

    /** Of a client, or of another server on the port that those use. */
    private static byte[] stream(Endpoint endpoint) {
        String address = Endpoint.text(endpoint.address());
        String domain = endpoint.address() instanceof Inet6Address ? "[" + address + "]" : address;
        String namespace = endpoint.port() == SERVERS ? "jabber:server" : "jabber:client";
        return text("<?xml version='1.0'?><stream:stream to='" + domain + "' version='1.0' xmlns='" + namespace
                + "' xmlns:stream='http://etherx.jabber.org/streams'>");
    }

    /** The server's own stream, up to the end of its features or of the stream. */
    private static long opened(ByteView unread) {
        if (XmppStream.speaker(unread) == Speaker.NOBODY) {
            return MessageGrammar.BROKEN;
        }
        int known = Math.min(unread.length(), LONGEST);
        for (int at = unread.indexOf('<', 0, known); at >= 0; at = unread.indexOf('<', at + 1, known)) {
            if (unread.holds(at, FEATURES_END) || unread.holds(at, NO_FEATURES)) {
                return (long) at + FEATURES_END.length;
            }
            if (unread.holds(at, END)) {
                return (long) at + END.length;
            }
        }
        return known < LONGEST ? MessageGrammar.UNKNOWN : MessageGrammar.BROKEN;
    }

    private static long tag(ByteView unread) {
        int known = Math.min(unread.length(), LONGEST);
        int end = unread.indexOf('>', 0, known);
        return end >= 0 ? end + 1L : known < LONGEST ? MessageGrammar.UNKNOWN : MessageGrammar.BROKEN;
    }

    private static byte[] text(String text) {
        return text.getBytes(US_ASCII);
    }
}
