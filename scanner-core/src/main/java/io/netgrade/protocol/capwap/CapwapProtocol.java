// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.capwap;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Datagrams;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.Octets;
import org.jspecify.annotations.Nullable;

/** CAPWAP. */
public final class CapwapProtocol {
    private static final int CONTROL = 5246;
    private static final int DATA = 5247;

    private CapwapProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("capwap", "CAPWAP")
                .ports(Transport.UDP, CONTROL, DATA)
                .begins(Transport.UDP, Octets.of(0, 1))
                .facts(CapwapFacts.CHANNEL, CapwapFacts.CONTROLLER)
                .checks(CapwapFacts.CHECKS)
                .recognisedBy(CapwapProtocol::recognize)
                .readBy(opening -> Datagrams.readBy(new CapwapReader(channel(opening))))
                .sends("One Discovery Request, in clear as it must be.")
                .asks(Transport.UDP, "capwap.discovery", Discovery::of)
                .build();
    }

    private static Recognition recognize(Opening opening) {
        if (opening.transport() != Transport.UDP) {
            return Recognition.NO;
        }
        ByteView bytes = Datagrams.of(opening);
        if (CapwapPacket.isDtls(bytes)) {
            return CapwapPacket.isClientHello(bytes) ? Datagrams.receiverServes(opening) : byPort(opening);
        }
        int message = CapwapPacket.message(bytes);
        if (message != CapwapPacket.NONE) {
            return CapwapPacket.isOfController(message)
                    ? Datagrams.senderServes(opening)
                    : Datagrams.receiverServes(opening);
        }
        boolean data =
                (opening.initiatorPort() == DATA || opening.responderPort() == DATA) && CapwapPacket.isData(bytes);
        return data ? Recognition.BY_PORT : Recognition.NO;
    }

    private static Recognition byPort(Opening opening) {
        if (isUsual(opening.responderPort())) {
            return Recognition.RESPONDER_SERVES;
        }
        return isUsual(opening.initiatorPort()) ? Recognition.INITIATOR_SERVES : Recognition.SERVER_UNKNOWN;
    }

    private static boolean isUsual(int port) {
        return port == CONTROL || port == DATA;
    }

    private static @Nullable String channel(Opening opening) {
        boolean control = opening.initiatorPort() == CONTROL || opening.responderPort() == CONTROL;
        boolean data = opening.initiatorPort() == DATA || opening.responderPort() == DATA;
        return control ? "control" : data ? "data" : null;
    }
}
