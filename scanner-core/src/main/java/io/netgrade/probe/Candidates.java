// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which protocols to try on an endpoint, and in what order. */
final class Candidates {
    /** A service on its usual port may be silent to the first questions, and be asked the next. */
    private static final int USUAL_TRIES = 4;

    /** In HTTP/1.1, and in HTTP/2 where that is ended: with prior knowledge, or where TLS agrees on it (RFC 7301). */
    private static final int HTTP_TRIES = 2;

    private static final int PLAIN_HTTP = 80;
    private static final int HTTPS = 443;
    /** A server of TLS 1.2 may close without a word on a hello of 1.3. */
    private static final int TLS_TRIES = 2;

    private final List<Protocol> protocols;
    private final ProbeLimits limits;
    private final List<Candidate> guesses;
    private final List<Candidate> datagramGuesses;
    private final UsualPorts asked;
    private UsualPorts known;

    Candidates(List<Protocol> protocols, ProbeLimits limits) {
        this.protocols = List.copyOf(protocols);
        this.asked = new UsualPorts(this.protocols);
        this.known = asked;
        this.limits = limits;
        this.guesses = Likelihood.guesses(protocols, Transport.TCP, limits.tcpGuesses()).stream()
                .map(protocol -> Candidate.inClear(protocol, tries(protocol)))
                .toList();
        this.datagramGuesses = Likelihood.guesses(protocols, Transport.UDP, limits.udpGuesses()).stream()
                .map(protocol -> Candidate.inClear(protocol, 1))
                .toList();
    }

    /**
     * Names services by more protocols than are asked.
     *
     * @return this
     */
    Candidates knowing(List<Protocol> all) {
        known = new UsualPorts(all);
        return this;
    }

    /** Those that usually live on a port, asked or not. */
    List<Protocol> living(Endpoint endpoint) {
        return known.on(endpoint);
    }

    List<Protocol> all() {
        return protocols;
    }

    Optional<Protocol> tls() {
        return named("tls");
    }

    /**
     * Those that are usual on the port. TLS goes first where there is a choice, and on every port of HTTP but 80: HTTP
     * servers answer in clear even where they serve through TLS alone, and would be taken for what they are not.
     */
    List<Candidate> usual(Endpoint endpoint) {
        List<Protocol> usual = new ArrayList<>(asked.on(endpoint));
        if (usual.isEmpty()) {
            return List.of();
        }
        boolean stream = endpoint.transport() == Transport.TCP;
        boolean http = usual.stream().anyMatch(protocol -> protocol.id().equals("http"));
        Optional<Protocol> tls =
                tls().filter(protocol -> usual.contains(protocol) || (http && endpoint.port() != PLAIN_HTTP));
        if (stream && tls.isPresent()) {
            usual.remove(tls.get());
            usual.add(0, tls.get());
        }
        int tries = endpoint.transport() != Transport.UDP ? USUAL_TRIES : Integer.MAX_VALUE;
        return usual.stream()
                .map(protocol -> Candidate.inClear(protocol, tries))
                .toList();
    }

    /** Those to try on a service that waits for its client, the likeliest first. */
    List<Candidate> guesses() {
        return guesses;
    }

    /** Those to try on a datagram port that is usual for none: an answer is all that tells them apart. */
    List<Candidate> datagramGuesses() {
        return datagramGuesses;
    }

    /** What a server of TLS may speak on the same port, told apart by the version in the first record. */
    List<Candidate> besideTls() {
        return named("tlcp").stream()
                .map(protocol -> Candidate.inClear(protocol, 1))
                .toList();
    }

    /** What shares a datagram port with one that was found there: DTLS with what goes in clear, as on those of CAPWAP. */
    List<Candidate> besideDatagrams(Endpoint endpoint, Protocol found) {
        boolean dtls = isDtls(found);
        return usual(endpoint).stream()
                .filter(candidate -> isDtls(candidate.protocol()) != dtls)
                .toList();
    }

    private static boolean isDtls(Protocol protocol) {
        return protocol.id().equals("dtls");
    }

    /**
     * Those to try inside TLS: those that are usual on the port, then HTTP, then the others by likelihood. Media servers
     * answer HTTP too, as they tunnel through it, and so are asked for RTSP before. Where HTTP is usual, and on 443, it goes
     * first, and nowhere is one waited for that speaks first: it answers whatever it is asked.
     */
    List<Candidate> inside(Endpoint endpoint) {
        List<Protocol> usual = usual(endpoint).stream().map(Candidate::protocol).toList();
        List<Protocol> ordered = new ArrayList<>();
        Optional<Protocol> http = named("http");
        if (endpoint.port() != HTTPS && http.filter(usual::contains).isEmpty()) {
            usual.stream().filter(Protocol::clientSpeaksFirst).forEach(ordered::add);
            named("rtsp").ifPresent(ordered::add);
        }
        http.ifPresent(ordered::add);
        ordered.addAll(usual);
        guesses.forEach(candidate -> ordered.add(candidate.protocol()));
        return ordered.stream()
                .distinct()
                .filter(protocol -> !protocol.id().equals("tls"))
                .limit(limits.tcpGuesses())
                .map(protocol -> Candidate.insideTls(protocol, tries(protocol)))
                .toList();
    }

    private static int tries(Protocol protocol) {
        return switch (protocol.id()) {
            case "tls" -> TLS_TRIES;
            case "http" -> HTTP_TRIES;
            default -> 1;
        };
    }

    private Optional<Protocol> named(String id) {
        return protocols.stream().filter(protocol -> protocol.id().equals(id)).findFirst();
    }
}
