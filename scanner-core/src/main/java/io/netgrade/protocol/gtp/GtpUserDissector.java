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
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;

/** Reads the datagrams of two ends, hands on the packets in them, and states each thing of an end once. */
final class GtpUserDissector implements Dissector {
    private static final CodeTable EXTENSIONS = CodeTable.read(GtpUserDissector.class, "extension-headers.tsv");
    private static final int EXTENSION = 1 << 8;
    private static final int KIND = 1 << 9;
    private static final long NESTED = 1L << 40;
    private static final String[] KINDS = {"ipv4", "ipv6", "ethernet", "other"};

    private final Gtp1Header header = new Gtp1Header();
    private final Said said = new Said();

    @Override
    public Progress dissect(Direction direction, Inbox bytes, ObservationSink sink) {
        ByteView message = bytes.unread();
        if (!GtpUserRecognition.isMessage(message, header)) {
            return Progress.MALFORMED;
        }
        said.by(direction, sink);
        stateHeader();
        if (header.type() == GtpUserRecognition.PACKET && header.body() < header.end()) {
            readPacket(message, bytes);
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

    private void stateHeader() {
        int type = header.type();
        if (said.isNew(type)) {
            said.state(GtpUserFacts.MESSAGE.partial(GtpUserRecognition.MESSAGES.name(type)));
            if (type == GtpUserRecognition.ECHO_RESPONSE) {
                said.state(GtpUserFacts.ECHO.partial(true));
            }
        }
        for (int i = 0; i < header.extensions(); i++) {
            int extension = header.extensionType(i);
            if (said.isNew(EXTENSION | extension)) {
                said.state(GtpUserFacts.EXTENSION.partial(EXTENSIONS.name(extension)));
            }
        }
    }

    private void readPacket(ByteView message, Inbox bytes) {
        int from = header.body();
        boolean ip = InnerPacket.isIp(message, from, header.declared())
                || InnerPacket.isPaddedIpv4(message, from, header.declared());
        boolean ethernet = !ip && InnerPacket.isEthernet(message, from);
        int kind = ip ? (InnerPacket.isVersion4(message, from) ? 0 : 1) : ethernet ? 2 : 3;
        if (said.isNew(KIND | kind)) {
            said.state(GtpUserFacts.USER_TRAFFIC.partial(KINDS[kind]));
        }
        String tunnel = ip ? InnerPacket.tunnel(message, from) : null;
        if (tunnel != null && said.isNew(NESTED | tunnel.hashCode())) {
            said.state(GtpUserFacts.NESTED.partial(tunnel));
        }
        if (ip || ethernet) {
            bytes.encloses(ip ? Enclosed.IP : Enclosed.ETHERNET, from, header.end() - from);
        }
    }
}
