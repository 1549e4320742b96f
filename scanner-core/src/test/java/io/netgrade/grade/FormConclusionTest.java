// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.check.Seen;
import io.netgrade.fact.Attempts;
import io.netgrade.fact.Collected;
import io.netgrade.fact.Observation;
import io.netgrade.fact.Run;
import io.netgrade.grade.FormConclusion.Known;
import io.netgrade.grade.FormConclusion.RiskKnown;
import io.netgrade.profile.Attestation;
import io.netgrade.profile.Control;
import io.netgrade.profile.Profile;
import io.netgrade.profile.ResultForm.Risk;
import io.netgrade.profile.ResultForm.Verdict;
import io.netgrade.profile.Signed;
import io.netgrade.profile.Waiver;
import io.netgrade.scan.Judging;
import io.netgrade.yaml.MistakesException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What the report templates of mlps-2.0 would conclude. */
class FormConclusionTest {
    private static final LocalDate DAY = Seen.NOW.atZone(ZoneOffset.UTC).toLocalDate();
    private static Profile profile;

    @BeforeAll
    static void read() throws MistakesException {
        profile = Judging.profile("mlps-2.0");
    }

    @Test
    void nothingAttestedLeavesEveryVerdictOpen() {
        List<FormConclusion> forms = judged("3", "", Signed.NOTHING, "whois");
        assertThat(forms).extracting(one -> one.form().id()).containsExactly("2021", "2025");
        for (FormConclusion one : forms) {
            assertThat(one.items()).isEqualTo(211);
            assertThat(one.met()).isZero();
            assertThat(one.broken()).isZero();
            assertThat(one.least()).isEqualByComparingTo("0");
            assertThat(one.most()).isEqualByComparingTo("100");
            assertThat(one.verdicts()).isEqualTo(one.form().verdicts());
            assertThat(one.decided()).isFalse();
            assertThat(one.risks()).extracting(RiskKnown::known).containsOnly(Known.OPEN);
        }
        assertThat(judged("2", "", Signed.NOTHING, "whois").get(0).items()).isEqualTo(135);
    }

    @Test
    void itemsOfAnExtensionCountForUnitsOfItsTypes() {
        assertThat(judged("3", "public-cloud", Signed.NOTHING, "whois").get(0).items())
                .isEqualTo(211 + 46);
    }

    @Test
    void everythingAttestedAndNothingAgainstItIsTheBestVerdict() {
        List<FormConclusion> forms = judged("3", "", attested("", true), "whois");
        assertThat(forms).allSatisfy(one -> {
            assertThat(one.met()).isEqualTo(211);
            assertThat(one.least()).isEqualByComparingTo("100");
            assertThat(one.most()).isEqualByComparingTo("100");
            assertThat(one.risks()).extracting(RiskKnown::known).containsOnly(Known.NONE);
        });
        assertThat(forms)
                .flatExtracting(FormConclusion::verdicts)
                .extracting(Verdict::id)
                .containsExactly("excellent", "compliant");
    }

    /** ABS-03 has four of the 211 items of level 3. */
    @Test
    void whatIsLeftOpenIsAnIntervalAndNoNumber() {
        List<FormConclusion> forms = judged("3", "", attested("ABS-03", true), "whois");
        assertThat(forms.get(0).met()).isEqualTo(207);
        assertThat(forms.get(0).least()).isEqualByComparingTo("94.31"); // 100 - 4 * 3 * 100 / 211, down
        assertThat(forms.get(0).most()).isEqualByComparingTo("100");
        assertThat(forms.get(1).least()).isEqualByComparingTo("98.1"); // 100 * 207 / 211, down
        assertThat(forms.get(1).verdicts()).extracting(Verdict::id).containsExactly("compliant", "basically-compliant");
        assertThat(forms.get(0).verdicts()).extracting(Verdict::id).containsExactly("excellent", "good", "poor");
    }

    @Test
    void anAttestedFailureTakesAtLeastOneItem() {
        Signed signed = new Signed(List.of(), List.of(attestation("MMS-13", false)));
        List<FormConclusion> forms = judged("3", "", signed, "whois");
        assertThat(forms.get(0).broken()).isEqualTo(1);
        assertThat(forms.get(0).most()).isEqualByComparingTo("99.77"); // 100 - 0.5 * 100 / 211, up
        assertThat(forms.get(1).most()).isEqualByComparingTo("99.77");
    }

