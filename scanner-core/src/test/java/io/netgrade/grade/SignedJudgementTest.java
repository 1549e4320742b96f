// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.check.Seen;
import io.netgrade.check.Verdict.Result;
import io.netgrade.endpoint.Target;
import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.FactType;
import io.netgrade.profile.Applies;
import io.netgrade.profile.Attestation;
import io.netgrade.profile.Automation;
import io.netgrade.profile.Level;
import io.netgrade.profile.Signed;
import io.netgrade.profile.Waiver;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Waivers and attestations: what they move, what they cannot, and what is said of them. */
class SignedJudgementTest {
    private static final LocalDate TODAY = Seen.NOW.atZone(ZoneOffset.UTC).toLocalDate();

    @Test
    void aWaivedFailureStopsNoLevelAndBothLevelsAreKept() {
        Case it = weak();
        assertThat(it.grade().interval()).isEqualTo(interval("1", "1"));

        it.signed = waived(waiver("W-1", "A-02"));
        Assessment judged = it.judged();

        assertThat(judged.units().get(0).interval()).isEqualTo(interval("3.1", "3.1"));
        assertThat(judged.units().get(0).withoutWaivers()).isEqualTo(interval("1", "1"));
        assertThat(judged.units().get(0).blockedBy()).isEmpty();
        assertThat(judged.findings())
                .filteredOn(Finding::waived)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.waiver()).contains("W-1");
                    assertThat(finding.verdict().result()).isEqualTo(Result.FAIL);
                });
        assertThat(judged.notices()).isEmpty();
    }

    @Test
    void aWaiverHoldsOnlyForWhatItNames() {
        assertWaives(true, "A-02", "u", "192.0.2.1", "");
        assertWaives(true, "A-02", "", "192.0.2.0/24", "");
        assertWaives(true, "A-02", "", "192.0.2.1:22", "openssh");
        assertWaives(true, "A-02", "", "192.0.2.1:22/tcp", "");
        assertWaives(false, "A-01", "", "", "");
        assertWaives(false, "A-02", "other", "", "");
        assertWaives(false, "A-02", "", "192.0.2.2", "");
        assertWaives(false, "A-02", "", "192.0.2.1:23", "");
        assertWaives(false, "A-02", "", "192.0.2.1:22/udp", "");
        assertWaives(false, "A-02", "", "", "Dropbear");
    }

    private static void assertWaives(boolean waives, String control, String unit, String endpoint, String product) {
        Case it = weak().saw(1, CommonFacts.SOFTWARE.complete("OpenSSH", "9.2", null));
        it.signed = waived(new Waiver(
                "W-1",
                control,
                unit,
                endpoint.isEmpty() ? Optional.empty() : Optional.of((Target.Addresses) Target.of(endpoint)),
                product,
                "r",
                new Waiver.Compensating("other", "s"),
                "o",
                "a",
                TODAY.minusDays(10),
                TODAY.plusDays(100)));
        Assessment judged = it.judged();
        assertThat(judged.units().get(0).interval())
                .as("%s %s %s %s", control, unit, endpoint, product)
                .isEqualTo(waives ? interval("3.1", "3.1") : interval("1", "1"));
        assertThat(judged.notices()).hasSize(waives ? 0 : 1);
        assertThat(judged.notices())
                .allSatisfy(notice -> assertThat(notice.kind()).isEqualTo(Notice.Kind.WAIVER_UNUSED));
    }

    @Test
    void anExpiredWaiverWaivesNothingAndIsAFindingOfItsOwn() {
        Case it = weak();
        it.signed = waived(waiver("W-1", "A-02", TODAY.minusDays(30), TODAY.minusDays(1)));
        Assessment judged = it.judged();

        assertThat(judged.units().get(0).interval()).isEqualTo(interval("1", "1"));
        Finding expired = judged.findings().stream()
                .filter(finding ->
                        finding.check().filter("waiver.expired"::equals).isPresent())
                .findFirst()
                .orElseThrow();
        assertThat(expired.verdict().result()).isEqualTo(Result.FAIL);
        assertThat(expired.verdict().detail()).contains("waiver W-1 of owner expired on " + TODAY.minusDays(1));
        assertThat(expired.counts()).isFalse();
        assertThat(judged.findings()).extracting(Finding::id).doesNotHaveDuplicates();
        assertThat(judged.notices()).isEmpty();
    }

    @Test
    void ofSeveralExpiredWaiversTheLastToExpireIsTheFinding() {
        Case it = weak();
        it.signed = waived(
                waiver("W-1", "A-02", TODAY.minusDays(90), TODAY.minusDays(60)),
                waiver("W-2", "A-02", TODAY.minusDays(60), TODAY.minusDays(2)),
                waiver("W-3", "A-02", TODAY.minusDays(80), TODAY.minusDays(40)));
        Assessment judged = it.judged();
        assertThat(judged.findings())
                .filteredOn(finding ->
                        finding.check().filter("waiver.expired"::equals).isPresent())
                .singleElement()
                .satisfies(finding -> assertThat(finding.verdict().detail()).startsWith("waiver W-2 "));
        assertThat(judged.notices()).isEmpty();
    }

    @Test
    void twoAttestationsThatEvidenceContradictsAreOneFinding() {
        Case it = weak();
        it.signed =
                attested(attestation("A-02", true, TODAY.plusDays(90)), attestation("A-02", true, TODAY.plusDays(99)));
        assertThat(it.judged().findings())
                .filteredOn(finding -> finding.check()
                        .filter("attestation.contradicted"::equals)
                        .isPresent())
                .hasSize(1);
        assertThat(it.judged().findings()).extracting(Finding::id).doesNotHaveDuplicates();
    }

    @Test
    void theLastDayStillHoldsAndItsNearnessIsTold() {
        Case it = weak();
        it.signed = waived(waiver("W-1", "A-02", TODAY, TODAY));
        assertThat(it.grade().interval()).isEqualTo(interval("3.1", "3.1"));
        assertThat(it.judged().notices()).extracting(Notice::kind).containsExactly(Notice.Kind.WAIVER_EXPIRES_SOON);
        it.signed = waived(waiver("W-1", "A-02", TODAY, TODAY.plusDays(30)));
        assertThat(it.judged().notices()).hasSize(1);
        it.signed = waived(waiver("W-1", "A-02", TODAY, TODAY.plusDays(31)));
        assertThat(it.judged().notices()).isEmpty();
    }

    @Test
    void aWaiverThatBeginsLaterWaivesNothingYet() {
        Case it = weak();
        it.signed = waived(waiver("W-1", "A-02", TODAY.plusDays(1), TODAY.plusDays(50)));

        assertThat(it.grade().interval()).isEqualTo(interval("1", "1"));
        assertThat(it.judged().notices()).extracting(Notice::kind).containsExactly(Notice.Kind.WAIVER_NOT_YET);
    }

    @Test
    void aWaiverNeverMakesAPassOfAnUnknown() {
        Case it = new Case().asks("A-01", "1", 10).saw(1, Case.STRENGTH.partial(20));
        it.signed = waived(waiver("W-1", "A-01"));

        assertThat(it.grade().interval().achieved()).isEmpty();
    }

    @Test
    void anAttestationAnswersAnOpenManualControl() {
        Case it = new Case().asks("A-01", "1", 10).manual("M-01", "1").server(1, 10);
        assertThat(it.grade().manual()).containsExactly("M-01");
        assertThat(it.grade().confirmed()).isFalse();

        it.signed = attested(attestation("M-01", true, TODAY.plusDays(100)));
        Assessment judged = it.judged();

        assertThat(judged.units().get(0).manual()).isEmpty();
        assertThat(judged.units().get(0).attested()).containsExactlyElementsOf(it.signed.attestations());
        assertThat(judged.units().get(0).confirmed()).isTrue();
        assertThat(judged.findings())
                .filteredOn(finding -> finding.control().manual())
                .singleElement()
                .satisfies(finding -> assertThat(finding.verdict().detail())
                        .contains("attested as met by auditor on " + TODAY.minusDays(10))
                        .contains("inspected: the racks"));
    }

    @Test
    void aUnitTellsOfThoseAttestationsAloneThatAnsweredSomethingAskedOfIt() {
        Case it = new Case()
                .asks("A-01", "1", 10)
                .manual("M-01", "1")
                .manual("M-02", "3.1")
                .server(1, 10)
                .requires("2");
        it.signed = attested(
                attestation("M-01", true, TODAY.plusDays(100)),
                attestation("M-02", true, TODAY.plusDays(100)),
                attestation("A-01", true, TODAY.plusDays(100)));
        assertThat(it.grade().attested()).extracting(Attestation::control).containsExactly("M-01");

        it.signed = attested(attestation("M-01", true, TODAY.minusDays(1)));
        assertThat(it.grade().attested()).isEmpty();
    }

    @Test
    void oneThatIsAttestedAsNotMetStopsTheLevel() {
        Case it = new Case().asks("A-01", "1", 10).manual("M-01", "2").server(1, 10);
        assertThat(it.grade().interval()).isEqualTo(interval("3.1", "3.1"));

        it.signed = attested(attestation("M-01", false, TODAY.plusDays(100)));

        assertThat(it.grade().interval()).isEqualTo(interval("1", "1"));
        assertThat(it.grade().blockedBy()).containsExactly("M-01");
    }

    @Test
    void anExpiredAttestationLeavesTheControlOpen() {
        Case it = new Case().asks("A-01", "1", 10).manual("M-01", "1").server(1, 10);
        it.signed = attested(attestation("M-01", true, TODAY.minusDays(1)));

        assertThat(it.grade().manual()).containsExactly("M-01");
        assertThat(it.judged().notices()).extracting(Notice::kind).containsExactly(Notice.Kind.ATTESTATION_EXPIRED);
    }

    @Test
    void evidenceThatContradictsAnAttestationCountsAndIsAFinding() {
        Case it = weak();
        it.signed = attested(attestation("A-02", true, TODAY.plusDays(100)));
        Assessment judged = it.judged();

        assertThat(judged.units().get(0).interval()).isEqualTo(interval("1", "1"));
        assertThat(judged.findings())
                .filteredOn(finding -> finding.check()
                        .filter("attestation.contradicted"::equals)
                        .isPresent())
                .singleElement()
                .satisfies(finding -> assertThat(finding.verdict().detail()).contains("evidence says otherwise"));
        Case strong = new Case().asks("A-01", "1", 10).asks("A-02", "2", 20).server(1, 20);
        strong.signed = it.signed;
        assertThat(strong.judged().findings()).hasSize(2);
    }

    @Test
    void whatObservationDecidesInPartMayBeAttestedWhereItWasSeenAndLeftOpen() {
        Case it = new Case().partly("P-01", "2", 20).server(1, 30).saw(2, Case.STRENGTH.partial(20));
        assertThat(it.grade().interval()).isEqualTo(interval("1", "3.1"));
        it.signed = attested(attestation("P-01", true, TODAY.plusDays(100)));
        assertThat(it.grade().interval()).isEqualTo(interval("3.1", "3.1"));
        it.signed = attested(attestation("P-01", false, TODAY.plusDays(100)));
        assertThat(it.grade().interval()).isEqualTo(interval("1", "1"));

        Case whole = new Case().asks("A-01", "2", 20).server(1, 30).saw(2, Case.STRENGTH.partial(20));
        whole.signed = attested(attestation("A-01", true, TODAY.plusDays(100)));
        assertThat(whole.grade().interval()).isEqualTo(interval("1", "3.1"));

        Case unseen = new Case().partly("P-01", "1", 20);
        unseen.signed = attested(attestation("P-01", true, TODAY.plusDays(100)));
        assertThat(unseen.grade().interval().achieved()).isEmpty();
    }

    @Test
    void ofSeveralTheNewestCounts() {
        Case it = new Case().asks("A-01", "1", 10).manual("M-01", "1").server(1, 10);
        it.signed = attested(
                attestation("M-01", false, TODAY.plusDays(100)),
                new Attestation("T-2", "M-01", "u", true, "b", "i", TODAY.minusDays(2), TODAY.plusDays(100)));

        assertThat(it.grade().interval()).isEqualTo(interval("3.1", "3.1"));
    }

    @Test
    void whatIsAskedAtTheVeryLevelIsTold() {
        Case it = new Case()
                .asks("A-01", "1", 10)
                .manual("M-01", "2")
                .server(1, 10)
                .requires("2");
        it.signed = attested(attestation("M-01", true, TODAY.plusDays(100)));
        assertThat(it.grade().attested()).extracting(Attestation::control).containsExactly("M-01");
        assertThat(it.requires("1").grade().attested()).isEmpty();
    }

    @Test
    void whatAnswersAtSeveralLevelsIsToldFromTheLowestOn() {
        Applies x = new Applies(Set.of("x"), Set.of(), Set.of(), false, false);
        Case it = new Case()
                .control("P-01", x, Automation.PARTIAL, Case.ask("1", 10, false), Case.ask("3.1", 20, false))
                .saw(1, Case.STRENGTH.partial(30))
                .requires("1");
        it.signed = attested(attestation("P-01", true, TODAY.plusDays(100)));
        assertThat(it.judged().findings()).hasSize(2).allMatch(finding -> finding.is(Result.PASS));
        assertThat(it.grade().attested()).hasSize(1);
    }

    @Test
    void evidenceAgainstAnotherControlContradictsNoAttestation() {
        Case it = weak().manual("M-01", "1");
        it.signed = attested(attestation("M-01", true, TODAY.plusDays(100)));
        assertThat(it.judged().findings())
                .hasSize(3)
                .noneMatch(finding ->
                        finding.check().filter(Attesting.CONTRADICTED::equals).isPresent());
    }

    @Test
    void anAttestationOfWhatIsAskedNowhereIsUnusedAndOneThatEvidenceDecidedIsNot() {
        Case it = weak().control("N-01", Set.of("y"), Case.ask("1", 10, false));
        it.signed = attested(attestation("N-01", true, TODAY.plusDays(100)));
        assertThat(it.judged().notices()).extracting(Notice::kind).containsExactly(Notice.Kind.ATTESTATION_UNUSED);
        it.signed = attested(attestation("A-02", true, TODAY.plusDays(100)));
        assertThat(it.judged().notices()).as("it is contradicted").isEmpty();
        it.signed = attested(attestation("A-01", true, TODAY.plusDays(100)));
        assertThat(it.judged().notices()).as("evidence says the same").isEmpty();
    }

    @Test
    void theNearnessOfAnAttestationsLastDayIsTold() {
        Case it = new Case().asks("A-01", "1", 10).manual("M-01", "1").server(1, 10);
        it.signed = attested(attestation("M-01", true, TODAY.plusDays(30)));
        assertThat(it.judged().notices()).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(Notice.Kind.ATTESTATION_EXPIRES_SOON);
            assertThat(notice.text()).isEqualTo("attestation T-1 (M-01) is valid until " + TODAY.plusDays(30));
        });
        it.signed = attested(attestation("M-01", true, TODAY.plusDays(31)));
        assertThat(it.judged().notices()).isEmpty();
    }

    @Test
    void aWaiverForAProductHoldsOnlyWhereThatIsTheSoftware() {
        Case it = weak().saw(2, CommonFacts.SOFTWARE.complete("Dropbear", "2020", null))
                .saw(1, CommonFacts.SOFTWARE.complete("nginx", "1.18.0", null))
                .saw(1, FactType.of("x.other", "").text("product", "").complete("OpenSSH"));
        for (String product : List.of("Dropbear", "OpenSSH")) {
            it.signed = waived(ofProduct(product));
            assertThat(it.judged().notices())
                    .as("Dropbear runs on another host, and OpenSSH is no software there")
                    .extracting(Notice::kind)
                    .containsExactly(Notice.Kind.WAIVER_UNUSED);
        }
        it.signed = waived(ofProduct("NGINX"));
        assertThat(it.judged().notices()).isEmpty();
    }

    @Test
    void whatIsSaidOfASignatureIsSaidUnderEachProfile() {
        Case it = weak();
        it.signed = waived(waiver("W-1", "A-01"));
        Assessments both = new Assessments(it.judged(), List.of(it.judged()));
        assertThat(both.all()).extracting(one -> one.notices().size()).containsExactly(1, 1);
        assertThat(both.profiles()).hasSize(2).containsOnly(it.judged().profile());
    }

    private static Waiver ofProduct(String product) {
        Waiver any = waiver("W-1", "A-02");
        return new Waiver(
                any.id(),
                any.control(),
                any.unit(),
                any.endpoint(),
                product,
                any.reason(),
                any.compensating(),
                any.owner(),
                any.approver(),
                any.from(),
                any.expires());
    }

    private static Case weak() {
        return new Case().asks("A-01", "1", 10).asks("A-02", "2", 20).server(1, 10);
    }

    private static Interval interval(String achieved, String possible) {
        return new Interval(level(achieved), level(possible));
    }

    private static Optional<Level> level(String id) {
        return Optional.of(Case.level(id));
    }

    static Signed waived(Waiver... waivers) {
        return new Signed(List.of(waivers), List.of());
    }

    private static Signed attested(Attestation... attestations) {
        return new Signed(List.of(), List.of(attestations));
    }

    static Waiver waiver(String id, String control) {
        return waiver(id, control, TODAY.minusDays(10), TODAY.plusDays(100));
    }

    static Waiver waiver(String id, String control, LocalDate from, LocalDate expires) {
        return new Waiver(
                id,
                control,
                "",
                Optional.empty(),
                "",
                "reason",
                new Waiver.Compensating("other", "says"),
                "owner",
                "approver",
                from,
                expires);
    }

    private static Attestation attestation(String control, boolean met, LocalDate until) {
        return new Attestation("T-1", control, "", met, "auditor", "the racks", TODAY.minusDays(10), until);
    }
}
