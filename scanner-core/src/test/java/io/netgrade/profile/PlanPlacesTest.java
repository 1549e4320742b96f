// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.netgrade.scan.ProtocolCatalog;
import io.netgrade.scan.TargetFile;
import io.netgrade.yaml.MistakesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files and folders that a plan names. */
class PlanPlacesTest {
    private static final String PLAN = """
            schema: netgrade.plan/1
            units: [{id: a, captures: [a.pcap]}]
            """;

    @TempDir
    private Path folder;

    /** No system has a file with NUL in its name, and some none with other characters. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "profile: \"a\\0b\"|profile cannot be the name of a file: Nul character not allowed",
                "profiles: [\"x/a\\0b\"]|profile cannot be the name of a file: Nul character not allowed",
                "recog: \"a\\0b\"|recog: Nul character not allowed",
                "state: \"a\\0b\"|state: Nul character not allowed",
                "scope: \"a\\0b\"|scope: Nul character not allowed",
                "lifecycles: \"a\\0b\"|lifecycles: Nul character not allowed",
                "waivers: \"a\\0b\"|waivers: Nul character not allowed",
                "attestations: [\"a\\0b\"]|attestations: Nul character not allowed",
                "probing: {trust-store: \"a\\0b\"}|trust-store: Nul character not allowed",
                "probing: {ct-logs: \"a\\0b\"}|ct-logs: Nul character not allowed",
                "probing: {record: \"a\\0b\"}|record: Nul character not allowed",
                "consent: {snmp-communities: \"a\\0b\"}|snmp-communities: Nul character not allowed",
                "scope: [a, b]|scope must be a single value, not a list",
                "probing: {rate: [5, 6]}|rate must be a single value, not a list",
                "recog: [a, b]|recog must be a single value, not a list",
                "lifecycles: [a, b]|lifecycles must be a single value, not a list",
            })
    void aNameThatNoFileCanHaveIsAMistakeOfItsLine(String key, String told) {
        assertThat(mistakes(PLAN + key + "\n")).singleElement().asString().startsWith("plan.yaml:3: " + told);
    }

    @Test
    void aTableOfDatesIsThatOfEachUnit() throws Exception {
        Files.writeString(
                folder.resolve("dates.yml"),
                "schema: netgrade.lifecycles/1\nproducts: [{product: x, source: y, cycles: []}]\n");

        assertThat(read(PLAN).units().get(0).stated().lifecycles()).isEmpty();
        assertThat(read(PLAN + "lifecycles: dates.yml\n")
                        .units()
                        .get(0)
                        .stated()
                        .lifecycles())
                .isPresent();
        assertThat(mistakes(PLAN + "lifecycles: none.yml\n")).containsExactly("none.yml: there is no such file");
    }

    @Test
    void aUnitOwnsAllThatItsInputsHoldUnlessItNamesAddressesOrTargets() throws Exception {
        String unit = "schema: netgrade.plan/1\nscope: {allow: [192.0.2.1]}\nunits: [{id: a, captures: [a.pcap]%s}]\n";

        assertThat(ownsAll(unit.formatted(""))).isTrue();
        assertThat(ownsAll(unit.formatted(", addresses: [192.0.2.1]"))).isFalse();
        assertThat(ownsAll(unit.formatted(", targets: [192.0.2.1]"))).isFalse();
    }

    private boolean ownsAll(String plan) throws MistakesException, IOException {
        return read(plan).units().get(0).ownsAllItHolds();
    }

    @Test
    void aPlanHasUnits() {
        assertThat(mistakes("schema: netgrade.plan/1\n")).containsExactly("plan.yaml:1: units is missing");
        assertThat(mistakes("schema: netgrade.plan/1\nunits: []\n"))
                .containsExactly("plan.yaml:2: a plan needs at least one unit");
    }

    @Test
    void inspectionsMayStandInThePlanItself() throws Exception {
        String inspected = """
                attestations:
                  - {id: T-1, control: BND-03, result: met, by: Zhao, inspected: logs, on: 2026-01-01, valid-until: 2026-12-31}
                """;

        assertThat(read(PLAN + inspected).signed().attestations())
                .extracting(Attestation::id)
                .containsExactly("T-1");
        assertThat(read(PLAN).signed()).isEqualTo(Signed.NOTHING);
    }

    @Test
    void levelsMayBeAskedUnderTheProfilesBesideItsOwn() throws Exception {
        String plan = """
                schema: netgrade.plan/1
                profiles: [mlps-2.0, mozilla-tls]
                units:
                  - {id: a, captures: [a.pcap], required-under: {mlps-2.0: "3"}}
                """;

        assertThat(read(plan).units().get(0).requiredUnder())
                .hasSize(1)
                .hasEntrySatisfying("mlps-2.0", level -> assertThat(level.id()).isEqualTo("3"));
        assertThat(mistakes(plan.replace("\"3\"", "\"9\"")))
                .containsExactly("plan.yaml:4: mlps-2.0 \"9\" is not one of 1, 2, 3, 4");
        assertThat(mistakes(plan.replace("{mlps-2.0:", "{mlps:")))
                .containsExactly("plan.yaml:4: key \"mlps\" is not one of mlps-2.0, mozilla-tls");
    }

    @Test
    void whereTheCommandNamesOtherProfilesThanThePlanItsLevelsUnderThemMayBeOfNone() throws Exception {
        Path plan = Files.writeString(folder.resolve("plan.yaml"), """
                schema: netgrade.plan/1
                units:
                  - {id: a, captures: [a.pcap], required-under: {mlps-2.0: "3", gm-crypto: "1"}}
                """);
        Plan read = new PlanReader(ProtocolCatalog.vocabulary(), TargetFile::read)
                .read(plan, List.of("miit-telecom", "mlps-2.0"));

        assertThat(read.units().get(0).requiredUnder()).containsOnlyKeys("mlps-2.0");
    }

    private Plan read(String text) throws MistakesException, IOException {
        return new PlanReader(ProtocolCatalog.vocabulary(), TargetFile::read)
                .read(Files.writeString(folder.resolve("plan.yaml"), text), Optional.empty());
    }

    private List<String> mistakes(String text) {
        return catchThrowableOfType(MistakesException.class, () -> read(text)).mistakes().stream()
                .map(mistake -> mistake.toString().replace(folder + "/", ""))
                .toList();
    }
}