    /** SMC-402 fails, which observation decides in full, and case 6.5.1.1 takes no mitigation. */
    @Test
    void aHighRiskThatNothingLowersIsPoorWhateverElseIsOpen() {
        FormConclusion form = judged("3", "", Signed.NOTHING, "gnmi").get(0);
        assertThat(form.risks()).contains(new RiskKnown(Risk.HIGH, Known.THERE));
        assertThat(form.verdicts()).extracting(Verdict::id).containsExactly("poor");
        assertThat(form.least()).isLessThan(form.most());
        assertThat(judged("2", "", Signed.NOTHING, "gnmi").get(0).decided())
                .as("the case is one from level 3 on")
                .isFalse();
    }

    @Test
    void aRiskIsThatOfItsUnitAlone() {
        List<Observation> seen =
                List.of(Seen.recognised(Seen.endpoint(1, 23), "whois"), Seen.recognised(Seen.endpoint(2, 23), "gnmi"));
        Run run = new Run("run-1", "0.1.0", "analyze", Seen.NOW, Seen.NOW, "untrusted", true);
        Assessment judged = Judging.judge(
                new Collected(run, seen, Attempts.of(List.of()), List.of(), List.of()),
                profile,
                List.of(host(1), host(2)),
                Signed.NOTHING,
                Optional.empty());
        RiskKnown high = new RiskKnown(Risk.HIGH, Known.THERE);
        assertThat(FormConclusion.of(judged))
                .filteredOn(one -> one.form().id().equals("2021"))
                .satisfiesExactly(
                        one -> assertThat(one.risks()).doesNotContain(high),
                        other -> assertThat(other.risks()).contains(high));
        assertThat(HighRiskFound.of(judged)).isNotEmpty().allSatisfy(found -> {
            assertThat(found.unit()).isEqualTo("host 2");
            assertThat(found.controls())
                    .doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(found.failed().stream()
                            .map(finding -> finding.control().id())
                            .collect(Collectors.toSet()));
        });
    }

    private static UnitScope host(int host) {
        return new UnitScope(
                "host " + host,
                "",
                "",
                "untrusted",
                profile.level("3"),
                seen -> seen.service().endpoint().equals(Seen.endpoint(host, 23)),
                any -> true);
    }

    /** SMC-401 fails and makes the same case, but observation decides it only in part. */
    @Test
    void aHighRiskThatIsSeenOnlyInPartIsForAPerson() {
        FormConclusion form = judged("3", "", Signed.NOTHING, "syslog").get(0);
        assertThat(form.broken()).isPositive();
        assertThat(form.risks()).contains(new RiskKnown(Risk.HIGH, Known.OPEN));
        assertThat(form.decided()).isFalse();
    }

    /** Data services answer strangers: case 6.3.2.1, which filters on the hosts may lower. */
    @Test
    void aRiskThatMayBeMitigatedDecidesNothing() {
        List<FormConclusion> forms = judged("2", "", Signed.NOTHING, "redis");
        assertThat(forms.get(0).risks()).contains(new RiskKnown(Risk.HIGH, Known.OPEN));
        assertThat(forms.get(0).verdicts()).extracting(Verdict::id).contains("excellent", "poor");
        assertThat(forms.get(0).majorRisks()).isEmpty();
        assertThat(forms.get(1).risks()).containsExactly(new RiskKnown(Risk.MAJOR_HIDDEN, Known.OPEN));
        assertThat(forms.get(1).majorRisks()).contains("A-11");
        assertThat(forms.get(1).decided()).isFalse();
    }

    @Test
    void waiversMoveNoForm() {
        List<Waiver> waivers = new ArrayList<>();
        for (Control control : profile.controls()) {
            waivers.add(new Waiver(
                    "W-" + control.id(),
                    control.id(),
                    "",
                    Optional.empty(),
                    "",
                    "r",
                    new Waiver.Compensating("two-factor", "s"),
                    "o",
                    "a",
                    DAY,
                    DAY));
        }
        assertThat(judged("3", "", Signed.NOTHING, "telnet").get(0).broken())
                .isEqualTo(judged("3", "", new Signed(waivers, List.of()), "telnet")
                        .get(0)
                        .broken());
    }

