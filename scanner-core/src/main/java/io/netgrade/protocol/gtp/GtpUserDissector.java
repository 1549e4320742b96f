// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.gtp;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.CodeTable;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Enclosed;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Sides;
import io.netgrade.wire.ByteView;
import java.util.BitSet;

/** Reads the datagrams of two ends, hands on the packets in them, and states each thing of an end once. */
final class GtpUserDissector implements Dissector {
    private static final CodeTable EXTENSIONS = CodeTable.read(GtpUserDissector.class, "extension-headers.tsv");
    private static final String[] KINDS = {"ipv4", "ipv6", "ethernet", "other"};

    private final Gtp1Header header = new Gtp1Header();
    private final Sides<End> ends = Sides.each(End::new);

    /** What one end was stated to send. */
    private static final class End {
        private final BitSet messages = new BitSet(256);
        private final BitSet extensions = new BitSet(256);
        private final BitSet kinds = new BitSet(KINDS.length);
        private boolean nested;
    }

    @Override
    public Progress dissect(Direction direction, Inbox bytes, ObservationSink sink) {
        ByteView message = bytes.unread();
        if (!GtpUserRecognition.isMessage(message, header)) {
            return Progress.MALFORMED;
        }
        End end = ends.of(direction);
        stateHeader(end, sink);
        if (header.type() == GtpUserRecognition.PACKET && header.body() < header.end()) {
            readPacket(message, end, bytes, sink);
        }
        bytes.consumeAll();
        return Progress.CONTINUE;
    }

    @Override
    public boolean readsCut() {
        return true;
    }

    @Override
    public boolean missed(Direction direction, long bytes) {
        return true;
    }

    private void stateHeader(End end, ObservationSink sink) {
        int type = header.type();
        if (!end.messages.get(type)) {
            end.messages.set(type);
            sink.saw(GtpUserFacts.MESSAGE.partial(GtpUserRecognition.MESSAGES.name(type)));
            if (type == GtpUserRecognition.ECHO_RESPONSE) {
                sink.saw(GtpUserFacts.ECHO.partial(true));
            }
        }
        for (int i = 0; i < header.extensions(); i++) {
            int extension = header.extensionType(i);
            if (!end.extensions.get(extension)) {
                end.extensions.set(extension);
                sink.saw(GtpUserFacts.EXTENSION.partial(EXTENSIONS.name(extension)));
            }
        }
    }

    private void readPacket(ByteView message, End end, Inbox bytes, ObservationSink sink) {
        int from = header.body();
        boolean ip = InnerPacket.isIp(message, from, header.declared());
        boolean ethernet = !ip && InnerPacket.isEthernet(message, from);
        int kind = ip ? (InnerPacket.isVersion4(message, from) ? 0 : 1) : ethernet ? 2 : 3;
        if (!end.kinds.get(kind)) {
            end.kinds.set(kind);
            sink.saw(GtpUserFacts.USER_TRAFFIC.partial(KINDS[kind]));
        }
        if (ip && !end.nested) {
            String tunnel = InnerPacket.tunnel(message, from);
            if (tunnel != null) {
                end.nested = true;
                sink.saw(GtpUserFacts.NESTED.partial(tunnel));
            }
        }
        if (ip || ethernet) {
            bytes.encloses(ip ? Enclosed.IP : Enclosed.ETHERNET, from, header.end() - from);
        }
    }
}
