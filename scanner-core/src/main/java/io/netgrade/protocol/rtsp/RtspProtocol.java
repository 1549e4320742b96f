// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.rtsp;

import io.netgrade.check.FieldCheck;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Strength;
import io.netgrade.wire.Octets;
import java.util.List;

/** RTSP, the remote control of media servers and cameras. */
public final class RtspProtocol {
    private static final Protocol PROTOCOL = PlainProtocol.of("rtsp", "RTSP")
            .ports(Transport.TCP, 322, 554, 8554)
            .begins(Transport.TCP, Octets.between('A', 'Z').or(Octets.in("_ ")))
            .strength(Strength.MAGIC)
            .facts(
                    RtspFacts.METHODS,
                    RtspFacts.STREAM,
                    RtspFacts.LOGIN,
                    RtspFacts.CREDENTIALS_IN_CLEAR,
                    RtspFacts.TRANSPORT,
                    CommonFacts.SOFTWARE)
            .checks(List.of(
                    FieldCheck.of(
                            "rtsp.stream-authentication",
                            "Whether a stream is let to clients without credentials.",
                            RtspFacts.STREAM,
                            "authentication"),
                    FieldCheck.of("rtsp.login", "The authentication schemes asked for.", RtspFacts.LOGIN, "schemes"),
                    FieldCheck.of(
                                    "rtsp.credentials-in-clear",
                                    "The class of credentials that requests carry where nothing encrypts them.",
                                    RtspFacts.CREDENTIALS_IN_CLEAR,
                                    "class")
                            .inClear(),
                    FieldCheck.of(
                            "rtsp.transport", "The profile that media is carried by.", RtspFacts.TRANSPORT, "profile")))
            .recognisedBy(RtspRecognition::of)
            .readBy(opening -> new RtspDissector())
            .sends("One OPTIONS of the server itself; no stream is named.")
            .asks(Transport.TCP, "rtsp.options", RtspOptions::to)
            .build();

    private RtspProtocol() {}

    public static Protocol protocol() {
        return PROTOCOL;
    }
}
