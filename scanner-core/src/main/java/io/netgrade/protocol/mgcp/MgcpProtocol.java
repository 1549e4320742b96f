// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.mgcp;

import io.netgrade.check.FieldCheck;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.FactType;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import io.netgrade.protocol.Strength;
import java.util.List;
import java.util.Set;

/** MGCP over UDP. */
public final class MgcpProtocol {
    public static final FactType SERVICE = FactType.of("mgcp.service", "A command that the server was sent.")
            .text("command", "its verb, such as CRCX (RFC 3435 §3.2.1)")
            .text("version", "the protocol version of the command, such as 1.0")
            .text("role", "gateway or call-agent, as the verb tells (RFC 3435 §2.3); either where both are sent it");

    public static final FactType ANSWER = FactType.of("mgcp.answer", "An answer of the server to a command.")
            .number("code", "return code: 200 is success, 4xx and 5xx are faults (RFC 3435 §2.4)");

    public static final FactType MEDIA = FactType.of("mgcp.media", "A medium that commands and answers describe.")
            .text("kind", "audio, video, image …")
            .text("profile", "transport profile, such as RTP/AVP or RTP/SAVP (RFC 8866 §5.14)")
            .names("keying", "sdes, dtls, mikey, zrtp, or none")
            .names("suites", "SDES crypto suites; empty where there are none");

    private static final Set<Integer> PORTS = Set.of(2427, 2727);

    private MgcpProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("mgcp", "MGCP")
                .ports(Transport.UDP, PORTS.toArray(new Integer[0]))
                .begins(Transport.UDP, MgcpGrammar.BEGINNINGS)
                .facts(SERVICE, ANSWER, MEDIA)
                .checks(List.of(
                        FieldCheck.of("mgcp.service", "The commands that the server is sent.", SERVICE, "command"),
                        FieldCheck.of(
                                "mgcp.media-keying", "How media are keyed; none is RTP in clear.", MEDIA, "keying")))
                .strength(Strength.MAGIC)
                .recognisedBy(MgcpProtocol::recognise)
                .readBy(MgcpProtocol::reader)
                .sends("One AuditEndpoint of the endpoint \"null\".")
                .asks(Transport.UDP, "mgcp.audit", AuditEndpoint::of)
                .build();
    }

    static Dissector reader(Opening opening) {
        return new MgcpDissector();
    }

    private static Recognition recognise(Opening opening) {
        if (opening.transport() != Transport.UDP) {
            return Recognition.NO;
        }
        Recognition recognition = Speaker.recognition(opening, MgcpGrammar::speaker);
        boolean answer = recognition != Recognition.NO
                && (MgcpGrammar.answer(opening.fromInitiator()) || MgcpGrammar.answer(opening.fromResponder()));
        if (!answer) {
            return recognition;
        }
        // Three digits and a number begin the answers of other protocols too.
        boolean usual = PORTS.contains(opening.initiatorPort()) || PORTS.contains(opening.responderPort());
        return usual ? Recognition.BY_PORT : Recognition.NO;
    }
}