    @Test
    void thereIsNoConclusionWithoutALevelOrAForm() throws MistakesException {
        assertThat(FormConclusion.of(judge(profile, Optional.empty(), "", Signed.NOTHING, "telnet")))
                .isEmpty();
        assertThat(FormConclusion.of(
                        judge(Judging.profile("miit-telecom"), Optional.of("2"), "", Signed.NOTHING, "telnet")))
                .isEmpty();
    }

    @Test
    void thereIsNoConclusionWhereNoItemIsOfTheLevel() {
        Profile none = new Profile(
                profile.id(),
                profile.version(),
                profile.title(),
                "",
                "",
                List.of(),
                "",
                profile.levels(),
                profile.controls().stream().filter(control -> !control.manual()).toList(),
                List.of(),
                List.of(),
                Optional.empty(),
                profile.highRisks(),
                profile.forms());
        assertThat(FormConclusion.of(judge(none, Optional.of("3"), "", Signed.NOTHING, "whois")))
                .isEmpty();
    }

    @Test
    void openCasesOfExactlyABoundTakeTheLowerVerdict() {
        Set<String> ids = Stream.of("PES", "CNS", "ABS", "CES", "SMC").collect(Collectors.toSet());
        assertThat(profile.forms().orElseThrow().items().technical()).isEqualTo(ids);
        Verdict compliant =
                profile.forms().orElseThrow().forms().get(1).verdicts().get(0);
        FormBounds at = new FormBounds(BigDecimal.valueOf(900), BigDecimal.valueOf(900), 10);
        assertThat(at.mostReaches(compliant)).isFalse();
        assertThat(new FormBounds(BigDecimal.valueOf(901), BigDecimal.valueOf(901), 10).leastReaches(compliant))
                .isTrue();
        Verdict excellent =
                profile.forms().orElseThrow().forms().get(0).verdicts().get(0);
        assertThat(at.leastReaches(excellent)).isTrue();
    }

    /** Points attested by chance, as met or not, before a service of a kind that fails something or nothing. */
    @RepeatedTest(40)
    void decidingWhatIsOpenOnlyNarrows(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        String protocol = List.of("whois", "telnet", "gnmi", "syslog").get(random.nextInt(4));
        String level = List.of("1", "2", "3", "4").get(random.nextInt(4));
        List<Attestation> said = new ArrayList<>();
        for (Control control : profile.controls()) {
            if (control.manual() && random.nextInt(3) > 0) {
                said.add(attestation(control.id(), random.nextInt(8) > 0));
            }
        }
        List<FormConclusion> before =
                judged(level, "", new Signed(List.of(), said.subList(0, said.size() / 2)), protocol);
        List<FormConclusion> after = judged(level, "", new Signed(List.of(), said), protocol);
        for (int i = 0; i < after.size(); i++) {
            assertThat(after.get(i).least())
                    .isBetween(before.get(i).least(), after.get(i).most());
            assertThat(after.get(i).most()).isLessThanOrEqualTo(before.get(i).most());
            assertThat(before.get(i).verdicts()).containsAll(after.get(i).verdicts());
            assertThat(after.get(i).verdicts()).isNotEmpty();
        }
    }

    private static Signed attested(String but, boolean met) {
        return new Signed(
                List.of(),
                profile.controls().stream()
                        .filter(control -> control.manual() && !control.id().equals(but))
                        .map(control -> attestation(control.id(), met))
                        .toList());
    }

    private static Attestation attestation(String control, boolean met) {
        return new Attestation("A-" + control, control, "", met, "someone", "papers", DAY, DAY.plusYears(1));
    }

    private static List<FormConclusion> judged(String level, String type, Signed signed, String protocol) {
        return FormConclusion.of(judge(profile, Optional.of(level), type, signed, protocol));
    }

    private static Assessment judge(
            Profile profile, Optional<String> level, String type, Signed signed, String protocol) {
        List<Observation> seen = List.of(Seen.recognised(Seen.endpoint(1, 23), protocol));
        Run run = new Run("run-1", "0.1.0", "analyze", Seen.NOW, Seen.NOW, "untrusted", true);
        UnitScope unit =
                new UnitScope("all", "", type, "untrusted", level.flatMap(profile::level), any -> true, any -> true);
        return Judging.judge(
                new Collected(run, seen, Attempts.of(List.of()), List.of(), List.of()),
                profile,
                List.of(unit),
                signed,
                Optional.empty());
    }
}
