// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.check.Check;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.PortSet;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.FactType;
import io.netgrade.profile.Vocabulary;
import io.netgrade.protocol.CommonChecks;
import io.netgrade.protocol.Consent;
import io.netgrade.protocol.Protocol;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every protocol that netgrade knows. The only list of them. */
public final class ProtocolCatalog {
    /** Where several of one strength might speak, asked in this order. */
    private static final List<Protocol> PROTOCOLS = Stream.of(
                    SecurityProtocols.ALL,
                    ManagementProtocols.ALL,
                    WebProtocols.ALL,
                    MailProtocols.ALL,
                    DataProtocols.ALL,
                    CallProtocols.ALL,
                    MobileProtocols.ALL,
                    RoutingProtocols.ALL,
                    TunnelProtocols.ALL,
                    InfrastructureProtocols.ALL,
                    IndustrialProtocols.ALL)
            .flatMap(List::stream)
            .toList();

    /** Known once it is wanted: it takes a question of each that has ports over SCTP. */
    private static final class OverSctpAlone {
        private static final Set<String> IDS = asked().stream()
                .filter(protocol -> !protocol.usualPorts(Transport.SCTP).isEmpty())
                .filter(protocol -> Stream.of(Transport.TCP, Transport.UDP)
                        .noneMatch(transport -> protocol.usualPorts(transport).stream()
                                .anyMatch(port -> protocol.inquire(
                                                new Endpoint(InetAddress.getLoopbackAddress(), port, transport),
                                                List.of())
                                        .isPresent())))
                .map(Protocol::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private ProtocolCatalog() {}

    public static List<Protocol> all() {
        return PROTOCOLS;
    }

    /** Those that a probe asks; the others are only listened to. */
    public static List<Protocol> asked() {
        return PROTOCOLS.stream()
                .filter(protocol -> !protocol.sends().isEmpty())
                .toList();
    }

    /** Those that a probe asks, each asking what the operator's consent permits as well. */
    public static List<Protocol> asked(Consent consent) {
        return asked().stream().map(protocol -> protocol.asking(consent)).toList();
    }

    public static Optional<Protocol> byId(String id) {
        return PROTOCOLS.stream().filter(protocol -> protocol.id().equals(id)).findFirst();
    }

    /** Every check that a profile can name, by id, and every fact that it can speak of. */
    public static Vocabulary vocabulary() {
        return Words.ALL;
    }

    /** Put together once, when it is first asked for. */
    private static final class Words {
        private static final Vocabulary ALL = all();

        private static Vocabulary all() {
            List<Check> checks = new ArrayList<>(CommonChecks.all());
            List<FactType> facts = new ArrayList<>();
            for (Protocol protocol : PROTOCOLS) {
                checks.addAll(protocol.checks());
                facts.addAll(protocol.facts());
            }
            return Vocabulary.of(
                    checks, facts, PROTOCOLS.stream().map(Protocol::id).toList());
        }
    }

    /** Every type of fact by its id. */
    public static Map<String, FactType> facts() {
        return vocabulary().facts();
    }

    /**
     * The ports on which the protocols that a probe asks usually live. Those that it asks over SCTP alone have none over TCP:
     * signalling gear is not for guesses.
     */
    public static PortSet usualPorts(Transport transport) {
        return PortSet.of(asked().stream()
                .filter(protocol -> transport == Transport.SCTP || !OverSctpAlone.IDS.contains(protocol.id()))
                .flatMap(protocol -> protocol.usualPorts(transport).stream())
                .mapToInt(Integer::intValue)
                .sorted()
                .distinct()
                .toArray());
    }
}
