// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tacacs;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;

/** Reads the packets of one connection. */
final class TacacsReader implements MessageGrammar {
    private static final int SERVICE = 1 << 16;
    private static final int PAP = 2;
    private static final int CHAP = 3;
    private static final int MSCHAP = 5;
    private static final int MSCHAPV2 = 6;

    private final Said said = new Said();

    @Override
    public long length(Direction direction, ByteView unread) {
        return TacacsPacket.length(unread);
    }

    @Override
    public Progress read(Direction direction, ByteView packet, ObservationSink sink) {
        boolean client = TacacsPacket.sequence(packet) % 2 == 1;
        if (client != (direction == Direction.FROM_CLIENT)) {
            return Progress.MALFORMED;
        }
        said.by(direction, sink);
        boolean inClear = TacacsPacket.inClear(packet);
        if (said.isNew(SERVICE | packet.u16(0))) {
            sink.saw(TacacsProtocol.SERVICE.partial(kind(TacacsPacket.type(packet)), packet.u8(0) & 0x0F));
        }
        if (said.isNew(inClear ? 1 : 0)) {
            sink.saw(TacacsProtocol.BODY.partial(!inClear));
        }
        if (inClear && client && TacacsPacket.type(packet) == TacacsPacket.AUTHENTICATION) {
            stateCredentials(packet, sink);
        }
        return Progress.CONTINUE;
    }

    private static String kind(int type) {
        return switch (type) {
            case TacacsPacket.AUTHENTICATION -> "authentication";
            case TacacsPacket.AUTHORIZATION -> "authorization";
            default -> "accounting";
        };
    }

    /** START (RFC 8907 §5.1) bears what PAP and CHAP send; CONTINUE (§5.3) what a user typed. */
    private static void stateCredentials(ByteView packet, ObservationSink sink) {
        if (TacacsPacket.sequence(packet) > 1) {
            int length = packet.u16(TacacsPacket.HEADER);
            if (length > 0) {
                sink.saw(TacacsProtocol.CREDENTIALS.partial("user-input", length));
            }
        } else if (packet.length() >= TacacsPacket.HEADER + 8 && packet.u8(19) > 0) {
            String kind = switch (packet.u8(14)) {
                case PAP -> "plaintext-password";
                case CHAP -> "chap-response";
                case MSCHAP, MSCHAPV2 -> "mschap-response";
                default -> "";
            };
            if (!kind.isEmpty()) {
                sink.saw(TacacsProtocol.CREDENTIALS.partial(kind, packet.u8(19)));
            }
        }
    }
}
