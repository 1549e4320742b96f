// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortChoiceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "22,80,8000-8003 | 22,80,8000-8003 | '' | ''",
                "T:22,80,U:161 | '' | 22,80 | 161",
                "53,T:22,u:161,162,t:443 | 53 | 22,443 | 161-162",
                "U: 53 , 123 | '' | '' | 53,123",
                "all | 1-65535 | '' | ''",
                "T:all | '' | 1-65535 | ''",
                "- | 1-65535 | '' | ''",
                "-3,65533- | 1-3,65533-65535 | '' | ''",
                "U:-,T:22 | '' | 22 | 1-65535",
                "top-3 | '' | 22,80,443 | 53,123,161",
                "T:top-2 | '' | 80,443 | ''",
                "U:top-1,500 | '' | '' | 53,500"
            })
    void readsWhatUsersOfScannersWrite(String written, String either, String tcp, String udp) {
        PortChoice choice = PortChoice.of(written);

        assertThat(choice.either()).hasToString(either);
        assertThat(choice.tcp()).hasToString(tcp);
        assertThat(choice.udp()).hasToString(udp);
    }

    @Test
    void telecomHasTheSignallingPortsOfEachTransport() {
        PortChoice telecom = PortChoice.of("telecom");

        assertThat(telecom.either().isEmpty()).isTrue();
        assertThat(telecom.tcp().stream()).contains(179, 2905, 3868, 5060).doesNotContain(2123, 3306);
        assertThat(telecom.udp().stream())
                .contains(2123, 2152, 8805, 1812, 5060)
                .doesNotContain(22, 3868);
    }

    @Test
    void sctpHasPortsWhereTheyAreNamedAsItsOwn() {
        assertThat(PortChoice.of("telecom,22").sctp().isEmpty()).isTrue();
        PortChoice named = PortChoice.of("S:2905,3000-3001,T:22");
        assertThat(named.sctp()).hasToString("2905,3000-3001");
        assertThat(named.tcp()).hasToString("22");
        assertThat(PortChoice.of("S:telecom").sctp().stream()).contains(2905, 3868, 36412, 38412, 38472);
        assertThat(PortChoice.of("S:telecom").tcp().isEmpty()).isTrue();
    }

    @Test
    void theShorterListGivesWhatItHas() {
        PortChoice top = PortChoice.of("top-200");

        assertThat(top.tcp().size()).isEqualTo(200);
        assertThat(top.udp().size()).isBetween(50, 199);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "65536",
                "22,",
                ",22",
                "ssh",
                "30-20",
                "99999999999",
                "T:",
                "U:0",
                "X:22",
                "S:top-3",
                "top-0",
                "top-",
                "top-9999",
                "U:top-200",
                "tops",
                "Telecom",
                "1-2-3",
                "٣",
                "--"
            })
    void refusesWhatIsNoneSaysWhatAndHow(String written) {
        assertThatThrownBy(() -> PortChoice.of(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ports '" + written + "': ")
                .hasMessageContaining("T:22,U:161")
                .hasMessageNotContaining("\n");
    }
}
