// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.scan.ProtocolCatalog;
import io.netgrade.yaml.YamlMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The profiles that a plan is judged by: its own, and those beside it. */
class PlanProfilesTest {
    private static final SoundFile PLAN = new SoundFile("profile: gm-crypto\nprofiles: [mozilla-tls, nist-800-52r2]\n");

    @TempDir
    private Path folder;

    @Test
    void itsOwnAndThoseBesideItAreReadInOrder() {
        assertThat(named(List.of())).containsExactly("gm-crypto", "mozilla-tls", "nist-800-52r2");
    }

    @Test
    void thoseOfTheCommandLineTakeThePlaceOfAll() {
        assertThat(named(List.of("ssl-labs", "gm-crypto"))).containsExactly("ssl-labs", "gm-crypto");
        assertThat(named(List.of("ssl-labs"))).containsExactly("ssl-labs");
    }

    @Test
    void eachIsThereOnce() {
        assertThat(PLAN.told(
                        "mozilla-tls",
                        "gm-crypto",
                        plan -> assertThat(read(plan, List.of())).containsExactly("gm-crypto", "nist-800-52r2")))
                .containsExactly("f:2: profile gm-crypto is there twice");
        assertThat(PLAN.told("mozilla-tls", "nist-800-52r2", plan -> read(plan, List.of())))
                .containsExactly("f:2: profile nist-800-52r2 is there twice");
    }

    @Test
    void oneThatThereIsNotIsAMistakeOfWhoNamesIt() {
        assertThat(PLAN.told("mozilla-tls", "mozila-tls", plan -> read(plan, List.of())))
                .singleElement()
                .asString()
                .startsWith("f:2: profile \"mozila-tls\" is not one of ")
                .endsWith("; did you mean \"mozilla-tls\"?, and no such folder");
        assertThat(PLAN.told("", "", plan -> read(plan, List.of("gm-crypto", "mozila-tls"))))
                .singleElement()
                .asString()
                .startsWith("profile: \"mozila-tls\" is not one of ");
    }

    @Test
    void aMistakeInAProfileIsToldWithItsOwnPlace() throws IOException {
        Files.writeString(folder.resolve("profile.yml"), """
                schema: netgrade.profile/1
                id: own
                version: "1"
                title: {en: Own, zh: 自有}
                source: none
                extends: gm-crypto
                colour: red
                """);

        assertThat(PLAN.told("mozilla-tls", folder.toString(), plan -> read(plan, List.of())))
                .singleElement()
                .asString()
                .startsWith(folder + "/profile.yml:7: key \"colour\" is not one of ");
    }

    private static List<String> named(List<String> others) {
        return PLAN.read(plan -> read(plan, others));
    }

    private static List<String> read(YamlMap plan, List<String> others) {
        PlanProfiles profiles = new PlanProfiles(ProtocolCatalog.vocabulary(), plan, others, name -> name);
        Optional<Profile> own = profiles.own();
        return PlanProfiles.all(own.orElseThrow(), profiles.beside(own)).stream()
                .map(Profile::id)
                .toList();
    }
}
