// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.mssql;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.HeldBytes;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import io.netgrade.wire.ByteView;
import java.nio.ByteBuffer;

/** A conversation of TLS, each of whose flights goes in packets of PRELOGIN up to the end of the handshake (MS-TDS 2.2.6.5). */
final class TlsInTds implements Conversation {
    /** Of data in one packet, as long as no other size is agreed on. */
    private static final int MOST = 4096 - TdsPacket.HEADER;

    private final Conversation tls;
    private final HeldBytes heard = new HeldBytes();

    TlsInTds(Conversation tls) {
        this.tls = tls;
    }

    @Override
    public void opened(Peer peer) {
        tls.opened(inPackets(peer));
    }

    @Override
    public Progress received(Inbox bytes, Peer peer, ObservationSink sink) {
        boolean more = false;
        while (bytes.unread().length() >= TdsPacket.HEADER) {
            ByteView unread = bytes.unread();
            int length = unread.u16(2);
            if (unread.u8(0) != TdsPacket.PRELOGIN || length < TdsPacket.HEADER) {
                return Progress.MALFORMED;
            }
            if (length > unread.length()) {
                break;
            }
            byte[] records = unread.bytes(TdsPacket.HEADER, length - TdsPacket.HEADER);
            heard.add(records, records.length);
            bytes.consume(length);
            more = true;
        }
        return more ? tls.received(heard, inPackets(peer), sink) : Progress.CONTINUE;
    }

    @Override
    public boolean ended(ObservationSink sink) {
        return tls.ended(sink);
    }

    private static Peer inPackets(Peer peer) {
        return records -> {
            for (int at = 0; at < records.length; at += MOST) {
                int here = Math.min(MOST, records.length - at);
                peer.send(ByteBuffer.allocate(TdsPacket.HEADER + here)
                        .put((byte) TdsPacket.PRELOGIN)
                        .put((byte) (at + here == records.length ? 1 : 0))
                        .putShort((short) (TdsPacket.HEADER + here))
                        .put(TdsPacket.HEADER, records, at, here)
                        .array());
            }
        };
    }
}
