// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netgrade.scan.ProtocolCatalog;
import io.netgrade.yaml.Mistakes;
import io.netgrade.yaml.MistakesException;
import io.netgrade.yaml.YamlMap;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CompiledProfilesTest {
    static Set<String> ids() throws MistakesException {
        return CompiledProfiles.written().keySet();
    }

    static List<String> profiles() {
        return ProfileSource.shippedIds();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void theBuildsImageIsWhatTheFilesSay(String id) throws MistakesException {
        Map<String, ProfileFile> built = CompiledProfiles.of(id);
        Map<String, ProfileFile> written = new TreeMap<>();
        CompiledProfiles.written().get(id).forEach(file -> written.put(file.name(), file));

        assertThat(built.keySet()).isNotEmpty().isEqualTo(written.keySet());
        written.forEach((name, file) -> {
            assertThat(built.get(name).sha256()).as(name).isEqualTo(file.sha256());
        });
        assertThat(CompiledProfiles.image(built.values())).isEqualTo(CompiledProfiles.image(written.values()));
    }

    @Test
    void theTablesBesideTheProfilesAreCompiledAsWell() throws MistakesException {
        assertThat(ids())
                .containsAll(ProfileSource.shippedIds())
                .containsAll(ShippedFile.TABLES)
                .contains(SettingsReader.SHIPPED)
                .hasSize(ProfileSource.shippedIds().size() + ShippedFile.TABLES.size() + 1);
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void aProfileIsTheSameOutOfItsImageAndOutOfItsFiles(String id) throws MistakesException {
        assertThat(read(ProfileSource.shipped(id))).isEqualTo(read(ProfileSource.shippedAsYaml(id)));
    }

    @Test
    void keepsTextsOfAnyScriptLinesAndQuotes() throws MistakesException {
        String yaml = "a: \"\"\n\nb: [é, 级别, 级别, 🙂]\nc:\n  - {d: 1}\n" + "e: x\n" + "\n".repeat(300) + "f: "
                + "long ".repeat(100) + "\n";
        ProfileFile file = ProfileFile.of("x/controls/a.yml", yaml.getBytes(StandardCharsets.UTF_8));

        Map<String, ProfileFile> back = CompiledProfiles.files(CompiledProfiles.image(List.of(file)));

        YamlMap read = back.get(file.name()).read(new Mistakes()).orElseThrow();
        assertThat(read.keys()).containsExactly("a", "b", "c", "e", "f");
        assertThat(read.each("b", each -> each)).containsExactly("é", "级别", "级别", "🙂");
        assertThat(read.text("f")).contains("long ".repeat(100).strip());
        assertThat(read.line("a")).isEqualTo(1);
        assertThat(read.line("f")).isGreaterThan(300);
        assertThat(back.get(file.name()).sha256()).isEqualTo(file.sha256());
    }

    @Test
    void aMistakeIsNotCompiled() {
        ProfileFile file = ProfileFile.of("x/controls/a.yml", "a: [".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> CompiledProfiles.image(List.of(file)))
                .isInstanceOf(MistakesException.class)
                .hasMessageContaining("x/controls/a.yml");
    }

    private static Profile read(ProfileSource source) throws MistakesException {
        return new ProfileReader(ProtocolCatalog.vocabulary()).read(source);
    }
}
