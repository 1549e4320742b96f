// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.dcerpc;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Script;
import io.netgrade.wire.ByteView;
import java.util.HexFormat;

/** What netgrade asks of a DCE/RPC server: a bind, and no call. */
final class DcerpcQuestions {
    /**
     * bind (C706 12.6.4.3) without a verifier, of one interface with one transfer syntax: the endpoint mapper in version 3.0
     * (e1af8308-5d1f-11c9-91a4-08002b14a0fa), and NDR (8a885d04-1ceb-11c9-9fe8-08002b104860).
     */
    private static final byte[] BIND = HexFormat.of()
            .parseHex("05000b03100000004800000001000000" + "b810b81000000000" + "01000000" + "00000100"
                    + "0883afe11f5dc91191a408002b14a0fa" + "03000000"
                    + "045d888aeb1cc9119fe808002b104860" + "02000000");

    private DcerpcQuestions() {}

    static Dissector reader(Opening opening) {
        return new MessageDissector(Transport.TCP, new DcerpcSession());
    }

    static Conversation endpointMapper(Endpoint endpoint) {
        return Script.of(endpoint, DcerpcQuestions::reader)
                .says(BIND, DcerpcQuestions::answer)
                .build();
    }

    private static long answer(ByteView unread) {
        if (unread.length() < DcerpcMessage.HEADER) {
            return unread.u8(0) == 5 ? MessageGrammar.UNKNOWN : MessageGrammar.BROKEN;
        }
        int type = unread.u8(2);
        boolean answers = type == DcerpcMessage.BIND_TAKEN || type == DcerpcMessage.BIND_REFUSED;
        return answers ? DcerpcMessage.length(unread) : MessageGrammar.BROKEN;
    }
}
