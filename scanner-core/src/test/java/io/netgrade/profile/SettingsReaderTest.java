// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.profile.ProductSettings.Setting;
import io.netgrade.yaml.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How one product is set: a file in {@code remedies/}. */
class SettingsReaderTest {
    private static final SoundFile SETTINGS = new SoundFile("""
            schema: netgrade.remedies/1
            product: Acme
            names: [Acme SSH, acmed]
            cpes: [acme:sshd]
            place: acme.ini
            settings:
              - {checks: [ssh.cipher, ssh.mac], controls: [OWN-01], not-under: [gm-crypto], setting: " strong=1 ", says: {en: It restarts, zh: 需重启}, source: handbook}
              - {controls: [OWN-01], setting: weak=0}
            """);

    private final SettingsReader reader =
            new SettingsReader(Set.of("ssh.cipher", "ssh.mac")::contains, Set.of("OWN-01")::contains);

    @Test
    void settingsAreReadWhole() {
        assertThat(SETTINGS.read(reader::product))
                .isEqualTo(new ProductSettings(
                        "Acme",
                        Set.of("acme ssh", "acmed"),
                        Set.of("acme:sshd"),
                        "acme.ini",
                        List.of(
                                new Setting(
                                        Set.of("ssh.cipher", "ssh.mac"),
                                        Set.of("OWN-01"),
                                        Set.of("gm-crypto"),
                                        "strong=1",
                                        Optional.of(new Text("It restarts", "需重启")),
                                        Optional.of("handbook")),
                                new Setting(
                                        Set.of(),
                                        Set.of("OWN-01"),
                                        Set.of(),
                                        "weak=0",
                                        Optional.empty(),
                                        Optional.empty()))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            remedies/1 | remedies/2 | f:1: schema is "netgrade.remedies/2", must be netgrade.remedies/1
            product: Acme | | f:1: product is missing
            names: [Acme SSH, acmed] | | f:1: names is missing
            [Acme SSH, acmed] | [] | f:3: names holds nothing
            acme:sshd | acme sshd | f:4: cpes: "acme sshd" is no vendor:product of a CPE
            place: acme.ini | | f:1: place is missing
            cpes: | cpe: | f:4: key "cpe" is not one of schema, product, names, cpes, place, settings; did you mean "cpes"?
            settings: | setting: | f:1: settings is missing; f:6: key "setting" is not one of schema, product, names, cpes, place, settings; did you mean "settings"?
            ssh.mac | ssh.macs | f:7: checks: there is no ssh.macs
            controls: [OWN-01], not | controls: [OWN-02], not | f:7: controls: there is no OWN-02
            , zh: 需重启 | | f:7: says is missing in zh
            source: handbook | source: handbook, page: 3 | f:7: key "page" is not one of checks, controls, not-under, setting, says, source
            {controls: [OWN-01], setting: weak=0} | {setting: weak=0} | f:8: a setting names the checks or the controls that it mends
            , setting: weak=0 | | f:8: setting is missing
            """)
    void eachMistakeIsTold(String from, String to, String mistakes) {
        assertThat(String.join("; ", SETTINGS.told(from, to, reader::product))).isEqualTo(mistakes);
    }

    @Test
    void aProfileThatDoesNotShipIsNamed() {
        assertThat(SETTINGS.told("gm-crypto", "gm-krypto", reader::product))
                .singleElement()
                .asString()
                .startsWith("f:7: not-under \"gm-krypto\" is not one of ")
                .endsWith("; did you mean \"gm-crypto\"?");
    }

    @Test
    void aProductWithoutSettingsIsAMistake() {
        String settings = SETTINGS.text().substring(SETTINGS.text().indexOf("settings:"));

        assertThat(SETTINGS.told(settings, "settings: []\n", reader::product))
                .containsExactly("f:6: settings holds nothing");
    }
}
