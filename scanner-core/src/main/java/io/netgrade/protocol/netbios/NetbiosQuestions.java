// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.netbios;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Script;
import io.netgrade.wire.ByteView;
import java.io.ByteArrayOutputStream;

/** What netgrade asks of a host that speaks NetBIOS. */
final class NetbiosQuestions {
    private static final int NAME_OCTETS = 16;
    private static final int REQUEST = 0x81;
    private static final int NODE_STATUS = NetbiosMessage.NODE_STATUS;
    private static final int LETTERS = 32;

    private NetbiosQuestions() {}

    static Dissector reader(Opening opening) {
        return new MessageDissector(
                opening.transport(), opening.transport() == Transport.TCP ? new SessionReader() : new NetbiosReader());
    }

    /** NODE STATUS REQUEST of whatever name (RFC 1002 4.2.17): the host answers with its table of names. */
    static Conversation nodeStatus(Endpoint endpoint) {
        ByteArrayOutputStream question = new ByteArrayOutputStream();
        question.writeBytes(new byte[] {'n', 'g', 0, 0, 0, 1, 0, 0, 0, 0, 0, 0});
        question.writeBytes(name("*", 0));
        question.writeBytes(new byte[] {0, (byte) NODE_STATUS, 0, 1});
        return Script.of(endpoint, NetbiosQuestions::reader)
                .says(question.toByteArray())
                .whole(fact -> fact.is(NetbiosFacts.NODE_STATUS))
                .build();
    }

    /** SESSION REQUEST to the name that every file server answers to (RFC 1002 4.3.2); the session ends at once. */
    static Conversation session(Endpoint endpoint) {
        ByteArrayOutputStream names = new ByteArrayOutputStream();
        names.writeBytes(name("*SMBSERVER", ' '));
        names.writeBytes(name("NETGRADE", ' '));
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(new byte[] {(byte) REQUEST, 0, 0, (byte) names.size()});
        request.writeBytes(names.toByteArray());
        return Script.of(endpoint, NetbiosQuestions::reader)
                .says(request.toByteArray(), NetbiosQuestions::answer)
                .whole(fact -> fact.is(NetbiosFacts.SESSION))
                .build();
    }

    private static long answer(ByteView unread) {
        long length = new SessionReader().length(Direction.FROM_SERVER, unread);
        return length > 16 ? MessageGrammar.BROKEN : length;
    }

    /** A name of 16 octets in half octets (RFC 1001 14.1), the last of which is a suffix, here a blank or zero. */
    private static byte[] name(String text, int filling) {
        byte[] plain = text.getBytes(US_ASCII);
        byte[] name = new byte[1 + LETTERS + 1];
        name[0] = LETTERS;
        for (int at = 0; at < NAME_OCTETS; at++) {
            int octet = at < plain.length ? plain[at] : filling;
            name[1 + 2 * at] = (byte) ('A' + (octet >> 4));
            name[2 + 2 * at] = (byte) ('A' + (octet & 0x0F));
        }
        return name;
    }
}
