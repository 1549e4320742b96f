// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.proxyprotocol;

import io.netgrade.check.FieldCheck;
import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Strength;
import io.netgrade.wire.Octets;
import java.util.List;

/** The PROXY protocol (HAProxy, {@code proxy-protocol.txt}). */
public final class ProxyProtocol {
    private static final Protocol PROTOCOL = PlainProtocol.of("proxy-protocol", "PROXY protocol")
            .ports(Transport.TCP)
            .ports(Transport.UDP)
            .begins(Transport.UDP, Octets.NONE)
            .facts(ProxyFacts.HEADER)
            .checks(List.of(FieldCheck.of(
                    "proxy-protocol.header",
                    "Whether connections begin with a PROXY header.",
                    ProxyFacts.HEADER,
                    "version")))
            .strength(Strength.MAGIC)
            .recognisedBy(ProxyProtocol::recognise)
            .readBy(opening -> reader())
            .build();

    private ProxyProtocol() {}

    public static Protocol protocol() {
        return PROTOCOL;
    }

    private static Recognition recognise(Opening opening) {
        if (opening.transport() != Transport.TCP) {
            return Recognition.NO;
        }
        Recognition initiator = said(ProxyHeader.length(opening.fromInitiator()), Recognition.RESPONDER_SERVES);
        boolean responderSilent = opening.fromResponder().length() == 0;
        if (initiator != Recognition.NO || opening.initiatorKnown() || responderSilent) {
            // A side that is silent is no reason to wait: the other protocols of a one-sided flow would wait with it.
            return initiator;
        }
        return said(ProxyHeader.length(opening.fromResponder()), Recognition.INITIATOR_SERVES);
    }

    private static Recognition said(int length, Recognition yes) {
        return length > 0 ? yes : length == ProxyHeader.SHORT ? Recognition.NEED_MORE : Recognition.NO;
    }

    /** A server may speak before the header came (it is the client's alone): its bytes are the other protocol's. */
    private static Dissector reader() {
        return (direction, inbox, sink) -> {
            if (direction == Direction.FROM_SERVER) {
                return Progress.CONTINUE;
            }
            int length = ProxyHeader.length(inbox.unread());
            if (length <= 0) {
                return length == ProxyHeader.SHORT ? Progress.CONTINUE : Progress.MALFORMED;
            }
            sink.saw(ProxyHeader.fact(inbox.unread()));
            inbox.consume(length);
            return Progress.HANDED_OVER;
        };
    }
}
