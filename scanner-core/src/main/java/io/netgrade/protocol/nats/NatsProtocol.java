// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.nats;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import io.netgrade.protocol.Strength;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.Octets;
import java.nio.charset.StandardCharsets;

/** NATS over TCP. */
public final class NatsProtocol {
    private static final byte[] INFO = "INFO {\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CONNECT = "CONNECT {\"".getBytes(StandardCharsets.US_ASCII);

    private static final int TLS_HANDSHAKE = 0x16;

    private NatsProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("nats", "NATS")
                .ports(Transport.TCP, 4222)
                .begins(Transport.TCP, Octets.of(INFO[0], CONNECT[0], TLS_HANDSHAKE))
                .facts(NatsFacts.SERVER, NatsFacts.LOGIN, CommonFacts.SOFTWARE)
                .checks(NatsFacts.CHECKS)
                .strength(Strength.MAGIC)
                .recognisedBy(NatsProtocol::recognition)
                .readBy(NatsQuestion::reader)
                .serverSpeaksFirst()
                .sends("Nothing: what the server says by itself is read. Nobody is logged in.")
                .asks(Transport.TCP, "nats.info", NatsQuestion::info)
                .startsTlsBy(NatsQuestion::startTls)
                .build();
    }

    private static Recognition recognition(Opening opening) {
        return opening.transport() == Transport.TCP
                ? Speaker.recognition(opening, NatsProtocol::speaker)
                : Recognition.NO;
    }

    static Speaker speaker(ByteView bytes) {
        if (begins(bytes, INFO)) {
            return bytes.length() < INFO.length ? Speaker.UNFINISHED : Speaker.SERVER;
        }
        // Where TLS is wanted the client answers INFO with its hello.
        boolean hello = bytes.u8(0) == TLS_HANDSHAKE && (bytes.length() < 2 || bytes.u8(1) == 3);
        if (hello) {
            return Speaker.UNFINISHED;
        }
        boolean connects = begins(bytes, CONNECT);
        return connects ? bytes.length() < CONNECT.length ? Speaker.UNFINISHED : Speaker.CLIENT : Speaker.NOBODY;
    }

    private static boolean begins(ByteView bytes, byte[] word) {
        for (int i = 0; i < Math.min(bytes.length(), word.length); i++) {
            if (bytes.u8(i) != word[i]) {
                return false;
            }
        }
        return true;
    }
}
