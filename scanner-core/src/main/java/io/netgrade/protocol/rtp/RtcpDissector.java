// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.rtp;

import io.netgrade.endpoint.LiteralAddress;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;
import java.util.ArrayList;
import java.util.List;

/** Reads the control packets of one flow. */
final class RtcpDissector implements Dissector {
    private static final int CNAME = 1;
    private static final int MOST_PACKETS = 8;

    private final Said said = new Said();

    @Override
    public Progress dissect(Direction direction, Inbox bytes, ObservationSink sink) {
        ByteView datagram = bytes.unread();
        said.by(direction, sink);
        if (RtcpPacket.clear(datagram)) {
            if (said.isNew(key(datagram))) {
                clear(datagram, sink);
            }
            return Progress.CONTINUE;
        }
        if (RtcpPacket.encrypted(datagram)) {
            if (!said.isNew(RtcpPacket.type(datagram, 0))) {
                return Progress.CONTINUE;
            }
            sink.saw(RtcpProtocol.REPORT.partial(List.of(RtcpPacket.name(RtcpPacket.type(datagram, 0))), "srtcp"));
            return Progress.CONTINUE;
        }
        return Progress.MALFORMED;
    }

    @Override
    public boolean missed(Direction direction, long bytes) {
        return true;
    }

    /** The kinds of packets, and all of a description. */
    private static long key(ByteView datagram) {
        long key = 0;
        for (int at = 0; at < datagram.length(); at += RtcpPacket.length(datagram, at)) {
            boolean describes = RtcpPacket.type(datagram, at) == RtcpPacket.SOURCE_DESCRIPTION;
            key = Said.hash(key, datagram, at + 1, describes ? RtcpPacket.length(datagram, at) - 1 : 1);
        }
        return key;
    }

    private static void clear(ByteView datagram, ObservationSink sink) {
        List<String> packets = new ArrayList<>();
        for (int at = 0; at < datagram.length(); at += RtcpPacket.length(datagram, at)) {
            String name = RtcpPacket.name(RtcpPacket.type(datagram, at));
            if (packets.size() < MOST_PACKETS && !packets.contains(name)) {
                packets.add(name);
            }
            if (RtcpPacket.type(datagram, at) == RtcpPacket.SOURCE_DESCRIPTION) {
                canonicalName(datagram, at + 8, at + RtcpPacket.length(datagram, at), sink);
            }
        }
        sink.saw(RtcpProtocol.REPORT.partial(packets, "none"));
    }

    /** The first chunk's items (RFC 3550 §6.5): type, length, text. */
    private static void canonicalName(ByteView datagram, int from, int end, ObservationSink sink) {
        int at = from;
        while (end - at >= 2 && datagram.u8(at) != 0) {
            int length = datagram.u8(at + 1);
            if (length > end - at - 2) {
                return;
            }
            if (datagram.u8(at) == CNAME && length > 0) {
                sink.saw(RtcpProtocol.CANONICAL_NAME.partial(form(datagram.ascii(at + 2, length))));
            }
            at += 2 + length;
        }
    }

    private static String form(String name) {
        int mark = name.indexOf('@');
        if (mark > 0) {
            return "user-at-host";
        }
        return LiteralAddress.read(name).isPresent() ? "address" : "opaque";
    }
}
