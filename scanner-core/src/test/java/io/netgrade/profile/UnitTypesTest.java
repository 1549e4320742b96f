// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.scan.ProtocolCatalog;
import io.netgrade.yaml.Text;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTypesTest {
    private static final SoundFile TYPES = new SoundFile("""
            schema: netgrade.unit-types/1
            administration: [ssh, snmp]
            unit-types:
              - {id: epc, title: {en: Core, zh: 核心网}, verified: false, exposes: [gtp-c]}
              - {id: ran, title: {en: Radio, zh: 无线网}, standard: YD/T 1, verified: true, exposes: [s1ap, esp]}
            """);

    @Test
    void typesAreReadInTheOrderOfTheFile() {
        UnitTypes.Read read = TYPES.read(UnitTypes::read);

        assertThat(read.types())
                .containsExactly(
                        Map.entry("epc", new UnitType("epc", new Text("Core", "核心网"), "", false, List.of("gtp-c"))),
                        Map.entry(
                                "ran",
                                new UnitType("ran", new Text("Radio", "无线网"), "YD/T 1", true, List.of("s1ap", "esp"))));
        assertThat(read.administration()).containsExactly("ssh", "snmp");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            unit-types/1 | unit-types/2 | f:1: schema is "netgrade.unit-types/2", must be netgrade.unit-types/1
            administration: | run-by: | f:2: key "run-by" is not one of schema, administration, unit-types
            id: ran | id: epc | f:5: unit type epc is there twice
            `id: ran, ` | | f:5: id is missing
            , zh: 无线网 | | f:5: title is missing in zh
            verified: true | checked: true | f:5: key "checked" is not one of id, title, standard, verified, exposes
            """)
    void eachMistakeIsTold(String from, String to, String mistakes) {
        assertThat(String.join("; ", TYPES.told(from, to, UnitTypes::read))).isEqualTo(mistakes);
    }

    @Test
    void everyTypeExposesProtocolsThatThisBuildKnows() {
        var known = ProtocolCatalog.vocabulary().protocols();
        assertThat(UnitTypes.shipped().values()).allSatisfy(type -> {
            assertThat(type.exposes()).as(type.id()).isNotEmpty().doesNotHaveDuplicates();
            assertThat(known).as(type.id()).containsAll(type.exposes());
        });
        assertThat(known).containsAll(UnitTypes.administration());
    }

    @Test
    void aNumberThatIsVerifiedIsOneThatIsThere() {
        assertThat(UnitTypes.shipped().values())
                .filteredOn(UnitType::verified)
                .isNotEmpty()
                .noneMatch(type -> type.standard().isEmpty());
    }

    @Test
    void whatIsExpectedDependsOnTypeDeclarationAndVantage() {
        assertThat(expected("dns-authoritative", "untrusted")).contains("dns").doesNotContain("ssh", "telnet");
        assertThat(expected("dns-authoritative", "management"))
                .contains("dns", "ssh")
                .doesNotContain("telnet");
        assertThat(expected("dns-authoritative", "untrusted", "ssh", "smtp")).containsExactlyInAnyOrder("ssh", "smtp");
        assertThat(expected("", "untrusted", "dns")).containsExactly("dns");
        assertThat(ExpectedServices.of("", List.of(), "internal")).isEmpty();
    }

    private static Set<String> expected(String type, String vantage, String... declared) {
        return ExpectedServices.of(type, List.of(declared), vantage)
                .map(ExpectedServices::protocols)
                .orElseThrow();
    }
}
