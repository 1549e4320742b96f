// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.postgresql;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Script;
import io.netgrade.wire.ByteView;
import java.nio.ByteBuffer;

/** What a server is asked (PostgreSQL documentation, Message Formats): TLS, by SSLRequest, and what it asks of a client,
 * by a StartupMessage.
 *
 * <p>The server says how a client must prove itself before it looks for the user, and looks for the user before it begins
 * a session: the one that is named here exists nowhere, so that nobody is ever let in, even where nothing is asked. The
 * server may note the attempt in its log.
 */
final class PostgresqlQuestion {
    private static final byte[] SSL_REQUEST = message(PostgresqlOpening.TLS, "");
    private static final byte[] STARTUP =
            message(PostgresqlOpening.VERSION_3, "user\0netgrade.invalid\0database\0netgrade.invalid\0\0");

    /** Terminate. */
    private static final byte[] TERMINATE = {'X', 0, 0, 0, 4};

    private static final int TYPED_HEADER = 5;
    private static final int LONGEST = 16_384;

    private PostgresqlQuestion() {}

    static Conversation tls(Endpoint endpoint) {
        return Script.of(endpoint, PostgresqlQuestion::reader)
                .says(SSL_REQUEST, PostgresqlQuestion::granted)
                .build();
    }

    static Conversation authentication(Endpoint endpoint) {
        return Script.of(endpoint, PostgresqlQuestion::reader)
                .says(STARTUP, PostgresqlQuestion::answer)
                .parts(TERMINATE)
                .leavesOut(fact -> fact.is(PostgresqlFacts.LOGIN_IN_CLEAR))
                .build();
    }

    static Conversation startTls() {
        return Script.toTls(PostgresqlQuestion::reader)
                .says(SSL_REQUEST, PostgresqlQuestion::granted)
                .build();
    }

    static Dissector reader(Opening opening) {
        return new MessageDissector(Transport.TCP, new PostgresqlSession());
    }

    /** One letter, or an error of a server that knows no TLS at all. */
    private static long granted(ByteView unread) {
        return switch (unread.u8(0)) {
            case 'S', 'N' -> 1;
            case 'E' -> answer(unread);
            default -> MessageGrammar.BROKEN;
        };
    }

    private static long answer(ByteView unread) {
        boolean known = unread.u8(0) == 'R' || unread.u8(0) == 'E' || unread.u8(0) == 'v';
        if (!known || unread.length() < TYPED_HEADER) {
            return known ? MessageGrammar.UNKNOWN : MessageGrammar.BROKEN;
        }
        long length = unread.u32(1) + 1;
        return length >= TYPED_HEADER && length <= LONGEST ? length : MessageGrammar.BROKEN;
    }

    /** A length, a code, and names with their values. */
    private static byte[] message(int code, String parameters) {
        byte[] text = parameters.getBytes(US_ASCII);
        return ByteBuffer.allocate(8 + text.length)
                .putInt(8 + text.length)
                .putInt(code)
                .put(text)
                .array();
    }
}
