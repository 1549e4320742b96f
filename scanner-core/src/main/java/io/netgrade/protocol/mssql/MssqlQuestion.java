// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.mssql;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.CarriedTls;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Script;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;

/** What a server is asked: PRELOGIN (MS-TDS 2.2.6.5), in which both sides say what they want of encryption. Netgrade says
 * that it would encrypt the log-in alone, to which the answer tells most (2.2.6.5, the table of ENCRYPTION): not supported,
 * only so, or required.
 */
final class MssqlQuestion {
    /** VERSION (nobody's: zeros) and ENCRYPTION, each by its place and length; the end; the values. */
    private static final byte[] PRELOGIN = {
        TdsPacket.PRELOGIN,
        1,
        0,
        26,
        0,
        0,
        1,
        0, //
        0,
        0,
        11,
        0,
        6,
        1,
        0,
        17,
        0,
        1,
        (byte) TdsPacket.END,
        0,
        0,
        0,
        0,
        0,
        0,
        0
    };

    private MssqlQuestion() {}

    static Conversation prelogin(Endpoint endpoint) {
        return Script.of(endpoint, MssqlQuestion::reader)
                .says(PRELOGIN, MssqlQuestion::answer)
                .build();
    }

    static byte[] message() {
        return PRELOGIN.clone();
    }

    static Dissector reader(Opening opening) {
        return new MessageDissector(Transport.TCP, new MssqlSession(new CarriedTls(opening)));
    }

    /** Octets of the answer to PRELOGIN, as {@link MessageGrammar#length}. */
    static long answer(ByteView unread) {
        Speaker speaker = TdsPacket.speaker(unread);
        boolean may = speaker == Speaker.SERVER || speaker == Speaker.UNFINISHED;
        if (!may || unread.length() < TdsPacket.HEADER) {
            return may ? MessageGrammar.UNKNOWN : MessageGrammar.BROKEN;
        }
        return unread.u16(2);
    }
}
