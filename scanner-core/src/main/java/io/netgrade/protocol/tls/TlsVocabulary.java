// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.Fact;
import io.netgrade.fact.FactType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The facts that a handshake shows whoever listens, and the checks of them, under the id of the protocol that carries it:
 * {@code tls.certificate}, {@code dtls.certificate}.
 */
public final class TlsVocabulary {
    /** What a handshake up to TLS 1.2 says in clear, whatever it reckons with. */
    private static final List<FactType> UP_TO_12 = List.of(
            TlsFacts.CERTIFICATE, TlsFacts.CHAIN, TlsFacts.CLIENT_CERTIFICATE, TlsFacts.CLIENT_CERTIFICATE_SENT);

    /** What TLS itself says besides, up to 1.2. */
    private static final List<FactType> OLD =
            List.of(TlsFacts.DH_GROUP, TlsFacts.COMPRESSION_ACCEPTED, TlsFacts.SESSION);

    /** What TLS 1.3 says in clear, too. */
    private static final List<FactType> IN_13 = List.of(
            TlsFacts.VERSIONS_ACCEPTED,
            TlsFacts.SUITES_ACCEPTED,
            TlsFacts.GROUPS_ACCEPTED,
            TlsFacts.CLIENT_HELLO,
            TlsFacts.SERVER_HELLO,
            TlsFacts.RESUMPTION,
            TlsFacts.ALERT);

    static final TlsVocabulary OF_TLS = of("tls", TlsCarrier.TLS);

    private static final String OWN = "tls.";
    private static final int MOST_REMEMBERED = 1_024;

    private final String prefix;
    private final List<FactType> facts;
    private final Map<String, FactType> byTlsId;
    /** By version and suite. */
    private final Map<Integer, Fact> suitesTaken = new ConcurrentHashMap<>();

    private final TlsCarrier carrier;

    private TlsVocabulary(String protocol, TlsCarrier carrier, List<FactType> facts) {
        this.carrier = carrier;
        this.prefix = protocol + ".";
        this.facts = facts.stream().map(this::own).toList();
        this.byTlsId = facts.stream().collect(Collectors.toUnmodifiableMap(FactType::id, this::own));
    }

    /** What can be heard of a protocol: QUIC never carries a handshake older than that of TLS 1.3. */
    public static TlsVocabulary of(String protocol, TlsCarrier carrier) {
        Stream<FactType> facts = IN_13.stream();
        if (carrier != TlsCarrier.QUIC) {
            facts = Stream.concat(facts, UP_TO_12.stream());
        }
        if (carrier == TlsCarrier.TLS || carrier == TlsCarrier.DTLS) {
            facts = Stream.concat(facts, OLD.stream());
        }
        return new TlsVocabulary(protocol, carrier, facts.toList());
    }

    /** Every type of fact that a handshake's reader can state. */
    public List<FactType> facts() {
        return facts;
    }

    /** The checks that TLS offers of the same facts, under its own id. */
    public List<Check> checks() {
        return TlsChecks.all().stream()
                .map(FieldCheck.class::cast)
                .map(this::own)
                .flatMap(Optional::stream)
                .toList();
    }

    /** That a client asked for a host name, in a hello that is none of TLS. */
    public Fact nameAsked(String name) {
        return of(TlsFacts.CLIENT_HELLO).partial(name, null, null, null, null, null, null, null);
    }

    /** That a server took a suite in a version; the same object again for a pair that is met again. */
    Fact suiteTaken(int version, int suite) {
        int pair = version << 16 | suite;
        Fact known = suitesTaken.get(pair);
        if (known != null) {
            return known;
        }
        Fact taken = of(TlsFacts.SUITES_ACCEPTED)
                .partial(TlsSuitesTaken.sighting(version, suite).values());
        if (suitesTaken.size() < MOST_REMEMBERED) {
            suitesTaken.put(pair, taken);
        }
        return taken;
    }

    /** Whether they are those of a carrier. */
    boolean isOf(TlsCarrier which) {
        return carrier == which;
    }

    /** Whether it has a type of its own for one of TLS. */
    boolean has(FactType ofTls) {
        return byTlsId.containsKey(ofTls.id());
    }

    /** Its own type for one of TLS, which must be among those that it has. */
    FactType of(FactType ofTls) {
        FactType own = byTlsId.get(ofTls.id());
        if (own == null) {
            throw new IllegalArgumentException(prefix + " has no " + ofTls.id());
        }
        return own;
    }

    private FactType own(FactType ofTls) {
        return new FactType(renamed(ofTls.id()), ofTls.meaning(), ofTls.fields());
    }

    private Optional<Check> own(FieldCheck ofTls) {
        return Optional.ofNullable(byTlsId.get(ofTls.fact().id()))
                .map(fact -> new FieldCheck(
                        renamed(ofTls.id()),
                        ofTls.meaning(),
                        fact,
                        ofTls.field(),
                        ofTls.inClearOnly(),
                        ofTls.unseenInCaptures()));
    }

    private String renamed(String id) {
        return prefix + id.substring(OWN.length());
    }
}
