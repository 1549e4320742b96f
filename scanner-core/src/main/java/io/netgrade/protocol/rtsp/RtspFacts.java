// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.rtsp;

import io.netgrade.fact.FactType;

/** What netgrade can say of an RTSP service. */
public final class RtspFacts {
    public static final FactType METHODS = FactType.of("rtsp.methods", "The methods of a Public field.")
            .names("methods", "as written, in the server's order (RFC 7826 section 18.39)");

    public static final FactType STREAM = FactType.of(
                    "rtsp.stream", "How one request for a stream (DESCRIBE, SETUP, PLAY) was answered.")
            .text(
                    "authentication",
                    "none where it was granted to a client that sent no credentials, given where it sent some, required"
                            + " where it was refused for want of them");

    public static final FactType LOGIN = FactType.of("rtsp.login", "The authentication schemes that are asked for.")
            .names("schemes", "in lower case (RFC 7826 section 19.1)");

    public static final FactType CREDENTIALS_IN_CLEAR = FactType.of(
                    "rtsp.credentials-in-clear", "A request carried credentials that a capture could read.")
            .text("class", "basic or digest; never the secret");

    public static final FactType TRANSPORT = FactType.of(
                    "rtsp.transport", "What a session was set up to be carried by (RFC 7826 section 18.54).")
            .text("profile", "such as RTP/AVP, or RTP/SAVP where the media is encrypted");

    private RtspFacts() {}
}
