// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import io.netgrade.fact.ObservationSink;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** States what one message of a handshake shows. Every fact is partial: one handshake is no list of what is accepted. */
final class TlsSightings {
    private TlsSightings() {}

    static void state(TlsClientHello hello, ObservationSink sink) {
        List<String> protocols = hello.applicationProtocols().stream()
                .map(name -> new String(name, StandardCharsets.UTF_8))
                .toList();
        List<String> versions = hello.versions().stream().map(TlsVersion::name).toList();
        sink.saw(TlsFacts.CLIENT_HELLO.partial(
                hello.serverName().orElse(null),
                protocols,
                versions,
                TlsFingerprints.ja3(hello),
                TlsFingerprints.ja4(hello)));
    }

    static void state(Ssl2.ClientHello hello, ObservationSink sink) {
        List<String> versions = List.of(TlsVersion.name(hello.version()));
        sink.saw(TlsFacts.CLIENT_HELLO.partial(null, null, versions, null, null));
    }

    static void state(Ssl2.ServerHello hello, ObservationSink sink) {
        List<TlsSuite> suites = hello.kinds().stream().map(TlsSuite::ofSsl2).toList();
        if (!suites.isEmpty()) {
            version(TlsVersion.SSL_2, sink);
            sink.saw(new TlsSuitesTaken(TlsVersion.SSL_2, suites, Optional.empty()).fact(false));
        }
        if (hello.certificate().length > 0) {
            TlsChain.of(List.of(hello.certificate())).state(false, sink);
        }
    }

    /** States what the server's last message added to its flight. */
    static void state(TlsMessage message, TlsFlight flight, ObservationSink sink) {
        if (message.content() != TlsRecord.HANDSHAKE) {
            return;
        }
        switch (message.type()) {
            case TlsMessage.SERVER_HELLO -> flight.hello().ifPresent(hello -> state(hello, sink));
            case TlsMessage.CERTIFICATE -> TlsChain.of(flight.chain()).state(false, sink);
            case TlsMessage.SERVER_KEY_EXCHANGE -> flight.keyExchange().ifPresent(said -> state(said, sink));
            case TlsMessage.SERVER_HELLO_DONE ->
                sink.saw(TlsFacts.CLIENT_CERTIFICATE.partial(flight.certificateRequested()));
            default -> {
                // The other messages of a flight carry nothing that a fact holds.
            }
        }
    }

    private static void state(TlsServerHello hello, ObservationSink sink) {
        String version = TlsVersion.name(hello.version());
        sink.saw(TlsFacts.SERVER_HELLO.partial(
                version,
                TlsSuite.of(hello.suite()).name(),
                hello.group().map(TlsNames.GROUPS::name).orElse(null),
                hello.applicationProtocol().orElse(null),
                TlsFingerprints.ja3s(hello)));
        version(hello.version(), sink);
        sink.saw(TlsSuitesTaken.sighting(hello.version(), hello.suite()).fact(false));
        hello.group().ifPresent(group -> group(group, sink));
    }

    private static void state(TlsKeyExchange exchange, ObservationSink sink) {
        exchange.group().ifPresent(group -> group(group, sink));
        exchange.primeBits().ifPresent(bits -> sink.saw(TlsFacts.DH_GROUP.partial(bits)));
    }

    private static void version(int version, ObservationSink sink) {
        sink.saw(TlsFacts.VERSIONS_ACCEPTED.partial(List.of(TlsVersion.name(version))));
    }

    private static void group(int group, ObservationSink sink) {
        sink.saw(TlsFacts.GROUPS_ACCEPTED.partial(List.of(TlsNames.GROUPS.name(group))));
    }
}
