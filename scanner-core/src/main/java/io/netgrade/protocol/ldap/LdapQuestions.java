// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ldap;

import static io.netgrade.wire.BerOctets.integer;
import static io.netgrade.wire.BerOctets.text;
import static io.netgrade.wire.BerOctets.value;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.fact.Fact;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Script;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.Ber;
import io.netgrade.wire.ByteView;
import java.util.List;

/** What netgrade says to a directory. */
final class LdapQuestions {
    private static final int ENUMERATED = LdapMessage.ENUMERATED;
    private static final int BOOLEAN = 0x01;
    private static final int PRESENT = 0x87;
    private static final int REFERENCE = 0x73;
    private static final int MOST_ANSWERS = 8;
    private static final int LONGEST_ANSWER = 64 * 1024;
    private static final String START_TLS = "1.3.6.1.4.1.1466.20037";

    private static final List<String> ATTRIBUTES = List.of(
            "supportedExtension", "supportedSASLMechanisms", "vendorName", "vendorVersion", "forestFunctionality");

    /** RFC 4511 4.5.1.8. */
    private static final List<String> NO_ATTRIBUTE = List.of("1.1");

    /** UnbindRequest (RFC 4511 4.3): the client is about to close; it is not answered. */
    private static final byte[] UNBIND = message(2, value(0x42));

    private LdapQuestions() {}

    static Dissector reader(Opening opening) {
        return new MessageDissector(opening.transport(), new LdapSession());
    }

    /**
     * A search for the one entry with the empty name (RFC 4511 4.5.1, RFC 4512 5.1), for five of its attributes, without
     * a bind before it: a new connection is in an anonymous state by itself (RFC 4513 4).
     */
    static Conversation rootEntry(Endpoint endpoint) {
        return Script.of(endpoint, LdapQuestions::reader)
                .says(search(ATTRIBUTES), LdapQuestions::searched)
                .parts(UNBIND)
                .whole(LdapQuestions::told)
                .build();
    }

    /** The same over UDP (MS-ADTS 3.1.1.3.1.11), for no attribute at all, so that the answer is as short as the question. */
    static Conversation presence(Endpoint endpoint) {
        return Script.of(endpoint, LdapQuestions::reader)
                .says(search(NO_ATTRIBUTE), LdapQuestions::datagram)
                .build();
    }

    private static long datagram(ByteView datagram) {
        return LdapMessage.speaker(datagram) == Speaker.SERVER ? datagram.length() : MessageGrammar.BROKEN;
    }

    /** StartTLS (RFC 4511 4.14). */
    static Conversation startTls() {
        return Script.toTls(LdapQuestions::reader)
                .says(message(1, value(LdapMessage.EXTENDED, text(LdapMessage.SIMPLE, START_TLS))), LdapMessage::length)
                .parts(UNBIND)
                .build();
    }

    /** A simple bind with neither name nor password (RFC 4513 5.1.1). */
    static Conversation anonymousBind(Endpoint endpoint) {
        byte[] bind = value(LdapMessage.BIND, integer(3), text(Ber.OCTET_STRING, ""), text(LdapMessage.SIMPLE, ""));
        return Script.of(endpoint, LdapQuestions::reader)
                .says(message(1, bind), LdapMessage::length)
                .parts(UNBIND)
                .whole(fact -> fact.is(LdapFacts.BIND))
                .build();
    }

    /** The entry lists every extension there is, where it shows that attribute at all (RFC 4512 5.1.2). */
    private static boolean told(Fact fact) {
        return fact.is(LdapFacts.SERVICE) && fact.field("start-tls").isPresent();
    }

    private static byte[] search(List<String> names) {
        byte[][] texts =
                names.stream().map(name -> text(Ber.OCTET_STRING, name)).toArray(byte[][]::new);
        byte[] baseObject = value(ENUMERATED, new byte[] {0});
        byte[] neverDereference = value(ENUMERATED, new byte[] {0});
        byte[] withValues = value(BOOLEAN, new byte[] {0});
        return message(
                1,
                value(
                        LdapMessage.SEARCH,
                        text(Ber.OCTET_STRING, ""),
                        baseObject,
                        neverDereference,
                        integer(1),
                        integer(5),
                        withValues,
                        text(PRESENT, "objectClass"),
                        value(Ber.SEQUENCE, texts)));
    }

    private static byte[] message(int number, byte[] operation) {
        return value(Ber.SEQUENCE, integer(number), operation);
    }

    /** The entry, where there is one, and the end of the search. */
    private static long searched(ByteView unread) {
        ByteView rest = new ByteView();
        int at = 0;
        for (int answers = 0; answers < MOST_ANSWERS; answers++) {
            rest.wrap(unread, at, unread.length() - at);
            long length = rest.length() == 0 ? MessageGrammar.UNKNOWN : LdapMessage.length(rest);
            if (length <= 0 || length > LONGEST_ANSWER) {
                return length <= 0 ? length : MessageGrammar.BROKEN;
            }
            int operation = LdapMessage.operation(rest);
            if (operation >= 0 && operation < rest.length()) {
                int tag = rest.u8(operation);
                if (tag != LdapMessage.ENTRY && tag != REFERENCE) {
                    return at + length;
                }
            }
            if (length > rest.length()) {
                return MessageGrammar.UNKNOWN;
            }
            at += (int) length;
        }
        return MessageGrammar.BROKEN;
    }
}
