// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import io.netgrade.check.Check;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.FactType;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Inquiry;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.wire.Octets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * TLCP (GB/T 38636-2020, before it GM/T 0024): the handshake of TLS 1.1 with SM2, SM3 and SM4, and two certificates, one
 * that signs and one that ciphers. Version 0x0101 in records and hellos. Servers of TLS may have it on the same port.
 */
public final class TlcpProtocol implements Protocol {
    private static final TlsRecognition RECOGNITION = new TlsRecognition(TlsFamily.TLCP);
    private static final Octets BEGINNINGS = Octets.between(TlsRecord.CHANGE_CIPHER_SPEC, TlsRecord.HEARTBEAT);

    @Override
    public String id() {
        return "tlcp";
    }

    @Override
    public String title() {
        return "TLCP (GB/T 38636)";
    }

    @Override
    public Set<Integer> usualPorts(Transport transport) {
        return transport == Transport.TCP ? Set.of(443, 1443, 8443) : Set.of();
    }

    @Override
    public List<FactType> facts() {
        return TlsFamily.TLCP.words().facts();
    }

    @Override
    public List<Check> checks() {
        return TlsFamily.TLCP.words().checks();
    }

    @Override
    public String sends() {
        return "One ClientHello of version 1.1 (GB/T 38636 6.4.5.2) per connection, each time without the suite that the"
                + " server took before, until it refuses; then a goodbye. No handshake is finished.";
    }

    @Override
    public Octets begins(Transport transport) {
        return BEGINNINGS;
    }

    @Override
    public Recognition recognize(Opening opening) {
        return RECOGNITION.of(opening);
    }

    @Override
    public Dissector dissect(Opening opening) {
        return new TlsDissector(TlsFamily.TLCP);
    }

    @Override
    public Optional<Inquiry> inquire(Endpoint endpoint, List<String> layers) {
        boolean inClear = endpoint.transport() == Transport.TCP && layers.isEmpty();
        return inClear ? Optional.of(inquiry()) : Optional.empty();
    }

    static Inquiry inquiry() {
        return new TlsShortInquiry(
                "tlcp",
                Transport.TCP,
                TlsFamily.TLCP.words(),
                List.of(TlsVersion.TLCP_1_1),
                question -> new TlsConversation(question, Optional.empty()));
    }
}
