// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.mssql;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import io.netgrade.wire.ByteView;

/** PRELOGIN, behind whose answer TLS begins unless that says that it is not supported (MS-TDS 2.2.6.5, 3.2.5.3). */
final class TdsUpgrade implements Conversation {
    private static final int NOT_SUPPORTED = 2;

    @Override
    public void opened(Peer peer) {
        peer.send(MssqlQuestion.message());
    }

    @Override
    public Progress received(Inbox bytes, Peer peer, ObservationSink sink) {
        ByteView unread = bytes.unread();
        long length = MssqlQuestion.answer(unread);
        if (length <= 0 || length > unread.length()) {
            return length < 0 ? Progress.MALFORMED : Progress.CONTINUE;
        }
        int encryption = TdsPacket.encryption(ByteView.of(unread.bytes(0, (int) length)));
        bytes.consume((int) length);
        return encryption < 0 || encryption == NOT_SUPPORTED ? Progress.DONE : Progress.START_TLS;
    }
}
