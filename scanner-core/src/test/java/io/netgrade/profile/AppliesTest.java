// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.check.Seen;
import io.netgrade.check.UnknownReason;
import io.netgrade.check.Verdict;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Attempt.Status;
import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Confidence;
import io.netgrade.fact.Evidence;
import io.netgrade.fact.Fact;
import io.netgrade.fact.FactType;
import io.netgrade.fact.Observation;
import io.netgrade.fact.Observations;
import io.netgrade.fact.Sighting;
import io.netgrade.fact.StatedFacts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of which services, units and places a control is asked. */
class AppliesTest {
    private static final FactType ADMIN = FactType.of("http.admin-page", "").text("path", "");
    private static final FactType REALM = FactType.of("snmp.realm", "").text("name", "");

    @ParameterizedTest
    @CsvSource({
        "http, '', true",
        "http, tls, true",
        "ssh, tls, true",
        "ssh, '', false",
        "ssh, socks, false",
    })
    void aControlIsAskedOfItsProtocolsAndOfWhatTheyCarry(String protocol, String layer, boolean asked) {
        assertThat(of("http", "tls").to(service(protocol, layer))).isEqualTo(asked);
        assertThat(Applies.EVERYWHERE.to(service(protocol, layer))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"'', true, false", "tls, false, true", "dtls, false, false", "socks, true, false"})
    void whatIsAskedInClearOrInTlsAloneIsAskedThereOnly(String layer, boolean inClear, boolean inTls) {
        Sighting service = service("http", layer);
        assertThat(new Applies(Set.of("http"), Set.of(), Set.of(), true, false).to(service))
                .isEqualTo(inClear);
        assertThat(new Applies(Set.of("http"), Set.of(), Set.of(), false, true).to(service))
                .isEqualTo(inTls);
    }

