// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.scan.ProtocolCatalog;
import io.netgrade.yaml.Mistake;
import io.netgrade.yaml.MistakesException;
import io.netgrade.yaml.Text;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The head and the chapters of a profile that extends none. */
class ProfileReaderTest {
    private static final String HEAD = """
            schema: netgrade.profile/1
            id: own
            version: "1"
            title: {en: Own, zh: 自有}
            source: our own rules
            effective: 2026-01-01
            unverified:
              - {en: all of it, zh: 全部}
            levels:
              - {id: "1", meaning: {en: low, zh: 低}}
              - {id: "2", meaning: {en: high, zh: 高}}
            """;
    private static final String CHAPTER = """
            schema: netgrade.controls/1
            chapter: management
            controls:
              - id: OWN-01
                title: {en: Logs are read, zh: 审计日志}
                clauses: [clause c]
                automation: none
                from: "2"
                rationale: {en: Why, zh: 因}
                remedy: {en: How, zh: 法}
            """;

    private final Map<String, String> files = new TreeMap<>();

    @BeforeEach
    void writesASoundOne() {
        files.put("profile.yml", HEAD);
        files.put("controls/own.yml", CHAPTER);
    }

    @Test
    void readsWhatItSays() throws Exception {
        Profile profile = read();

        assertThat(profile.id()).isEqualTo("own");
        assertThat(profile.version()).isEqualTo("1");
        assertThat(profile.title()).isEqualTo(new Text("Own", "自有"));
        assertThat(profile.source()).isEqualTo("our own rules");
        assertThat(profile.effective()).isEqualTo("2026-01-01");
        assertThat(profile.unverified()).containsExactly(new Text("all of it", "全部"));
        assertThat(profile.levels())
                .containsExactly(new Level("1", 0, new Text("low", "低")), new Level("2", 1, new Text("high", "高")));
        assertThat(profile.controls()).singleElement().satisfies(control -> {
            assertThat(control.id()).isEqualTo("OWN-01");
            assertThat(control.chapter()).isEqualTo("management");
        });
        assertThat(profile.highRisks()).isEqualTo(HighRiskCases.NONE);
        assertThat(profile.rating()).isEmpty();
        assertThat(profile.forms()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "profile/1 | profile/2 | 1: schema is \"netgrade.profile/2\", must be netgrade.profile/1",
                "id: own | ident: own | 2: key \"ident\" is not one of schema, id, version, title, source, unverified, levels,"
                        + " extends, changes, releases, effective",
                "id: own | ident: own | 1: id is missing",
                "version: \"1\" | versions: \"1\" | 1: version is missing",
                "title: | titel: | 1: title is missing",
                "source: | sauce: | 1: source is missing",
                "{en: all of it, zh: 全部} | {en: all of it} | 8: zh is missing",
                "{en: all of it, zh: 全部} | {zh: 全部} | 8: en is missing",
                "{en: all of it, zh: 全部} | {en: a, zh: b, de: c} | 8: key \"de\" is not one of en, zh",
                "{id: \"1\", meaning | {name: \"1\", meaning | 10: id is missing",
                "{id: \"1\", meaning | {name: \"1\", meaning | 10: key \"name\" is not one of id, meaning",
                "id: \"2\" | id: \"1\" | 11: level 1 is there twice",
                "levels: | level: | 1: levels is missing",
                "levels: | level: | 1: a profile needs at least one level",
                "source: our own rules | changes: [] | 5: changes are of the profile that extends names",
            })
    void tellsMistakesOfTheHeadWithTheirLines(String from, String to, String told) {
        assertThat(HEAD).contains(from);
        files.put("profile.yml", HEAD.replace(from, to));
        assertThat(mistakes()).contains("own/profile.yml:" + told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "controls/1 | profile/1 | 1: schema is \"netgrade.profile/1\", must be netgrade.controls/1",
                "chapter: | chapters: | 1: chapter is missing",
                "chapter: | chapters: | 2: key \"chapters\" is not one of schema, chapter, controls; did you mean \"chapter\"?",
                "controls: | control: | 1: controls is missing",
            })
    void tellsMistakesOfAChapterWithTheirLines(String from, String to, String told) {
        assertThat(CHAPTER).contains(from);
        files.put("controls/own.yml", CHAPTER.replace(from, to));
        assertThat(mistakes()).contains("own/controls/own.yml:" + told);
    }

    @Test
    void aProfileWithoutAControlIsNone() {
        files.put("controls/own.yml", "schema: netgrade.controls/1\nchapter: management\ncontrols: []\n");
        assertThat(mistakes()).containsExactly("own/profile.yml: the profile has no control");
        files.put("controls/own.yml", CHAPTER.replace("automation: none", "automation: no"));
        assertThat(mistakes())
                .as("what can be mended is told, and not what follows from it")
                .noneMatch(line -> line.contains("has no control"));
    }

    @Test
    void aFolderWithoutAHeadHoldsNoProfile() {
        files.remove("profile.yml");
        assertThat(mistakes()).containsExactly("own: holds no profile.yml");
    }

    @Test
    void theLevelsOfAnExtendedProfileAreNotStatedAgain() {
        files.put("profile.yml", HEAD + "extends: mozilla-tls\n");
        assertThat(mistakes()).contains("own/profile.yml:9: the levels are those of the profile that is extended");
    }

    /** Else the same profile would have another digest on another machine. */
    @Test
    void theDigestIsOverWhatItSaysAndNotWhereItLies() throws Exception {
        ProfileReader reader = new ProfileReader(ProtocolCatalog.vocabulary());
        String here = reader.read(source("own")).sha256();

        assertThat(reader.read(source("folders/of/others")).sha256()).isEqualTo(here);
        files.put("controls/renamed.yml", String.valueOf(files.remove("controls/own.yml")));
        assertThat(reader.read(source("own")).sha256()).isNotEqualTo(here);
    }

    private Profile read() throws MistakesException {
        return new ProfileReader(ProtocolCatalog.vocabulary()).read(source());
    }

    private List<String> mistakes() {
        return new ProfileLint(ProtocolCatalog.vocabulary())
                .lint(source()).stream().map(Mistake::toString).toList();
    }

    private ProfileSource source() {
        return source("own");
    }

    private ProfileSource source(String place) {
        return new ProfileSource(
                place,
                List.copyOf(files.keySet()),
                name -> new ByteArrayInputStream(String.valueOf(files.get(name)).getBytes(StandardCharsets.UTF_8)));
    }
}
