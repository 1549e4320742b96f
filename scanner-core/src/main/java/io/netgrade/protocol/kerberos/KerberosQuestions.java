// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.kerberos;

import static io.netgrade.wire.BerOctets.integer;
import static io.netgrade.wire.BerOctets.text;
import static io.netgrade.wire.BerOctets.value;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Fact;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Script;
import io.netgrade.wire.Ber;
import io.netgrade.wire.ByteView;
import java.nio.ByteBuffer;

/**
 * AS-REQ (RFC 4120 5.4.1) for the user {@code netgrade} in a realm that cannot exist (RFC 2606 2), without a proof. Nobody
 * can be logged in or locked out by it; a centre answers with an error. Which encryption types it has, and whether it wants
 * proofs, it tells for its own users alone, and none of those is named.
 */
final class KerberosQuestions {
    private static final String REALM = "NETGRADE.INVALID";
    private static final int FIELD = 0xA0;
    private static final int BIT_STRING = 0x03;
    private static final int GENERALIZED_TIME = 0x18;
    private static final int GENERAL_STRING = 0x1B;
    private static final int PRINCIPAL = 1;
    private static final int SERVICE_INSTANCE = 2;
    private static final int[] TYPES = {18, 17, 20, 19, 23, 16, 3};
    private static final int LONGEST_ANSWER = 4096;

    private KerberosQuestions() {}

    static Dissector reader(Opening opening) {
        return new MessageDissector(opening.transport(), new KerberosSession(opening.transport() == Transport.TCP));
    }

    static Conversation overTcp(Endpoint endpoint) {
        byte[] request = request();
        byte[] counted = ByteBuffer.allocate(4 + request.length)
                .putInt(request.length)
                .put(request)
                .array();
        return Script.of(endpoint, KerberosQuestions::reader)
                .says(counted, KerberosQuestions::answer)
                .leavesOut(KerberosQuestions::ours)
                .build();
    }

    static Conversation overUdp(Endpoint endpoint) {
        return Script.of(endpoint, KerberosQuestions::reader)
                .says(request())
                .leavesOut(KerberosQuestions::ours)
                .build();
    }

    /** Most centres say back the realm that they were asked for. */
    private static boolean ours(Fact fact) {
        return fact.text("realm").filter(REALM::equals).isPresent();
    }

    private static long answer(ByteView unread) {
        if (unread.length() < 5) {
            return unread.u8(0) == 0 ? MessageGrammar.UNKNOWN : MessageGrammar.BROKEN;
        }
        long length = unread.u32(0);
        boolean answers = unread.u8(4) == KerberosMessage.ERROR || unread.u8(4) == KerberosMessage.AS_REPLY;
        return answers && length <= LONGEST_ANSWER ? 4 + length : MessageGrammar.BROKEN;
    }

    private static byte[] request() {
        byte[][] types = new byte[TYPES.length][];
        for (int i = 0; i < types.length; i++) {
            types[i] = integer(TYPES[i]);
        }
        byte[] body = value(
                Ber.SEQUENCE,
                field(0, value(BIT_STRING, new byte[5])),
                field(1, name(PRINCIPAL, "netgrade")),
                field(2, text(GENERAL_STRING, REALM)),
                field(3, name(SERVICE_INSTANCE, "krbtgt", REALM)),
                field(5, text(GENERALIZED_TIME, "19700101000000Z")),
                field(7, integer(1)),
                field(8, value(Ber.SEQUENCE, types)));
        return value(
                KerberosMessage.AS_REQUEST,
                value(Ber.SEQUENCE, field(1, integer(5)), field(2, integer(10)), field(4, body)));
    }

    private static byte[] name(int kind, String... parts) {
        byte[][] texts = new byte[parts.length][];
        for (int i = 0; i < parts.length; i++) {
            texts[i] = text(GENERAL_STRING, parts[i]);
        }
        return value(Ber.SEQUENCE, field(0, integer(kind)), field(1, value(Ber.SEQUENCE, texts)));
    }

    private static byte[] field(int number, byte[] content) {
        return value(FIELD + number, content);
    }
}
