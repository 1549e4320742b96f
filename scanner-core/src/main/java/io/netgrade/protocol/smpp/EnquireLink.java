// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.smpp;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Script;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.ByteWriter;
import java.security.SecureRandom;

/**
 * One enquire_link (SMPP 3.4 §4.11) outside a session: a server answers it, or refuses it with generic_nack or a status, as
 * nobody has bound. Nothing is ever bound, so there is nothing to unbind; the connection is closed.
 */
final class EnquireLink {
    private EnquireLink() {}

    static Conversation to(Endpoint endpoint) {
        int number = new SecureRandom().nextInt(1, Integer.MAX_VALUE);
        byte[] question = new ByteWriter()
                .u32(SmppPdu.HEADER)
                .u32(SmppPdu.ENQUIRE_LINK)
                .u32(0)
                .u32(number)
                .written();
        return Script.of(endpoint, SmppProtocol::reader)
                .says(question, answer -> length(answer, number))
                .build();
    }

    /** The answer bears the question's number; a generic_nack may bear none that the server could read (§4.3). */
    private static long length(ByteView answer, int number) {
        long length = SmppPdu.length(answer);
        if (length <= 0) {
            return length;
        }
        boolean refusal = SmppPdu.command(answer) == 0;
        boolean ours = SmppPdu.answer(answer) && (refusal || answer.i32(12) == number);
        return ours ? length : MessageGrammar.BROKEN;
    }
}
