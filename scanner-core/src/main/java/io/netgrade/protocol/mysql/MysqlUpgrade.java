// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.mysql;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import io.netgrade.wire.ByteView;

/**
 * Answers a greeting that offers TLS with SSLRequest, behind which TLS begins at once (MySQL client/server protocol,
 * Protocol::SSLRequest).
 */
final class MysqlUpgrade implements Conversation {
    private static final int SEQUENCE = 3;
    private static final int UTF8MB4 = 45;
    /** Between the zero behind the version and the capabilities: a thread id, eight octets of challenge, and a zero. */
    private static final int BEHIND_VERSION = 4 + 8 + 1;

    @Override
    public Progress received(Inbox bytes, Peer peer, ObservationSink sink) {
        ByteView unread = bytes.unread();
        long length = MysqlQuestion.packet(unread);
        if (length <= 0 || length > unread.length()) {
            return length < 0 ? Progress.MALFORMED : Progress.CONTINUE;
        }
        boolean offered = offersTls(unread, (int) length);
        bytes.consume((int) length);
        if (!offered) {
            return Progress.DONE;
        }
        peer.send(request());
        return Progress.START_TLS;
    }

    private static boolean offersTls(ByteView greeting, int length) {
        int zero = greeting.indexOf(0, MysqlPacket.HEADER + 1, length);
        int capabilities = zero + 1 + BEHIND_VERSION;
        boolean told =
                greeting.u8(MysqlPacket.HEADER) == MysqlPacket.PROTOCOL_10 && zero > 0 && capabilities + 2 <= length;
        return told && (greeting.u16le(capabilities) & MysqlPacket.TLS) != 0;
    }

    /** Capabilities, the longest packet, a character set and 23 zeros, as packet number 1. */
    private static byte[] request() {
        byte[] request = new byte[MysqlPacket.HEADER + MysqlPacket.LOGIN_HEAD];
        request[0] = MysqlPacket.LOGIN_HEAD;
        request[SEQUENCE] = 1;
        int capabilities = MysqlPacket.PROTOCOL_41 | MysqlPacket.TLS | MysqlPacket.SECURE | MysqlPacket.PLUGIN;
        for (int octet = 0; octet < 4; octet++) {
            request[MysqlPacket.HEADER + octet] = (byte) (capabilities >> (8 * octet));
        }
        request[MysqlPacket.HEADER + 7] = 1;
        request[MysqlPacket.HEADER + 8] = UTF8MB4;
        return request;
    }
}
