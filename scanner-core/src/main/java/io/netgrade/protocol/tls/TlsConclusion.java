// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import io.netgrade.fact.FactType;
import io.netgrade.fact.ObservationSink;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** States what all answers of one server show together: complete where everything was asked and answered. */
final class TlsConclusion {
    private final TlsLearned learned;
    private final Optional<TlsName> name;
    private final ObservationSink sink;

    TlsConclusion(TlsLearned learned, Optional<TlsName> name, ObservationSink sink) {
        this.learned = learned;
        this.name = name;
        this.sink = sink;
    }

    void state() {
        versions();
        learned.ssl2().ifPresent(this::ssl2);
        learned.accepted().forEach(asking -> sink.saw(asking.result().fact(learned.suitesKnown(asking))));
        List<String> groups =
                learned.groups().stream().map(TlsNames.GROUPS::name).toList();
        if (learned.groupsKnown() || !groups.isEmpty()) {
            say(TlsFacts.GROUPS_ACCEPTED, learned.groupsKnown(), groups);
        }
        primes();
        learned.chains().forEach(this::chain);
        if (learned.flights().whole()) {
            say(
                    TlsFacts.CLIENT_CERTIFICATE,
                    learned.certificatesKnown(),
                    learned.flights().certificateRequested());
        }
        say(TlsFacts.COMPRESSION_ACCEPTED, learned.allSuitesKnown(), compressions());
        session();
    }

    /** Where every suite is known and none of them needs a finite-field group of the server's, there is none. */
    private void primes() {
        learned.flights().primes().forEach(bits -> say(TlsFacts.DH_GROUP, learned.allSuitesKnown(), bits));
        if (learned.allSuitesKnown() && learned.anyAccepted() && !learned.anyFiniteField()) {
            sink.saw(TlsFacts.DH_GROUP.none());
        }
    }

    private void versions() {
        List<String> versions = new ArrayList<>();
        learned.ssl2().ifPresent(answer -> versions.add(TlsVersion.name(TlsVersion.SSL_2)));
        learned.accepted().forEach(asking -> versions.add(TlsVersion.name(asking.version())));
        say(TlsFacts.VERSIONS_ACCEPTED, learned.versionsKnown(), versions);
    }

    /** The server's hello lists all kinds that both sides have, and we offered all: the list is whole. */
    private void ssl2(TlsAnswer answer) {
        List<TlsSuite> kinds = answer.ssl2Kinds().stream().map(TlsSuite::ofSsl2).toList();
        sink.saw(new TlsSuitesTaken(TlsVersion.SSL_2, kinds, Optional.empty()).fact(true));
    }

    private void chain(List<byte[]> encoded) {
        TlsChain chain = TlsChain.of(encoded);
        chain.state(learned.certificatesKnown(), sink);
        name.ifPresent(asked ->
                say(TlsFacts.NAME_MATCH, learned.certificatesKnown(), asked.text(), asked.fits(chain.names())));
    }

    /** Every server accepts NULL (RFC 5246 §7.4.1.2), and TLS 1.3 nothing else. */
    private List<String> compressions() {
        Set<String> methods = new LinkedHashSet<>(List.of("NULL"));
        learned.flights().compressions().stream()
                .filter(number -> number != 0)
                .map(TlsCompression::name)
                .forEach(methods::add);
        return List.copyOf(methods);
    }

    private void session() {
        TlsFlightsSeen seen = learned.flights();
        Object[] values = {
            seen.renegotiationSecured().orElse(null),
            seen.masterSecretExtended().orElse(null),
            seen.macLast().orElse(null),
            learned.fallbackRefused().orElse(null)
        };
        say(TlsFacts.SESSION, learned.allSuitesKnown(), values);
    }

    private void say(FactType type, boolean complete, Object... values) {
        sink.saw(complete ? type.complete(values) : type.partial(values));
    }
}
