// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ftp;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.FactType;
import io.netgrade.protocol.Consent;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Inquiry;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** FTP (RFC 959): its control connection over TCP, in clear, with AUTH TLS, or inside TLS. */
public final class FtpProtocol implements Protocol {
    private static final Set<Integer> PORTS = Set.of(21, 2121);
    private static final List<Check> CHECKS = List.of(
            FieldCheck.of(
                    "ftp.auth-tls",
                    "Whether a session can be protected by TLS (RFC 4217).",
                    FtpFacts.SERVICE,
                    "auth-tls"),
            FieldCheck.of("ftp.login-protection", "How a login is protected.", FtpFacts.LOGIN_PROTECTION, "protection"),
            FieldCheck.of(
                    "ftp.anonymous",
                    "Whether a server lets in who gives no name (RFC 1635).",
                    FtpFacts.ANONYMOUS,
                    "let-in"));

    private final boolean anonymous;

    /** Asks nobody for an anonymous log-in. */
    public FtpProtocol() {
        this(false);
    }

    private FtpProtocol(boolean anonymous) {
        this.anonymous = anonymous;
    }

    @Override
    public String id() {
        return "ftp";
    }

    @Override
    public String title() {
        return "FTP";
    }

    @Override
    public Set<Integer> usualPorts(Transport transport) {
        return transport == Transport.TCP ? PORTS : Set.of();
    }

    @Override
    public List<FactType> facts() {
        return FtpFacts.all();
    }

    @Override
    public List<Check> checks() {
        return CHECKS;
    }

    @Override
    public String sends() {
        return "FEAT, then AUTH TLS on a connection of its own, and QUIT. Only where the operator consents to anonymous"
                + " log-ins: USER anonymous, PASS netgrade@example.invalid where the server asks for it, and QUIT, on a"
                + " connection of its own; never another name, and nothing is listed or fetched.";
    }

    @Override
    public Recognition recognize(Opening opening) {
        return opening.transport() == Transport.TCP ? FtpRecognition.of(opening) : Recognition.NO;
    }

    @Override
    public Dissector dissect(Opening opening) {
        return new FtpDissector(opening.initiatorKnown());
    }

    @Override
    public Protocol asking(Consent consent) {
        return new FtpProtocol(consent.anonymousLogIns());
    }

    @Override
    public Optional<Inquiry> inquire(Endpoint endpoint, List<String> layers) {
        // Behind AUTH TLS it offers nothing more that is asked for.
        return endpoint.transport() == Transport.TCP && !layers.contains(id())
                ? Optional.of(new FtpInquiry(layers.contains("tls"), anonymous))
                : Optional.empty();
    }

    @Override
    public Optional<Conversation> startTls(Endpoint endpoint) {
        return Optional.of(FtpQuestion.startTls());
    }

    @Override
    public boolean clientSpeaksFirst() {
        return false;
    }
}
