// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls.dtls;

import io.netgrade.check.Check;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.FactType;
import io.netgrade.protocol.Datagrams;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Inquiry;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.tls.TlsDatagramInquiry;
import io.netgrade.protocol.tls.TlsDatagrams;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.Octets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** DTLS over datagrams of UDP and messages of SCTP (RFC 6083). */
public final class DtlsProtocol implements Protocol {
    private static final Set<Integer> PORTS =
            Set.of(443, 853, 2083, 4433, 4740, 5061, 5246, 5247, 5349, 5684, 10161, 10162);

    /** Of control and data, where DTLS goes behind a header of CAPWAP. */
    private static final Set<Integer> CAPWAP = Set.of(5246, 5247);

    private static final int CLIENT_HELLO = 1;
    private static final int SERVER_HELLO = 2;
    private static final int HELLO_VERIFY_REQUEST = 3;

    @Override
    public String id() {
        return "dtls";
    }

    @Override
    public String title() {
        return "DTLS";
    }

    @Override
    public Set<Integer> usualPorts(Transport transport) {
        return switch (transport) {
            case UDP -> PORTS;
            case SCTP -> Set.of(5868);
            case IP, TCP -> Set.of();
        };
    }

    @Override
    public List<FactType> facts() {
        return List.of(DtlsFacts.all());
    }

    @Override
    public List<Check> checks() {
        return DtlsFacts.checks();
    }

    @Override
    public String sends() {
        return "One ClientHello per socket for DTLS 1.2, 1.0 and 1.3, with the cookie once the server asks for one (RFC"
                + " 6347 4.2.1), each time without the suite that it took before, until it refuses; then a goodbye. No"
                + " handshake is finished. On the ports of CAPWAP each goes behind its header of DTLS (RFC 5415 4.2).";
    }

    @Override
    public Octets begins(Transport transport) {
        return transport == Transport.UDP || transport == Transport.SCTP ? DtlsRecord.BEGINNINGS : Octets.ANY;
    }

    @Override
    public Recognition recognize(Opening opening) {
        return recognise(opening);
    }

    @Override
    public Dissector dissect(Opening opening) {
        return new DtlsDissector();
    }

    @Override
    public Optional<Inquiry> inquire(Endpoint endpoint, List<String> layers) {
        boolean capwap = CAPWAP.contains(endpoint.port());
        return endpoint.transport() == Transport.UDP
                ? Optional.of(inquiry(capwap ? CapwapAssociation::new : DtlsAssociation::new))
                : Optional.empty();
    }

    private static Inquiry inquiry(Supplier<TlsDatagrams> associations) {
        return TlsDatagramInquiry.of(DtlsFacts.WORDS, associations, asked -> DtlsFacts.ADDRESS_CHECK.complete(asked));
    }

    private static Recognition recognise(Opening opening) {
        boolean message = opening.transport() == Transport.UDP || opening.transport() == Transport.SCTP;
        ByteView datagram = Datagrams.of(opening);
        if (!message || !DtlsRecord.fill(datagram)) {
            return Recognition.NO;
        }
        boolean handshake = DtlsRecord.type(datagram, 0) == DtlsRecord.HANDSHAKE && DtlsRecord.epoch(datagram, 0) == 0;
        return switch (handshake ? datagram.u8(DtlsRecord.HEADER_LENGTH) : 0) {
            case CLIENT_HELLO -> Datagrams.receiverServes(opening);
            case SERVER_HELLO, HELLO_VERIFY_REQUEST -> Datagrams.senderServes(opening);
            default -> Recognition.SERVER_UNKNOWN;
        };
    }
}
