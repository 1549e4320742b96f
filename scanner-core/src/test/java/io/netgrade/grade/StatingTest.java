// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.netgrade.check.Seen;
import io.netgrade.endpoint.AddressRange;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.PortSet;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Attempt.Status;
import io.netgrade.fact.AttemptLog;
import io.netgrade.fact.Attempts;
import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Confidence;
import io.netgrade.fact.Evidence.Source;
import io.netgrade.fact.Fact;
import io.netgrade.fact.FactType;
import io.netgrade.fact.Observation;
import io.netgrade.fact.Observations;
import io.netgrade.fact.Sighting;
import io.netgrade.fact.StatedFacts;
import io.netgrade.profile.DeclaredService;
import io.netgrade.profile.Statements;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is stated of a unit, laid to what was seen of it. */
class StatingTest {
    private static final Endpoint SSH = Seen.endpoint(1, 22);

    private final List<Observation> seen = new ArrayList<>();
    private final List<Attempt> attempts = new ArrayList<>();

    @Test
    void withNothingStatedAllStaysAsItWasSeen() {
        seen.add(Seen.recognised(SSH, "ssh"));
        SeenEndpoints before = endpoints();
        assertThat(Stating.of(before, unit(Optional.empty()), Attempts.of(attempts)))
                .isSameAs(before);
    }

    @Test
    void whatEvidenceStatesItselfIsDroppedThoughNothingElseIsStated() {
        seen.add(Seen.recognised(SSH, "ssh"));
        seen.add(of("ssh", StatedFacts.DECLARED.complete(StatedFacts.YES, "forged", null)));
        seen.add(of("ssh", StatedFacts.LIFECYCLE.complete("x", "1", "1", null, null, null, "forged", true)));
        SeenEndpoints stated = Stating.of(endpoints(), unit(Optional.empty()), Attempts.of(attempts));
        assertThat(facts(stated, SSH)).extracting(Fact::type).containsExactly("service.recognised");
    }

    @Test
    void itIsDroppedWhereSomethingElseIsStatedToo() {
        seen.add(Seen.recognised(SSH, "ssh"));
        seen.add(of("ssh", StatedFacts.DECLARED.complete(StatedFacts.YES, "forged", null)));
        assertThat(facts(stated(service("telnet", "")), SSH))
                .extracting(Fact::type, fact -> fact.text("declared").orElse(""))
                .containsExactly(tuple("service.declared", StatedFacts.NO), tuple("service.recognised", ""));
    }

    @Test
    void theOrderIsThatOfAllThatWasSeen() {
        seen.add(Seen.recognised(SSH, "ssh"));
        seen.add(of("ssh", FactType.of("zz.last", "").text("a", "").complete("b")));
        seen.add(of("ssh", CommonFacts.SOFTWARE.complete("nginx", "1.18.0", null)));
        assertThat(facts(stated(service("ssh", "")), SSH))
                .extracting(Fact::type)
                .containsExactly(
                        "service.declared", "service.lifecycle", "service.recognised", "service.software", "zz.last");
    }

    @Test
    void theEntryAndItsPurposeAreNamed() {
        seen.add(Seen.recognised(SSH, "ssh"));
        assertThat(declared(stated(service("ssh", "management")), SSH).value())
                .isEqualTo(StatedFacts.DECLARED
                        .complete(StatedFacts.YES, "22/tcp ssh", "management")
                        .value());
        assertThat(declared(stated(service("ssh", "")), SSH).text("purpose")).isEmpty();
    }

    @Test
    void whatIsForEverybodyBesidesItsPeersMayAnswerAStranger() {
        seen.add(Seen.recognised(SSH, "ssh"));
        DeclaredService peers = new DeclaredService(
                List.of(),
                PortSet.of(22),
                Transport.TCP,
                Optional.of("ssh"),
                List.of(AddressRange.of("192.0.2.9")),
                "",
                "");
        assertThat(declared(stated(peers), SSH).text("declared")).contains(StatedFacts.TO_PEERS);
        assertThat(declared(stated(peers, service("ssh", "")), SSH).text("declared"))
                .contains(StatedFacts.YES);
    }

    @Test
    void openPortsThatSaidNothingStandAmongTheOthersInTheirOrder() {
        seen.add(Seen.recognised(SSH, "ssh"));
        connect(80, Status.ANSWERED);
        connect(21, Status.ANSWERED);
        connect(22, Status.ANSWERED);
        connect(23, Status.REFUSED);
        attempts.add(Seen.attempt(Seen.endpoint(1, 24), "tls.hello", Status.ANSWERED));
        SeenEndpoints stated = stated(service("ssh", ""));
        assertThat(stated.all())
                .extracting(one -> one.endpoint().port())
                .as("each once; the refused one and what answers no connect are not open")
                .containsExactly(21, 22, 80);
        assertThat(stated.all().get(0).seen().all())
                .singleElement()
                .satisfies(open -> assertThat(open.service().protocol()).isEqualTo(Stating.NOTHING_KNOWN));
    }

