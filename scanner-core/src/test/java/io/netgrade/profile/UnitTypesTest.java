// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.scan.ProtocolCatalog;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnitTypesTest {
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
