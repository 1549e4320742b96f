// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.bgp;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Script;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.ByteWriter;

/**
 * An OPEN (RFC 4271 §4.2) of a private autonomous system (RFC 6996) with an identifier of documentation (RFC 5737), and, once
 * the speaker has said its own, a NOTIFICATION that ends the session (Cease, §6.7). No KEEPALIVE is ever sent, so that no
 * session is established and no route is exchanged. Graceful restart is not offered: where the asking address is a
 * configured neighbour's, the session that there is stays what it is (RFC 4724 §5).
 */
final class BgpIntroduction {
    private static final int SYSTEM = 64_512;
    private static final int HOLD_TIME = 90;
    private static final byte[] IDENTIFIER = {(byte) 192, 0, 2, 1};
    /** One parameter of capabilities: IPv4 unicast (RFC 4760 §8), and a system of four octets (RFC 6793 §3). */
    private static final byte[] CAPABILITIES = new ByteWriter()
            .u8(2)
            .u8(12)
            .u8(1)
            .u8(4)
            .u16(1)
            .u8(0)
            .u8(1)
            .u8(65)
            .u8(4)
            .u32(SYSTEM)
            .written();

    private static final int CEASE = 6;

    private BgpIntroduction() {}

    static Conversation to(Endpoint endpoint) {
        byte[] open = new ByteWriter()
                .u8(4)
                .u16(SYSTEM)
                .u16(HOLD_TIME)
                .bytes(IDENTIFIER)
                .u8(CAPABILITIES.length)
                .bytes(CAPABILITIES)
                .written();
        byte[] cease = {CEASE, 0};
        return Script.of(endpoint, BgpProtocol::reader)
                .says(message(BgpMessage.OPEN, open), BgpIntroduction::length)
                .parts(message(BgpMessage.NOTIFICATION, cease))
                .build();
    }

    private static byte[] message(int type, byte[] body) {
        return new ByteWriter()
                .u64(-1)
                .u64(-1)
                .u16(BgpMessage.HEADER + body.length)
                .u8(type)
                .bytes(body)
                .written();
    }

    /** A speaker opens too, or says why it will not. */
    private static long length(ByteView answer) {
        return switch (BgpMessage.speaker(answer)) {
            case UNFINISHED -> MessageGrammar.UNKNOWN;
            case PEER -> {
                int type = BgpMessage.type(answer);
                boolean first = type == BgpMessage.OPEN || type == BgpMessage.NOTIFICATION;
                yield first ? BgpMessage.length(answer) : MessageGrammar.BROKEN;
            }
            default -> MessageGrammar.BROKEN;
        };
    }
}
