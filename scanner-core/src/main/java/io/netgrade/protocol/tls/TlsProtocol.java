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
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** TLS over TCP, with SSLv2 and SSLv3 where they are still met. */
public final class TlsProtocol implements Protocol {
    private static final Set<Integer> PORTS = Set.of(
            322, 443, 465, 563, 614, 636, 695, 832, 853, 989, 990, 992, 993, 994, 995, 2376, 2479, 3269, 4433, 5061,
            5349, 5671, 5986, 6380, 6443, 6513, 6514, 6697, 8443, 8883, 9443, 10161, 10250, 61617);

    /** A record, or a hello of SSL 2, which has no header of its own. */
    private static final Octets BEGINNINGS =
            Octets.between(TlsRecord.CHANGE_CIPHER_SPEC, TlsRecord.HEARTBEAT).or(Octets.between(0x80, 0xFF));

    private static final TlsRecognition RECOGNITION = new TlsRecognition(TlsFamily.TLS);

    private final TlsCircumstances circumstances;

    public TlsProtocol() {
        this(TlsCircumstances.NONE);
    }

    private TlsProtocol(TlsCircumstances circumstances) {
        this.circumstances = circumstances;
    }

    /** The same, asking addresses by the names that an operator has for them: sent as server_name, and compared. */
    public TlsProtocol naming(Map<InetAddress, List<String>> names) {
        return new TlsProtocol(
                new TlsCircumstances(names, circumstances.trust(), circumstances.logs(), circumstances.clock()));
    }

    /** The same, measuring chains by a trust store. */
    public TlsProtocol trusting(TlsTrustStore store, InstantSource clock) {
        return new TlsProtocol(
                new TlsCircumstances(circumstances.names(), Optional.of(store), circumstances.logs(), clock));
    }

    /** The same, verifying certificate timestamps by the keys of logs. */
    public TlsProtocol knowing(TlsLogs logs) {
        return new TlsProtocol(new TlsCircumstances(
                circumstances.names(), circumstances.trust(), Optional.of(logs), circumstances.clock()));
    }

    @Override
    public String id() {
        return "tls";
    }

    @Override
    public String title() {
        return "TLS";
    }

    @Override
    public Set<Integer> usualPorts(Transport transport) {
        return transport == Transport.TCP ? PORTS : Set.of();
    }

    @Override
    public List<FactType> facts() {
        return TlsFacts.all();
    }

    @Override
    public List<Check> checks() {
        return TlsChecks.all();
    }

    @Override
    public String sends() {
        return "One ClientHello per connection, from TLS 1.3 down to SSLv2, each time without what the server took"
                + " before, until it refuses; then a goodbye. One handshake of TLS 1.3 is finished, without a certificate, and"
                + " ended at once, to see what its ticket allows; a hello then offers that ticket. Up to TLS 1.2, in the newest"
                + " version accepted, a handshake is finished with a session identifier, and one with a ticket where the server"
                + " gives tickets, each followed by one that would resume it; and in one session a second handshake is begun,"
                + " once (RFC 5746), but not with control systems and signalling gear. Each ends with a goodbye. No data is"
                + " sent.";
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
        return new TlsDissector(TlsFamily.TLS);
    }

    @Override
    public Optional<Inquiry> inquire(Endpoint endpoint, List<String> layers) {
        boolean inClear = endpoint.transport() == Transport.TCP && layers.isEmpty();
        return inClear
                ? Optional.of(new TlsInquiry(circumstances.namesOf(endpoint.address()), circumstances))
                : Optional.empty();
    }

    /**
     * The questions to a server that is known by name, or that turns to TLS after words of another protocol.
     *
     * @param name sent as server_name and compared with the certificate; an address is compared only
     */
    public Inquiry inquireAs(Optional<String> name) {
        return new TlsInquiry(name.map(List::of).orElse(List.of()), circumstances);
    }
}
