// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.gtp;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.CodeTable;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Recognition;
import io.netgrade.wire.ByteView;

/**
 * Tells messages of the user plane: a G-PDU by the packet in it, whose own length fits; the others by their elements.
 * What the control plane says in the same words, and a G-PDU that carries something else, need the port.
 */
final class GtpUserRecognition {
    static final CodeTable MESSAGES = CodeTable.read(GtpUserRecognition.class, "gtpu-messages.tsv");
    static final int ECHO_RESPONSE = 2;
    static final int PACKET = 255;

    private static final int ERROR = 26;
    private static final int TUNNEL_STATUS = 253;
    private static final int END_MARKER = 254;

    /** One header per thread, so that recognising allocates nothing. */
    private static final ThreadLocal<Gtp1Header> HEADER = ThreadLocal.withInitial(Gtp1Header::new);

    private GtpUserRecognition() {}

    static Recognition of(Opening opening) {
        if (opening.transport() != Transport.UDP) {
            return Recognition.NO;
        }
        ByteView first = opening.fromInitiator().length() > 0 ? opening.fromInitiator() : opening.fromResponder();
        Gtp1Header header = HEADER.get();
        if (!isMessage(first, header)) {
            return Recognition.NO;
        }
        if (header.type() == PACKET && InnerPacket.isIp(first, header.body(), header.declared())) {
            return Recognition.PEERS;
        }
        boolean usual =
                opening.initiatorPort() == GtpUserProtocol.PORT || opening.responderPort() == GtpUserProtocol.PORT;
        if (header.type() == PACKET) {
            return usual && header.body() < header.end() ? Recognition.BY_PORT : Recognition.NO;
        }
        boolean own = header.type() == ERROR;
        return own || usual ? Recognition.PEERS : Recognition.NO;
    }

    /** Whether the bytes are one message, of which the end may be cut off where a packet is in it. */
    static boolean isMessage(ByteView bytes, Gtp1Header header) {
        if (!header.read(bytes) || !MESSAGES.knows(header.type())) {
            return false;
        }
        boolean whole = header.declared() == bytes.length();
        return switch (header.type()) {
            case PACKET ->
                whole
                        || (header.declared() > bytes.length()
                                && InnerPacket.isIp(bytes, header.body(), header.declared()));
            case END_MARKER, TUNNEL_STATUS -> whole && fill(bytes, header);
            case ERROR -> whole && header.body() < header.end() && fill(bytes, header);
            default -> whole && header.sequenced() && fill(bytes, header);
        };
    }

    private static boolean fill(ByteView bytes, Gtp1Header header) {
        return Gtp1Elements.fill(bytes, header.body(), header.end());
    }
}
