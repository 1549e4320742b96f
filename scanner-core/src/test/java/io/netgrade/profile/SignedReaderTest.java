// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.netgrade.scan.Judging;
import io.netgrade.scan.ProtocolCatalog;
import io.netgrade.scan.TargetFile;
import io.netgrade.yaml.Mistake;
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
        String control = profile().controls().stream()
                .filter(Control::manual)
                .findFirst()
                .orElseThrow()
                .id();
        Attestation attestation =
                read(ATTESTATIONS.replace("MAN-01", control)).attestations().get(0);

        assertThat(attestation.met()).isTrue();
        assertThat(attestation.by()).isEqualTo("Zhao");
        assertThat(attestation.holdsOn(LocalDate.parse("2026-12-31"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "approver: Wang|approver: li|approver must not be the owner, unless the plan has self-approval: true",
                "control: MGT-01|control: MGT-99|control \"MGT-99\" is not one of",
                "kind: two-factor|kind: two-factors|kind \"two-factors\" is not one of",
                "expires: 2026-06-30|expires: 2025-06-30|expires lies before its beginning",
                "expires: 2026-06-30|expires: never|expires: \"never\" is no day such as 2026-11-23",
                "endpoint: 192.0.2.1:23/tcp|endpoint: host.example|endpoint: \"host.example\" is no address",
                "owner: Li|owners: Li|owner is missing",
            })
    void tellsMistakesWithTheirLines(String from, String to, String message) {
        assertThat(WAIVERS).contains(from);
        List<Mistake> mistakes = catchThrowableOfType(MistakesException.class, () -> read(WAIVERS.replace(from, to)))
                .mistakes();

        assertThat(mistakes).anySatisfy(mistake -> {
            assertThat(mistake.message()).startsWith(message);
            assertThat(mistake.line()).isPositive();
        });
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
