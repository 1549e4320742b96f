// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.netgrade.scan.Judging;
import io.netgrade.scan.ProtocolCatalog;
import io.netgrade.scan.TargetFile;
import io.netgrade.yaml.MistakesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignedReaderTest {
    private static final String WAIVERS = """
            schema: netgrade.waivers/1
            waivers:
              - id: W-1
                control: MGT-01
                unit: ims
                endpoint: 192.0.2.1:23/tcp
                product: Cisco IOS
                reason: replaced in June
                compensating: {kind: two-factor, says: one-time passwords}
                owner: Li
                approver: Wang
                from: 2026-01-01
                expires: 2026-06-30
            """;
    private static final String ATTESTATIONS = """
            schema: netgrade.attestations/1
            attestations:
              - {id: T-1, control: MAN-01, result: met, by: Zhao, inspected: the logs, on: 2026-01-01, valid-until: 2026-12-31}
            """;

    @TempDir
    private Path folder;

    @Test
    void readsWhatAWaiverSays() throws Exception {
        Waiver waiver = read(WAIVERS).waivers().get(0);

        assertThat(waiver.control()).isEqualTo("MGT-01");
        assertThat(waiver.endpoint()).map(Object::toString).contains("192.0.2.1:23/tcp");
        assertThat(waiver.compensating().kind()).isEqualTo("two-factor");
        assertThat(waiver.holdsOn(LocalDate.parse("2026-06-30"))).isTrue();
        assertThat(waiver.holdsOn(LocalDate.parse("2026-07-01"))).isFalse();
        assertThat(waiver.holdsOn(LocalDate.parse("2025-12-31"))).isFalse();
    }

    @Test
    void readsWhatAnAttestationSays() throws Exception {
        Attestation attestation = read(ATTESTATIONS.replace("MAN-01", manualControl()))
                .attestations()
                .get(0);

        assertThat(attestation.met()).isTrue();
        assertThat(attestation.by()).isEqualTo("Zhao");
        assertThat(attestation.holdsOn(LocalDate.parse("2026-12-31"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "netgrade.waivers/1 | netgrade.waiver/1 | 1: schema is \"netgrade.waiver/1\", must be netgrade.waivers/1",
                "waivers: | waiver: | 1: waivers is missing",
                "waivers: | waiver: | 2: key \"waiver\" is not one of schema, waivers; did you mean \"waivers\"?",
                "- id: W-1 | - name: W-1 | 3: id is missing",
                "unit: ims | units: ims | 5: key \"units\" is not one of id, control, unit, endpoint, product, reason,"
                        + " compensating, owner, approver, from, expires; did you mean \"unit\"?",
                "endpoint: 192.0.2.1:23/tcp | endpoint: host.example | 6: endpoint: \"host.example\" is no address: hosts"
                        + " have several",
                "reason: | why: | 3: reason is missing",
                "compensating: | instead: | 3: compensating is missing",
                "kind: two-factor | sort: two-factor | 9: kind is missing",
                "kind: two-factor | sort: two-factor | 9: key \"sort\" is not one of kind, says",
                "says: one-time passwords | kinds: x | 9: says is missing",
                "owner: Li | owners: Li | 3: owner is missing",
                "approver: Wang | approved: Wang | 3: approver is missing",
                "approver: Wang | approver: li | 11: approver must not be the owner, unless the plan has self-approval: true",
                "from: 2026-01-01 | of: 2026-01-01 | 3: from is missing",
                "expires: 2026-06-30 | ends: 2026-06-30 | 3: expires is missing",
                "expires: 2026-06-30 | expires: never | 13: expires: \"never\" is no day such as 2026-11-23",
                "expires: 2026-06-30 | expires: 2025-12-31 | 13: expires lies before its beginning",
            })
    void tellsMistakesOfWaiversWithTheirLines(String from, String to, String told) {
        assertThat(WAIVERS).contains(from);
        assertThat(mistakes(WAIVERS.replace(from, to))).contains(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "netgrade.attestations/1 | netgrade.waivers/1 | 1: schema is \"netgrade.waivers/1\", must be"
                        + " netgrade.attestations/1",
                "schema: netgrade.attestations/1 | waivers: [] | 1: key \"waivers\" is not one of schema, attestations",
                "id: T-1 | ids: T-1 | 3: id is missing",
                "result: met | results: met | 3: result is missing",
                "result: met | results: met | 3: key \"results\" is not one of id, control, unit, result, by, inspected, on,"
                        + " valid-until; did you mean \"result\"?",
                "result: met | result: maybe | 3: result \"maybe\" is not one of met, not-met",
                "by: Zhao | of: Zhao | 3: by is missing",
                "inspected: the logs | inspect: the logs | 3: inspected is missing",
                "on: 2026-01-01 | at: 2026-01-01 | 3: on is missing",
                "on: 2026-01-01 | on: today | 3: on: \"today\" is no day such as 2026-11-23",
                "valid-until: 2026-12-31 | valid: 2026-12-31 | 3: valid-until is missing",
                "valid-until: 2026-12-31 | valid-until: 2025-12-31 | 3: valid-until lies before its beginning",
            })
    void tellsMistakesOfAttestationsWithTheirLines(String from, String to, String told) {
        assertThat(ATTESTATIONS).contains(from);
        assertThat(mistakes(ATTESTATIONS.replace(from, to))).contains(told);
    }

    @Test
    void aControlThatNoProfileHasIsToldWithTheNearestName() {
        assertThat(mistakes(WAIVERS.replace("MGT-01", "MGT-0")))
                .singleElement()
                .asString()
                .startsWith("4: control \"MGT-0\" is not one of ")
                .contains("; did you mean \"MGT-0");
    }

    @Test
    void anIdIsGivenOnce() {
        String entry = WAIVERS.substring(WAIVERS.indexOf("  - id"));

        assertThat(mistakes(WAIVERS + entry)).containsExactly("14: id \"W-1\" is there twice");
        assertThat(mistakes(WAIVERS + entry.replace("W-1", "W-2").replace("owner: Li", "owner: Wang")))
                .containsExactly("22: approver must not be the owner, unless the plan has self-approval: true");
    }

    @Test
    void anInspectionThatFoundItNotMetSaysSo() throws Exception {
        Attestation said = read(ATTESTATIONS
                        .replace("MAN-01", manualControl())
                        .replace("result: met", "result: not-met, unit: ims"))
                .attestations()
                .get(0);

        assertThat(said.met()).isFalse();
        assertThat(said.unit()).isEqualTo("ims");
        assertThat(said.holdsOn(LocalDate.parse("2025-12-31"))).isFalse();
        assertThat(said.holdsOn(LocalDate.parse("2027-01-01"))).isFalse();
    }

    @Test
    void aWaiverHoldsForOneDay() throws Exception {
        Waiver waiver =
                read(WAIVERS.replace("2026-06-30", "2026-01-01")).waivers().get(0);

        assertThat(waiver.holdsOn(LocalDate.parse("2026-01-01"))).isTrue();
        assertThat(waiver.holdsOn(LocalDate.parse("2026-01-02"))).isFalse();
    }

    @Test
    void aFileThatIsTooLargeIsNotRead() {
        assertThat(mistakes(WAIVERS + "#".repeat(4 << 20))).containsExactly("is larger than 4194304 bytes");
    }

    @Test
    void ofSeveralProfilesEachKnowsItsOwn() throws Exception {
        Profile telecom = profile();
        Profile mlps = Judging.profile("mlps-2.0");
        String entry = WAIVERS.substring(WAIVERS.indexOf("  - id"));
        String both = WAIVERS + entry.replace("W-1", "W-2").replace("MGT-01", "CES-101");
        Files.writeString(folder.resolve("inspected.yaml"), ATTESTATIONS.replace("MAN-01", manualControl()));
        SignedReader reader = new SignedReader(List.of(telecom, mlps), false);
        Signed signed = reader.read(Files.writeString(folder.resolve("signed.yaml"), both))
                .with(reader.read(folder.resolve("inspected.yaml")));

        assertThat(signed.waivers()).extracting(Waiver::id).containsExactly("W-1", "W-2");
        assertThat(signed.under(telecom).waivers()).extracting(Waiver::id).containsExactly("W-1");
        assertThat(signed.under(telecom).attestations())
                .extracting(Attestation::id)
                .containsExactly("T-1");
        assertThat(signed.under(mlps).waivers()).extracting(Waiver::id).containsExactly("W-2");
        assertThat(signed.under(mlps).attestations()).isEmpty();
    }

    @Test
    void whatObservationDecidesIsNotAttested() {
        assertThat(catchThrowableOfType(MistakesException.class, () -> read(ATTESTATIONS.replace("MAN-01", "MGT-01")))
                        .mistakes())
                .singleElement()
                .asString()
                .contains("control MGT-01 is decided by observation alone");
    }

    @Test
    void plansNameThemOrHoldThem() throws Exception {
        Files.writeString(folder.resolve("w.yaml"), WAIVERS);
        String plan = "schema: netgrade.plan/1\nunits: [{id: ims, captures: [a.pcap]}]\n";

        assertThat(plan(plan + "waivers: w.yaml\n").signed().waivers()).hasSize(1);
        assertThat(plan(plan + "waivers: [w.yaml]\n").signed().waivers()).hasSize(1);
        assertThat(plan(plan + WAIVERS.substring(WAIVERS.indexOf("waivers:")))
                        .signed()
                        .waivers())
                .hasSize(1);
        String own = plan + WAIVERS.substring(WAIVERS.indexOf("waivers:")).replace("approver: Wang", "approver: Li");
        assertThat(catchThrowableOfType(MistakesException.class, () -> plan(own)))
                .isNotNull();
        assertThat(plan(own + "self-approval: true\n").signed().waivers()).hasSize(1);
        assertThat(catchThrowableOfType(MistakesException.class, () -> plan(plan + "waivers: none.yaml\n"))
                        .mistakes())
                .singleElement()
                .asString()
                .contains("none.yaml", "cannot be read");
    }

    /** Each as its line, if it has one, and what it says. */
    private List<String> mistakes(String text) {
        return catchThrowableOfType(MistakesException.class, () -> read(text)).mistakes().stream()
                .map(mistake ->
                        mistake.toString().replace(folder + "/signed.yaml:", "").strip())
                .toList();
    }

    private static String manualControl() throws MistakesException {
        return profile().controls().stream()
                .filter(Control::manual)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private Plan plan(String text) throws IOException, MistakesException {
        return new PlanReader(ProtocolCatalog.vocabulary(), TargetFile::read)
                .read(Files.writeString(folder.resolve("plan.yaml"), text), Optional.empty());
    }

    private Signed read(String text) throws IOException, MistakesException {
        return new SignedReader(profile(), false).read(Files.writeString(folder.resolve("signed.yaml"), text));
    }

    private static Profile profile() throws MistakesException {
        return Judging.profile("miit-telecom");
    }
}
