// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ppp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Datagrams;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.ByteWriter;
import java.security.SecureRandom;

/**
 * Start-Control-Connection-Request of L2TP version 2 (RFC 2661 §6.1), and Stop-Control-Connection-Notification (§6.4) to
 * whoever replied: the tunnel is never confirmed, so none is established, and no session is asked for. The server answers in
 * about the question's length.
 */
final class TunnelRequest implements Conversation {
    private static final int CONTROL = 0xC802;
    private static final int MANDATORY = 0x8000;
    private static final int STOP = 4;
    private static final int MESSAGE_TYPE = 0;
    private static final int RESULT_CODE = 1;
    private static final int PROTOCOL_VERSION = 2;
    private static final int FRAMING = 3;
    private static final int HOST_NAME = 7;
    private static final int TUNNEL_ID = 9;
    private static final int CLEARED = 1;
    private static final int AVP_HEADER = 6;

    private final int tunnel = new SecureRandom().nextInt(1, 1 << 16);
    private final Dissector reader = Datagrams.readBy(new L2tpReader(false));

    @Override
    public void opened(Peer peer) {
        ByteWriter avps = new ByteWriter();
        avp(avps, MESSAGE_TYPE, number(L2tpPacket.START_REQUEST));
        avp(avps, PROTOCOL_VERSION, new byte[] {1, 0});
        avp(avps, HOST_NAME, "netgrade".getBytes(US_ASCII));
        avp(avps, FRAMING, new byte[] {0, 0, 0, 3});
        avp(avps, TUNNEL_ID, number(tunnel));
        peer.send(message(0, 0, 0, avps));
    }

    @Override
    public Progress received(Inbox bytes, Peer peer, ObservationSink sink) {
        ByteView datagram = bytes.unread();
        boolean ours =
                L2tpPacket.isControl(datagram, 0) && L2tpPacket.version(datagram, 0) == 2 && datagram.u16(4) == tunnel;
        if (!ours) {
            return Progress.MALFORMED;
        }
        int message = L2tpPacket.message(datagram, 0);
        int assigned = L2tpPacket.avp(datagram, 0, TUNNEL_ID);
        boolean named = assigned != L2tpPacket.NONE && L2tpPacket.avpLength(datagram, assigned) == AVP_HEADER + 2;
        int other = named ? datagram.u16(assigned + AVP_HEADER) : 0;
        reader.dissect(Direction.FROM_SERVER, bytes, sink);
        if (message == L2tpPacket.START_REPLY) {
            peer.send(stop(other));
        }
        // What only acknowledges is followed by the reply itself.
        return message == L2tpPacket.NONE ? Progress.CONTINUE : Progress.DONE;
    }

    private byte[] stop(int other) {
        ByteWriter avps = new ByteWriter();
        avp(avps, MESSAGE_TYPE, number(STOP));
        avp(avps, TUNNEL_ID, number(tunnel));
        avp(avps, RESULT_CODE, number(CLEARED));
        return message(other, 1, 1, avps);
    }

    private static byte[] message(int tunnel, int sent, int received, ByteWriter avps) {
        return new ByteWriter()
                .u16(CONTROL)
                .u16(L2tpPacket.HEADER + avps.length())
                .u16(tunnel)
                .u16(0)
                .u16(sent)
                .u16(received)
                .bytes(avps.written())
                .written();
    }

    private static void avp(ByteWriter avps, int type, byte[] value) {
        avps.u16(MANDATORY | AVP_HEADER + value.length).u16(0).u16(type).bytes(value);
    }

    private static byte[] number(int value) {
        return new ByteWriter().u16(value).written();
    }
}
