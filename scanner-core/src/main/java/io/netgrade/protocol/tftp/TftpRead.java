// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tftp;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.Progress;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.ByteWriter;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * A request to read a file by a random name that none bears (RFC 1350 §5), about 35 octets: the error that answers it shows that
 * the server lets strangers ask. Should there be such a file, an error of our own ends it before its first block is
 * acknowledged. The answer comes from a port of its own (§4).
 */
final class TftpRead implements Conversation {
    private static final int RANDOM_OCTETS = 8;

    private final Dissector reader = new MessageDissector(Transport.UDP, new TftpReader());

    @Override
    public boolean hearsEveryPort() {
        return true;
    }

    @Override
    public void opened(Peer peer) {
        byte[] random = new byte[RANDOM_OCTETS];
        new SecureRandom().nextBytes(random);
        peer.send(new ByteWriter()
                .u16(TftpPacket.READ)
                .ascii("netgrade-" + HexFormat.of().formatHex(random))
                .u8(0)
                .ascii("octet")
                .u8(0)
                .written());
    }

    @Override
    public Progress received(Inbox bytes, Peer peer, ObservationSink sink) {
        ByteView datagram = bytes.unread();
        if (!TftpPacket.sound(datagram) || TftpPacket.request(datagram)) {
            return Progress.MALFORMED;
        }
        boolean refused = TftpPacket.operation(datagram) == TftpPacket.ERROR;
        reader.dissect(Direction.FROM_SERVER, bytes, sink);
        if (!refused) {
            peer.send(new ByteWriter()
                    .u16(TftpPacket.ERROR)
                    .u16(0)
                    .ascii("netgrade")
                    .u8(0)
                    .written());
        }
        return Progress.DONE;
    }
}
