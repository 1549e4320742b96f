// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.check.Bar;
import io.netgrade.check.Clause;
import io.netgrade.check.Comparator;
import io.netgrade.check.DeclaredCheck;
import io.netgrade.check.Seen;
import io.netgrade.check.Verdict.Result;
import io.netgrade.endpoint.AddressRange;
import io.netgrade.endpoint.PortSet;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Attempt.Status;
import io.netgrade.fact.Collected;
import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Confidence;
import io.netgrade.fact.Evidence.Source;
import io.netgrade.fact.Observation;
import io.netgrade.fact.Run;
import io.netgrade.fact.Sighting;
import io.netgrade.fact.StatedFacts;
import io.netgrade.profile.Applies;
import io.netgrade.profile.Ask;
import io.netgrade.profile.DeclaredService;
import io.netgrade.profile.Demand;
import io.netgrade.profile.Level;
import io.netgrade.profile.Profile;
import io.netgrade.profile.Severity;
import io.netgrade.profile.Signed;
import io.netgrade.profile.Statements;
import io.netgrade.yaml.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A plan's list of services, held against what was seen. */
class DeclaredServicesTest {
    private final Case given = new Case();

    @Test
    void declaredServiceIsOnTheListAndPasses() {
        speaks(22, "ssh");
        assertThat(result(22, listed(22, "ssh"))).isEqualTo(Result.PASS);
    }

    @Test
    void undeclaredServiceFails() {
        speaks(22, "ssh");
        speaks(6379, "redis");
        assertThat(result(6379, listed(22, "ssh"))).isEqualTo(Result.FAIL);
        assertThat(result(22, listed(22, "ssh"))).isEqualTo(Result.PASS);
    }

    @Test
    void otherProtocolOnADeclaredPortFails() {
        speaks(443, "telnet");
        assertThat(result(443, listed(443, "http"))).isEqualTo(Result.FAIL);
    }

    @Test
    void whatCarriesAProtocolUnseenIsNotHeldAgainstIt() {
        speaks(443, "tls");
        assertThat(result(443, listed(443, "http"))).isEqualTo(Result.PASS);
    }

    @Test
    void emptyListDeclaresThatThereIsNone() {
        speaks(22, "ssh");
        assertThat(result(22)).isEqualTo(Result.FAIL);
    }

    @Test
    void openPortThatSaysNothingCountsToo() {
        speaks(22, "ssh");
        given.attempts.add(Seen.attempt(Seen.endpoint(1, 4444), "connect", Status.ANSWERED));
        given.attempts.add(Seen.attempt(Seen.endpoint(1, 4445), "connect", Status.REFUSED));
        Assessment judged = judged(Optional.of(List.of(listed(22, "ssh"))));
        assertThat(judged.findings())
                .filteredOn(finding -> finding.verdict().result() == Result.FAIL)
                .singleElement()
                .satisfies(finding -> assertThat(finding.endpoint()).contains(Seen.endpoint(1, 4444)));
        assertThat(result(4444, listed(22, "ssh"), port(4444))).isEqualTo(Result.PASS);
        assertThat(result(4444, listed(22, "ssh"), listed(4444, "http"))).isEqualTo(Result.UNKNOWN);
    }

    @Test
    void heuristicNeitherFailsNorHidesWhatIsDeclared() {
        given.observations.add(Seen.seen(
                Seen.endpoint(1, 22), CommonFacts.RECOGNISED.complete("server"), Confidence.LIKELY, Source.CAPTURE));
        assertThat(result(22)).isEqualTo(Result.UNKNOWN);
        assertThat(result(22, port(22))).isEqualTo(Result.PASS);
    }

    @Test
    void serviceForItsPeersMayNotAnswerAStranger() {
        speaks(179, "bgp");
        DeclaredService peering = new DeclaredService(
                List.of(),
                PortSet.of(179),
                Transport.TCP,
                Optional.of("bgp"),
                List.of(AddressRange.of("192.0.2.9")),
                "peering",
                "");
        assertThat(declared(peering, "untrusted")).isEqualTo(StatedFacts.TO_PEERS);
        assertThat(declared(peering, "internal")).isEqualTo(StatedFacts.YES);
    }

