// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.megaco;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Script;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.ByteWriter;
import java.security.SecureRandom;

/**
 * One AuditValue of the gateway as a whole (ROOT) in the null context, with an empty descriptor (H.248.1 §7.2.5): it reads
 * nothing out, changes nothing, and is answered by the same transaction or by an error, as an asker whom the gateway does
 * not know may be. In text, of about 110 octets; the answer is about as long.
 */
final class RootAudit {
    private static final String NAME = "netgrade.invalid";
    private static final String TEXT =
            "MEGACO/1 <" + NAME + ">\r\nTransaction=%d{Context=-{AuditValue=ROOT{Audit{}}}}\r\n";
    private static final int TPKT = 4;

    private RootAudit() {}

    static Conversation of(Endpoint endpoint) {
        boolean stream = endpoint.transport() == Transport.TCP;
        byte[] text = TEXT.formatted(new SecureRandom().nextInt(100_000_000, 1_000_000_000))
                .getBytes(US_ASCII);
        byte[] message = stream
                ? new ByteWriter()
                        .u16(0x0300)
                        .u16(TPKT + text.length)
                        .bytes(text)
                        .written()
                : text;
        return Script.of(endpoint, MegacoProtocol::reader)
                .says(message, stream ? RootAudit::framed : RootAudit::datagram)
                .build();
    }

    private static long datagram(ByteView answer) {
        boolean sound = MegacoGrammar.message(answer) != Speaker.NOBODY && !isOwn(answer);
        return sound ? answer.length() : MessageGrammar.BROKEN;
    }

    private static long framed(ByteView answer) {
        Speaker speaker = MegacoGrammar.framed(answer);
        if (speaker == Speaker.NOBODY || isOwn(answer)) {
            return MessageGrammar.BROKEN;
        }
        return speaker == Speaker.UNFINISHED ? MessageGrammar.UNKNOWN : MegacoGrammar.frame(answer);
    }

    /** Whether somebody only gives the question back. */
    private static boolean isOwn(ByteView answer) {
        return answer.text(0, answer.length(), ISO_8859_1).contains("<" + NAME + ">");
    }
}
