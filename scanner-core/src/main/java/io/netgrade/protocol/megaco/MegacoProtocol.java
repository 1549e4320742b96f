// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.megaco;

import io.netgrade.check.FieldCheck;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.FactType;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import io.netgrade.protocol.Strength;
import io.netgrade.wire.Octets;
import java.util.List;

/** Megaco, also named H.248, over UDP, SCTP, and TCP in frames of TPKT (RFC 1006). */
public final class MegacoProtocol {
    public static final FactType SERVICE = FactType.of("megaco.service", "How the peer speaks.")
            .text("encoding", "text (H.248.1 annex B) or binary (annex A)")
            .number("version", "protocol version")
            .flag("authenticated", "whether messages bear an authentication header (H.248.1 §10.2)");

    public static final FactType COMMANDS = FactType.of("megaco.commands", "What a transaction asks for or answers.")
            .text("transaction", "request, reply, pending, acknowledgement, error or segment")
            .names("commands", "add, move, modify, subtract, audit-value, audit-capability, notify, service-change");

    public static final FactType MEDIA = FactType.of("megaco.media", "A medium that commands and answers describe.")
            .text("kind", "audio, video, image …")
            .text("profile", "transport profile, such as RTP/AVP or RTP/SAVP (RFC 8866 §5.14)")
            .names("keying", "sdes, dtls, mikey, zrtp, or none")
            .names("suites", "SDES crypto suites; empty where there are none");

    private MegacoProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("megaco", "Megaco (H.248)")
                .ports(Transport.UDP, 2944, 2945)
                .ports(Transport.TCP, 2944, 2945)
                .ports(Transport.SCTP, 2944, 2945)
                .begins(Transport.UDP, MegacoGrammar.BEGINNINGS)
                .begins(Transport.TCP, Octets.of(3))
                .begins(Transport.SCTP, MegacoGrammar.BEGINNINGS)
                .facts(SERVICE, COMMANDS, MEDIA)
                .checks(List.of(
                        FieldCheck.of(
                                "megaco.authentication",
                                "Whether messages bear an authentication header (H.248.1 §10.2).",
                                SERVICE,
                                "authenticated"),
                        FieldCheck.of(
                                "megaco.media-keying", "How media are keyed; none is RTP in clear.", MEDIA, "keying")))
                .strength(Strength.MAGIC)
                .recognisedBy(MegacoProtocol::recognise)
                .readBy(MegacoProtocol::reader)
                .sends(
                        "One AuditValue of ROOT in the null context with an empty descriptor, in text; over UDP and TCP, nothing"
                                + " over SCTP.")
                .asks(Transport.UDP, "megaco.audit", RootAudit::of)
                .asks(Transport.TCP, "megaco.audit", RootAudit::of)
                .build();
    }

    static Dissector reader(Opening opening) {
        return new MessageDissector(opening.transport(), new MegacoReader(opening.transport() == Transport.TCP));
    }

    private static Recognition recognise(Opening opening) {
        return switch (opening.transport()) {
            case TCP -> Speaker.recognition(opening, MegacoGrammar::framed);
            case UDP, SCTP -> Speaker.recognition(opening, MegacoGrammar::message);
            case IP -> Recognition.NO;
        };
    }
}