    @Test
    void whatIsDeclaredAndWasNotSeenIsANoticeOfTheRun() {
        speaks(22, "ssh");
        Assessment judged = judged(Optional.of(List.of(listed(22, "ssh"), listed(53, "dns"))));
        assertThat(judged.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(Notice.Kind.DECLARED_NOT_SEEN);
            assertThat(notice.of()).isEqualTo(judged.units().get(0).id());
            assertThat(notice.text()).endsWith(": declared and not seen: 53/tcp dns");
        });
        assertThat(judged.units().get(0).interval().possible())
                .as("it moves no level")
                .isEqualTo(judged(Optional.of(List.of(listed(22, "ssh"))))
                        .units()
                        .get(0)
                        .interval()
                        .possible());
        assertThat(new Assessments(judged, List.of(judged)).all())
                .extracting(one -> one.notices().size())
                .as("it is said once")
                .containsExactly(1, 0);
    }

    @Test
    void whatWasSeenOrIsNotDeclaredIsNoNotice() {
        speaks(22, "ssh");
        assertThat(judged(Optional.of(List.of(listed(22, "ssh")))).notices()).isEmpty();
        assertThat(judged(Optional.of(List.of())).notices()).isEmpty();
        assertThat(judged(Optional.empty()).notices()).isEmpty();
    }

    @Test
    void withoutAListItIsForAPersonAndStopsNoLevel() {
        speaks(22, "ssh");
        Assessment judged = judged(Optional.empty());
        assertThat(judged.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.verdict().result()).isEqualTo(Result.UNKNOWN);
            assertThat(finding.verdict().detail()).isEqualTo(DeclaredCheck.NO_LIST);
            assertThat(finding.manual()).isTrue();
        });
        assertThat(judged.units().get(0).manual()).containsExactly("D-1");
        assertThat(judged.units().get(0).interval().possible().map(Level::id)).contains("3.1");
        assertThat(judged.findings()).noneMatch(finding -> finding.is(Result.UNKNOWN));
    }

    @Test
    void thatAServiceIsDeclaredShowsNothingOfItsStrength() {
        speaks(22, "ssh");
        assertThat(judged(Optional.of(List.of(listed(22, "ssh"))))
                        .units()
                        .get(0)
                        .interval()
                        .achieved())
                .isEmpty();
    }

    @Test
    void serviceOfAnotherAddressIsNotDeclared() {
        speaks(22, "ssh");
        DeclaredService elsewhere = new DeclaredService(
                List.of(AddressRange.of("192.0.2.77")),
                PortSet.of(22),
                Transport.TCP,
                Optional.empty(),
                List.of(),
                "",
                "");
        assertThat(result(22, elsewhere)).isEqualTo(Result.FAIL);
    }

    @Test
    void evidenceCannotStateWhatThePlanDoesNot() {
        speaks(22, "ssh");
        Observation forged = new Observation(
                new Sighting(Seen.endpoint(1, 22), "ssh", List.of(), Confidence.CONFIRMED),
                StatedFacts.DECLARED.complete(StatedFacts.YES, "forged", null),
                Seen.recognised(Seen.endpoint(1, 22), "ssh").evidence());
        given.observations.add(forged);
        assertThat(result(22)).isEqualTo(Result.FAIL);
    }

    private void speaks(int port, String protocol) {
        given.observations.add(Seen.recognised(Seen.endpoint(1, port), protocol));
    }

    private static DeclaredService listed(int port, String protocol) {
        return new DeclaredService(
                List.of(), PortSet.of(port), Transport.TCP, Optional.of(protocol), List.of(), "", "");
    }

    private static DeclaredService port(int port) {
        return new DeclaredService(List.of(), PortSet.of(port), Transport.TCP, Optional.empty(), List.of(), "", "");
    }

    private Result result(int port, DeclaredService... list) {
        return judged(Optional.of(List.of(list))).findings().stream()
                .filter(finding -> finding.endpoint()
                        .filter(Seen.endpoint(1, port)::equals)
                        .isPresent())
                .map(finding -> finding.verdict().result())
                .findFirst()
                .orElseThrow();
    }

    private String declared(DeclaredService only, String vantage) {
        UnitScope unit = unit(Optional.of(List.of(only)), vantage);
        return Stating.of(SeenEndpoints.of(collected()), unit, collected().attempts()).all().stream()
                .flatMap(one -> one.seen().of(StatedFacts.DECLARED).stream())
                .map(one -> one.fact().text("declared").orElseThrow())
                .findFirst()
                .orElseThrow();
    }

    private Assessment judged(Optional<List<DeclaredService>> list) {
        DeclaredCheck check = new DeclaredCheck();
        Clause clause = Clause.of(Comparator.NONE_OF, StatedFacts.NO);
        Ask ask = new Ask(
                Case.level("1"),
                Severity.MEDIUM,
                false,
                List.of(new Demand.OfCheck(check.id(), new Bar(List.of(clause)))));
        Case asked = new Case().control("D-1", Applies.EVERYWHERE, ask);
        Text text = new Text("Tests", "测试");
        Profile profile = new Profile("tests", "1", text, "", "", List.of(), "", Case.LEVELS, asked.controls);
        return Judge.judge(
                collected(),
                profile,
                List.of(unit(list, "untrusted")),
                Signed.NOTHING,
                Map.of(check.id(), check),
                Optional.empty());
    }

    private Collected collected() {
        Run run = new Run("run", "0", "scan", Seen.NOW, Seen.NOW, "untrusted", true);
        return new Collected(run, given.observations, given.attempts, List.of(), List.of());
    }

    private static UnitScope unit(Optional<List<DeclaredService>> list, String vantage) {
        Statements stated = new Statements(list, Optional.empty());
        return new UnitScope("u", "", "", vantage, Optional.empty(), any -> true, any -> true, List.of(), stated);
    }
}
