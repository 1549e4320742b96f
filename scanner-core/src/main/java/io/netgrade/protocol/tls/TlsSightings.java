// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import io.netgrade.fact.FactType;
import io.netgrade.fact.ObservationSink;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** States what the messages of a handshake show. Every fact is partial: one handshake is no list of what is accepted. */
final class TlsSightings {
    /** More groups than there are to offer; the rest of a hostile hello's is not told. */
    private static final int MOST_GROUPS = 64;

    private final TlsVocabulary words;
    private final TlsCarrier carrier;

    TlsSightings(TlsVocabulary words, TlsCarrier carrier) {
        this.words = words;
        this.carrier = carrier;
    }

    void state(TlsClientHello hello, ObservationSink sink) {
        say(
                TlsFacts.CLIENT_HELLO,
                sink,
                hello.serverName().orElse(null),
                protocols(hello),
                versions(hello),
                TlsFingerprints.ja3(hello),
                TlsFingerprints.ja4(hello, carrier),
                groups(hello),
                hello.has(TlsExtension.ENCRYPTED_CLIENT_HELLO),
                resumes(hello));
    }

    void state(Ssl2.ClientHello hello, ObservationSink sink) {
        List<String> versions = List.of(TlsVersion.name(hello.version()));
        say(TlsFacts.CLIENT_HELLO, sink, null, null, versions, null, null, null, null, null);
    }

    void state(Ssl2.ServerHello hello, ObservationSink sink) {
        List<TlsSuite> suites = hello.kinds().stream().map(TlsSuite::ofSsl2).toList();
        if (!suites.isEmpty()) {
            version(TlsVersion.SSL_2, sink);
            suites(new TlsSuitesTaken(TlsVersion.SSL_2, suites, Optional.empty()), sink);
        }
        if (hello.certificate().length > 0) {
            chain(List.of(hello.certificate()), sink);
        }
    }

    void state(TlsServerHello hello, ObservationSink sink) {
        say(
                TlsFacts.SERVER_HELLO,
                sink,
                TlsVersion.name(hello.version()),
                TlsSuite.of(hello.suite()).name(),
                hello.group().map(TlsNames.GROUPS::name).orElse(null),
                hello.applicationProtocol().orElse(null),
                TlsFingerprints.ja3s(hello));
        version(hello.version(), sink);
        if (words.has(TlsFacts.SUITES_ACCEPTED)) {
            sink.saw(words.suiteTaken(hello.version(), hello.suite()));
        }
        hello.group().ifPresent(group -> group(group, sink));
    }

    /** What a server of TLS 1.2 or older made of the extensions that the client offered to harden the session. */
    void state(TlsServerHello hello, TlsClientHello offer, ObservationSink sink) {
        boolean renegotiation =
                offer.has(TlsExtension.RENEGOTIATION_INFO) || offer.suites().contains(TlsSuite.RENEGOTIATION_SIGNAL);
        boolean macLast = offer.has(TlsExtension.ENCRYPT_THEN_MAC)
                && TlsSuite.of(hello.suite()).mode().equals("CBC");
        boolean masterSecret = offer.has(TlsExtension.EXTENDED_MASTER_SECRET);
        if (renegotiation || macLast || masterSecret) {
            say(
                    TlsFacts.SESSION,
                    sink,
                    renegotiation ? hello.has(TlsExtension.RENEGOTIATION_INFO) : null,
                    masterSecret ? hello.has(TlsExtension.EXTENDED_MASTER_SECRET) : null,
                    macLast ? hello.has(TlsExtension.ENCRYPT_THEN_MAC) : null,
                    null);
        }
        if (hello.compression() != 0) {
            say(TlsFacts.COMPRESSION_ACCEPTED, sink, List.of(TlsCompression.name(hello.compression())));
        }
    }

    void chain(List<byte[]> chain, ObservationSink sink) {
        if (words.has(TlsFacts.CERTIFICATE)) {
            TlsChainsSeen.facts(words, chain, () -> read(chain).facts(false, words))
                    .forEach(sink::saw);
        }
    }

    void clientChain(List<byte[]> chain, ObservationSink sink) {
        if (words.has(TlsFacts.CLIENT_CERTIFICATE_SENT)) {
            FactType type = words.of(TlsFacts.CLIENT_CERTIFICATE_SENT);
            chain.stream()
                    .map(encoded -> TlsChain.clientFact(type, TlsCertificate.of(encoded)))
                    .forEach(sink::saw);
        }
    }

    void state(TlsKeyExchange exchange, ObservationSink sink) {
        exchange.group().ifPresent(group -> group(group, sink));
        exchange.primeBits().ifPresent(bits -> say(TlsFacts.DH_GROUP, sink, bits));
    }

    void clientCertificate(boolean requested, ObservationSink sink) {
        say(TlsFacts.CLIENT_CERTIFICATE, sink, requested);
    }

    void resumed(String by, ObservationSink sink) {
        say(TlsFacts.RESUMPTION, sink, by);
    }

    void state(TlsAlert alert, String side, ObservationSink sink) {
        String level = alert.isFatal() ? "fatal" : "warning";
        say(TlsFacts.ALERT, sink, side, level, TlsNames.ALERTS.name(alert.description()));
    }

    private TlsChain read(List<byte[]> chain) {
        return carrier == TlsCarrier.TLCP ? TlsChain.ofPair(chain) : TlsChain.heard(chain);
    }

    private static List<String> protocols(TlsClientHello hello) {
        List<String> names = new ArrayList<>();
        for (byte[] name : hello.applicationProtocols()) {
            names.add(new String(name, StandardCharsets.UTF_8));
        }
        return names;
    }

    private static List<String> versions(TlsClientHello hello) {
        List<String> names = new ArrayList<>();
        for (int version : hello.versions()) {
            names.add(TlsVersion.name(version));
        }
        return names;
    }

    private static List<String> groups(TlsClientHello hello) {
        List<String> names = new ArrayList<>();
        for (int group : hello.groups()) {
            if (names.size() < MOST_GROUPS) {
                names.add(TlsNames.GROUPS.name(group));
            }
        }
        return names;
    }

    private static List<String> resumes(TlsClientHello hello) {
        List<String> by = new ArrayList<>();
        boolean newest = hello.has(TlsExtension.SUPPORTED_VERSIONS);
        // A client of TLS 1.3 sends a session of random bytes, to look like a resumption (RFC 8446 §D.4).
        if (hello.session().length > 0 && !newest && !hello.hasTicket()) {
            by.add("session-id");
        }
        if (hello.hasTicket()) {
            by.add("ticket");
        }
        if (hello.has(TlsExtension.PRE_SHARED_KEY)) {
            by.add("psk");
        }
        if (hello.has(TlsExtension.EARLY_DATA)) {
            by.add("early-data");
        }
        return by;
    }

    private void suites(TlsSuitesTaken taken, ObservationSink sink) {
        say(TlsFacts.SUITES_ACCEPTED, sink, taken.values());
    }

    private void version(int version, ObservationSink sink) {
        say(TlsFacts.VERSIONS_ACCEPTED, sink, List.of(TlsVersion.name(version)));
    }

    private void group(int group, ObservationSink sink) {
        say(TlsFacts.GROUPS_ACCEPTED, sink, List.of(TlsNames.GROUPS.name(group)));
    }

    private void say(FactType ofTls, ObservationSink sink, @Nullable Object... values) {
        if (words.has(ofTls)) {
            sink.saw(words.of(ofTls).partial(values));
        }
    }
}
