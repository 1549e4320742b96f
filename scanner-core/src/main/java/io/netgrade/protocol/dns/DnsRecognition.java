// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.dns;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.dns.DnsMessage.Fit;
import io.netgrade.wire.ByteView;

/** Tells a DNS flow by the grammar of its first message, and the server by who asks. */
final class DnsRecognition {
    private static final int LENGTH = 2;

    /** One message per thread, wrapped again for every flow, so that recognising allocates nothing. */
    private static final ThreadLocal<DnsMessage> MESSAGE = ThreadLocal.withInitial(DnsMessage::new);

    private DnsRecognition() {}

    static Recognition of(Opening opening) {
        Transport transport = opening.transport();
        boolean carried = transport == Transport.UDP || transport == Transport.TCP;
        boolean others = otherProtocol(opening.initiatorPort()) || otherProtocol(opening.responderPort());
        if (!carried || (others && !usual(opening))) {
            return Recognition.NO;
        }
        if (transport == Transport.UDP && usual(opening) && LinkMessage.inverse(opening.fromInitiator())) {
            return Recognition.RESPONDER_SERVES;
        }
        DnsMessage message = MESSAGE.get();
        Fit initiator = fit(message, transport, opening.fromInitiator());
        if (initiator == Fit.YES) {
            return message.response() ? Recognition.INITIATOR_SERVES : Recognition.RESPONDER_SERVES;
        }
        Fit responder = fit(message, transport, opening.fromResponder());
        if (responder == Fit.YES && opening.fromInitiator().length() == 0) {
            return message.response() ? Recognition.RESPONDER_SERVES : Recognition.INITIATOR_SERVES;
        }
        boolean waits = transport == Transport.TCP && initiator != Fit.NO && responder != Fit.NO;
        return waits ? Recognition.NEED_MORE : Recognition.NO;
    }

    private static Fit fit(DnsMessage message, Transport transport, ByteView bytes) {
        if (transport == Transport.UDP) {
            Fit fit = message.wrap(bytes, 0, bytes.length(), bytes.length());
            return fit == Fit.SHORT ? Fit.NO : fit;
        }
        if (bytes.length() < LENGTH) {
            return Fit.SHORT;
        }
        int declared = bytes.u16(0);
        return message.wrap(bytes, LENGTH, Math.min(declared, bytes.length() - LENGTH), declared);
    }

    /** Whether one end is at the port of DNS itself. */
    static boolean usual(Opening opening) {
        return opening.initiatorPort() == DnsProtocol.PORT || opening.responderPort() == DnsProtocol.PORT;
    }

    /** The NetBIOS name service, mDNS (RFC 6762) and LLMNR (RFC 4795) share the message. */
    private static boolean otherProtocol(int port) {
        return port == 137 || port == 5353 || port == 5355;
    }
}
