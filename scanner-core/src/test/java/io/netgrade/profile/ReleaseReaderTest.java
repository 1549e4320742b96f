// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.yaml.Mistake;
import io.netgrade.yaml.Mistakes;
import io.netgrade.yaml.YamlFile;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What each version of a profile changed. */
class ReleaseReaderTest {
    private static final String GOOD = """
            version: "2"
            releases:
              - {version: "2", date: 2026-11-30, says: {en: more, zh: 更多}}
              - {version: "1", date: 2026-11-01, says: {en: first, zh: 首版}}
            """;

    private final Mistakes mistakes = new Mistakes();

    @Test
    void newestStandsFirst() {
        List<Release> releases = read(GOOD);

        assertThat(mistakes.all()).isEmpty();
        assertThat(releases).extracting(Release::version).containsExactly("2", "1");
        assertThat(releases.get(1).date()).isEqualTo(LocalDate.of(2026, 11, 1));
        assertThat(read("version: \"1\"\n")).isEmpty();
        assertThat(mistakes.all()).isEmpty();
    }

    @Test
    void mistakesAreNamed() {
        assertMistake(
                GOOD.replaceFirst("\"2\"", "\"3\""),
                "f:2: the first of the releases must be that of the profile's version, 3");
        assertMistake(GOOD.replace("2026-11-01", "November"), "f:4: date: \"November\" is no day such as 2026-11-23");
        assertMistake(
                GOOD.replace("2026-11-01", "2026-12-01"),
                "f:4: releases stand newest first; this one is newer than the one before it");
        assertMistake(GOOD.replace("\"1\"", "\"2\""), "f:4: version 2 is there twice");
        assertMistake(GOOD.replace(", zh: 首版", ""), "f:4: says is missing in zh");
        assertMistake(GOOD.replace("date: 2026-11-01, ", ""), "f:4: date is missing");
        assertMistake(GOOD.replace("version: \"1\", ", ""), "f:4: version is missing");
        assertMistake(
                GOOD.replace("date: 2026-11-01", "date: 2026-11-01, by: us"),
                "f:4: key \"by\" is not one of version, date, says");
        assertMistake(
                GOOD.replaceFirst("version: \"2\"\n", ""),
                "f:1: the first of the releases must be that of the profile's version, ");
    }

    @Test
    void everyShippedProfileSaysThem() throws Exception {
        for (String id : ProfileSource.shippedIds()) {
            assertThat(new ProfileReader(io.netgrade.scan.ProtocolCatalog.vocabulary())
                            .read(ProfileSource.shipped(id))
                            .releases())
                    .as(id)
                    .isNotEmpty();
        }
    }

    @Test
    void oneThatShipsWithoutThemIsAMistake() throws Exception {
        ProfileSource shipped = ProfileSource.shipped("mozilla-tls");
        ProfileSource silent = new ProfileSource(shipped.place(), shipped.names(), name -> {
            byte[] bytes = shipped.opener().open(name).readAllBytes();
            String text =
                    new String(bytes, StandardCharsets.UTF_8).replaceFirst("(?s)\nreleases:.*?\nlevels:", "\nlevels:");
            return new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        });
        ProfileLint lint = new ProfileLint(io.netgrade.scan.ProtocolCatalog.vocabulary());

        assertThat(lint.lint(shipped)).isEmpty();
        assertThat(lint.lint(silent))
                .extracting(Mistake::message)
                .containsExactly("a profile that ships must say in releases what each changed");
    }

    private List<Release> read(String text) {
        return ReleaseReader.read(YamlFile.read("f", text.getBytes(StandardCharsets.UTF_8), mistakes)
                .orElseThrow());
    }

    private static void assertMistake(String text, String mistake) {
        Mistakes found = new Mistakes();
        ReleaseReader.read(
                YamlFile.read("f", text.getBytes(StandardCharsets.UTF_8), found).orElseThrow());
        assertThat(found.all()).extracting(Mistake::toString).containsExactly(mistake);
    }
}