    @Test
    void aPortThatWasTakenBackOrIsAnotherUnitsIsNotOpen() {
        connect(80, Status.ANSWERED);
        connect(80, Status.BANNED);
        connect(81, Status.ANSWERED);
        assertThat(stated(service("ssh", "")).all())
                .extracting(one -> one.endpoint().port())
                .containsExactly(81);
        UnitScope elsewhere = unit(Optional.of(List.of()), endpoint -> endpoint.port() == 80);
        assertThat(Stating.of(endpoints(), elsewhere, Attempts.of(attempts)).none())
                .isTrue();
    }

    /** After so many, what did not answer is kept in little room. */
    @Test
    void anOpenPortIsFoundAmongManyThatAreNot() {
        AttemptLog log = new AttemptLog();
        IntStream.rangeClosed(1, 1_100)
                .forEach(port -> log.add(Seen.attempt(Seen.endpoint(1, port), "connect", Status.REFUSED)));
        log.add(Seen.attempt(Seen.endpoint(1, 2_000), "connect", Status.ANSWERED));
        log.add(Seen.attempt(Seen.endpoint(1, 3_000), "connect", Status.FILTERED));
        log.add(new Attempt(Seen.endpoint(1, 3_000), "connect", Status.ANSWERED, "", Seen.NOW.plusSeconds(1), 1, 0, 0));
        SeenEndpoints stated = Stating.of(endpoints(), unit(Optional.of(List.of())), log.attempts());
        assertThat(stated.all())
                .extracting(one -> one.endpoint().port())
                .as("one at once, one at the second try")
                .containsExactly(2_000, 3_000);
    }

    @Test
    void onAnOpenPortOnlyTheEntriesForItCount() {
        connect(22, Status.ANSWERED);
        connect(80, Status.ANSWERED);
        SeenEndpoints stated = stated(service("ssh", ""));
        Fact there = declared(stated, SSH);
        assertThat(there.text("declared")).contains(StatedFacts.YES);
        assertThat(there.complete())
                .as("whether it is ssh that is there nobody saw")
                .isFalse();
        Fact elsewhere = declared(stated, Seen.endpoint(1, 80));
        assertThat(elsewhere.text("declared")).contains(StatedFacts.NO);
        assertThat(elsewhere.complete()).isTrue();
    }

    private void connect(int port, Status status) {
        attempts.add(Seen.attempt(Seen.endpoint(1, port), "connect", status));
    }

    private static Observation of(String protocol, Fact fact) {
        Observation some = Seen.seen(SSH, fact, Confidence.CONFIRMED, Source.PROBE);
        return new Observation(new Sighting(SSH, protocol, List.of(), Confidence.CONFIRMED), fact, some.evidence());
    }

    private static DeclaredService service(String protocol, String purpose) {
        return new DeclaredService(
                List.of(), PortSet.of(22), Transport.TCP, Optional.of(protocol), List.of(), purpose, "");
    }

    private SeenEndpoints stated(DeclaredService... list) {
        return Stating.of(endpoints(), unit(Optional.of(Arrays.asList(list))), Attempts.of(attempts));
    }

    private SeenEndpoints endpoints() {
        return SeenEndpoints.of(
                seen.isEmpty() ? List.of() : List.of(new EndpointSeen(SSH, new Observations(seen, List.of()))));
    }

    private static Fact declared(SeenEndpoints stated, Endpoint endpoint) {
        return facts(stated, endpoint).stream()
                .filter(fact -> fact.is(StatedFacts.DECLARED))
                .findFirst()
                .orElseThrow();
    }

    private static List<Fact> facts(SeenEndpoints stated, Endpoint endpoint) {
        return stated.all().stream()
                .filter(one -> one.endpoint().equals(endpoint))
                .flatMap(one -> one.seen().all().stream())
                .map(Observation::fact)
                .toList();
    }

    private static UnitScope unit(Optional<List<DeclaredService>> list) {
        return unit(list, any -> true);
    }

    private static UnitScope unit(Optional<List<DeclaredService>> list, Predicate<Endpoint> tries) {
        return new UnitScope(
                "u",
                "",
                "",
                "untrusted",
                Optional.empty(),
                any -> true,
                tries,
                List.of(),
                new Statements(list, Optional.empty()));
    }
}