    @Test
    void whatIsAskedOfUnexpectedServicesNeedsToKnowWhichAreExpected() {
        Applies unexpected = new Applies(Set.of(), Set.of(), Set.of(), false, false, Set.of(), true, Optional.empty());
        Applies beside = unexpected.against(Optional.of(new ExpectedServices(Set.of("dns"))));

        assertThat(beside.to(service("telnet", ""))).isTrue();
        assertThat(beside.to(service("dns", ""))).isFalse();
        assertThat(beside.lacksExpectation()).isFalse();
        assertThat(unexpected.to(service("telnet", ""))).isFalse();
        assertThat(unexpected.lacksExpectation()).isTrue();
        assertThat(beside.against(Optional.empty()).lacksExpectation()).isTrue();
        assertThat(of("ssh").lacksExpectation()).isFalse();
        assertThat(of("ssh")
                        .against(Optional.of(new ExpectedServices(Set.of("ssh"))))
                        .to(service("ssh", "")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "dns, '', false",
        "http, '', true",
        "http, dns, false",
        "tls, '', false",
        "dtls, '', false",
        "quic, '', false",
        "sctp, '', false",
        "tlcp, '', false",
        "http, tls, true",
    })
    void whatIsInsideACarrierMayBeWhatIsExpected(String protocol, String layer, boolean unexpected) {
        assertThat(new ExpectedServices(Set.of("dns")).lack(service(protocol, layer)))
                .isEqualTo(unexpected);
    }

    @Test
    void unitTypesAndVantagesRestrictWhereTheyAreNamed() {
        Applies some = new Applies(Set.of(), Set.of("dns-recursive"), Set.of("untrusted"), false, false);

        assertThat(some.toType("dns-recursive")).isTrue();
        assertThat(some.toType("dns-authoritative")).isFalse();
        assertThat(some.toType("")).isFalse();
        assertThat(Applies.EVERYWHERE.toType("dns-authoritative")).isTrue();
        assertThat(some.fromVantage("untrusted")).isTrue();
        assertThat(some.fromVantage("internal")).isFalse();
        assertThat(Applies.EVERYWHERE.fromVantage("internal")).isTrue();
    }

    @Test
    void anEndpointIsAskedWhereOneOfItsServicesIs() {
        assertThat(of("ssh").at(seen(there("http"), there("ssh")))).isTrue();
        assertThat(of("ssh").at(seen(there("http")))).isFalse();
        assertThat(of("ssh").at(seen())).isFalse();
    }

    @Test
    void aFactThatWasStatedMakesSure() {
        Observations stated = seen(there("http"), said("http", ADMIN.complete("/admin")));

        assertThat(ofFacts("http.admin-page").at(stated)).isTrue();
        assertThat(ofFacts("http.admin-page").isSure(stated)).isTrue();
        assertThat(of("http").isSure(seen(there("http")))).isTrue();
    }

    @Test
    void aFactOfAServiceThatTheControlIsNotAboutMakesNothingSure() {
        Observations ofAnother = seen(there("http"), said("vnc", ADMIN.complete("/admin")));

        assertThat(ofFacts("http.admin-page").isSure(ofAnother)).isFalse();
        assertThat(ofFacts("http.admin-page").at(ofAnother)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "http.banner, ANSWERED, false",
        "http.banner, TIMED_OUT, true",
        "ssh.hello, ANSWERED, true",
    })
    void aControlIsOffWhereItsProtocolAnsweredWithoutTheFact(String question, Status ending, boolean mayApply) {
        Observations asked =
                new Observations(List.of(there("http")), List.of(Seen.attempt(Seen.ENDPOINT, question, ending)));

        assertThat(ofFacts("http.admin-page").at(asked)).isEqualTo(mayApply);
    }

    @Test
    void everyFactMustBeAnsweredWithoutForAControlToBeOff() {
        Attempt http = Seen.attempt(Seen.ENDPOINT, "http.banner", Status.ANSWERED);
        Attempt snmp = Seen.attempt(Seen.ENDPOINT, "snmp.engine", Status.ANSWERED);
        Applies either = ofFacts("http.admin-page", "snmp.realm");

        assertThat(either.at(new Observations(List.of(there("http")), List.of(http))))
                .isTrue();
        assertThat(either.at(new Observations(List.of(there("http")), List.of(http, snmp))))
                .isFalse();
        assertThat(either.at(new Observations(
                        List.of(there("http"), said("http", REALM.complete("x"))), List.of(http, snmp))))
                .isTrue();
    }

    @Test
    void whatAPlanStatesIsThereOrIsNot() {
        Applies declared = ofFacts(StatedFacts.DECLARED.id());

        assertThat(declared.at(seen(there("http")))).isFalse();
        assertThat(declared.at(seen(there("http"), said("http", StatedFacts.DECLARED.complete("no", null, null)))))
                .isTrue();
    }

    @Test
    void aVerdictStandsOnlyWhereTheControlAppliesForSure() {
        Applies either = ofFacts("snmp.realm", "http.admin-page");
        Observations open = seen(there("http"));
        Verdict failed = Verdict.fail("weak", open.all());
        Verdict unknown = Verdict.unknown(UnknownReason.FILTERED, "no answer", List.of());

        assertThat(either.asFarAsSure(failed, open))
                .isEqualTo(Verdict.unknown(
                        UnknownReason.NOT_ASKED,
                        "whether it applies is not known: http.admin-page or snmp.realm was not asked",
                        List.of()));
        assertThat(either.asFarAsSure(unknown, open)).isEqualTo(unknown);
        assertThat(either.asFarAsSure(failed, seen(said("http", ADMIN.complete("/")))))
                .isEqualTo(failed);
    }

    /** The banner of a neighbour on the same port is not taken for that of the service that is asked. */
    @Test
    void whatEveryProtocolMayStateIsLookedAtOfTheServiceAlone() {
        Observation own = said("ssh", CommonFacts.SOFTWARE.complete("OpenSSH", "9.2p1", null));
        Observation page = said("http", ADMIN.complete("/admin"));
        List<Fact> common = List.of(
                CommonFacts.RECOGNISED.complete("server"),
                CommonFacts.SOFTWARE.complete("nginx", "1.18.0", null),
                StatedFacts.DECLARED.complete("no", null, null),
                StatedFacts.LIFECYCLE.partial("nginx", "1.18.0", null, null, null, null, "nginx.org", true));

        for (Fact fact : common) {
            assertThat(of("ssh").among(seen(own, page, said("http", fact))).all())
                    .containsExactly(own, page);
            assertThat(of("ssh").mayLookAt(said("ssh", fact))).isTrue();
        }
        assertThat(of("ssh").among(seen(own, page)).all()).containsExactly(own, page);
    }

    private static Applies of(String... protocols) {
        return new Applies(Set.of(protocols), Set.of(), Set.of(), false, false);
    }

    /** Of HTTP where one of these facts is stated. */
    private static Applies ofFacts(String... facts) {
        return new Applies(Set.of("http"), Set.of(), Set.of(), false, false, Set.of(facts));
    }

    private static Observations seen(Observation... all) {
        return Seen.of(all);
    }

    private static Observation there(String protocol) {
        return Seen.recognised(Seen.ENDPOINT, protocol);
    }

    private static Observation said(String protocol, Fact fact) {
        return new Observation(
                service(protocol, ""), fact, new Evidence(Evidence.Source.PROBE, Seen.NOW, "place", 0, ""));
    }

    private static Sighting service(String protocol, String layer) {
        List<String> layers = layer.isEmpty() ? List.of() : List.of(layer);
        return new Sighting(Seen.ENDPOINT, protocol, layers, Confidence.CONFIRMED);
    }
}
