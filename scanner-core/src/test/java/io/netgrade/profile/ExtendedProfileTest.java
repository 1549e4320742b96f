// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.netgrade.profile.ProfileDiff.Kind;
import io.netgrade.profile.ProfileDiff.Moved;
import io.netgrade.scan.ProtocolCatalog;
import io.netgrade.yaml.Mistake;
import io.netgrade.yaml.MistakesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A user's own profile that extends one: tightened, switched off and added to, without Java. */
class ExtendedProfileTest {
    private static final String OWN = """
            schema: netgrade.profile/1
            id: own
            version: "1"
            title: {en: Own, zh: 自有}
            source: our own rules
            effective: 2026-01-01
            extends: miit-telecom
            changes:
              - {control: MGT-01, off: true, reason: we run a museum}
              - control: MGT-08
                reason: longer keys everywhere
                check: ssh.host-key-size
                asks:
                  - {level: "2", severity: high, bar: {where: {type: [ssh-rsa]}, at-least: 4096}}
            """;
    private static final String ADDED = """
            schema: netgrade.controls/1
            chapter: own
            controls:
              - id: OWN-01
                title: {en: DSA is gone, zh: 不使用 DSA}
                clauses: [own rule 1]
                automation: full
                applies: {protocols: [ssh]}
                check: ssh.host-key-size
                asks: [{level: "1", severity: high, bar: {where: {type: [ssh-dss]}, absent: true}}]
                rationale: {en: Why, zh: 因}
                remedy: {en: How, zh: 法}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writesIt() throws IOException {
        Files.createDirectories(folder.resolve("controls"));
        Files.writeString(folder.resolve("profile.yml"), OWN);
        Files.writeString(folder.resolve("controls/own.yml"), ADDED);
    }

    @Test
    void hasWhatTheOtherHasButForItsChanges() throws Exception {
        Profile base = new ProfileReader(ProtocolCatalog.vocabulary()).read(ProfileSource.shipped("miit-telecom"));
        Profile own = read();

        assertThat(own.levels()).isEqualTo(base.levels());
        assertThat(own.effective()).isEqualTo("2026-01-01");
        assertThat(own.unverified()).isEqualTo(base.unverified());
        assertThat(own.controls()).hasSameSizeAs(base.controls());
        assertThat(own.control("MGT-01")).isEmpty();
        assertThat(own.control("MGT-08").orElseThrow().asks()).hasSize(1);
        assertThat(own.control("MGT-08").orElseThrow().title())
                .isEqualTo(base.control("MGT-08").orElseThrow().title());
        assertThat(own.control("OWN-01")).isPresent();
        assertThat(own.sha256()).isNotEqualTo(base.sha256());
    }

    @Test
    void theDifferenceSaysWhichGradesCanMove() throws Exception {
        Profile base = new ProfileReader(ProtocolCatalog.vocabulary()).read(ProfileSource.shipped("miit-telecom"));
        Profile own = read();

        assertThat(ProfileDiff.of(base, own))
                .containsExactly(
                        new Moved("MGT-08", Kind.ASKED_OTHERWISE, own.level("2")),
                        new Moved("OWN-01", Kind.ADDED, own.level("1")),
                        new Moved("MGT-01", Kind.REMOVED, base.control("MGT-01").map(Control::from)));
        assertThat(ProfileDiff.of(base, base)).isEmpty();
    }

    @Test
    void itsDigestChangesWithTheOneItExtends() throws Exception {
        Path second = Files.createDirectories(folder.resolve("second"));
        Files.writeString(
                second.resolve("profile.yml"),
                OWN.replaceFirst("(?s)changes:.*", "").replace("miit-telecom", "../"));
        String before = read(second).sha256();
        Files.writeString(folder.resolve("controls/own.yml"), ADDED.replace("own rule 1", "own rule 2"));

        assertThat(read(second).control("OWN-01")).isPresent();
        assertThat(read(second).sha256()).isNotEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "extends: miit-telecom|extends: miit|\"miit\" is not one of",
                "extends: miit-telecom|extends: ./|profiles extend one another",
                "control: MGT-01, off|control: MGT-99, off|control \"MGT-99\" is not one of",
                "reason: we run a museum|why: we run a museum|reason is missing",
                "control: MGT-08|control: MGT-01|control \"MGT-01\" is not one of",
                "off: true|off: false|asks is missing",
                "at-least: 4096|at-leats: 4096|at-leats",
                "off: true|off: true, from: '2'|from has no place where the control is off",
                "off: true|of: true|key \"of\" is not one of control, off, reason, check, asks, from; did you mean \"off\"?",
                "control: MGT-01, off: true|control: MGT-08, check: ssh.host-key-size, asks: [{level: '2', severity: high,"
                        + " bar: {at-least: 1}}]|control MGT-08 is changed twice",
                "control: MGT-01, off: true|control: BND-03|from is missing",
                "control: MGT-01, off: true|control: BND-03, from: '9'|from \"9\" is not one of 1, 2, 3.1, 3.2, 4, 5",
                "control: MGT-01, off: true|control: BND-03, from: '1', asks: []|asks has no place in a control with",
                "extends: miit-telecom|levels: []|changes are of the profile that extends names",
            })
    void mistakesAreTold(String from, String to, String message) throws IOException {
        assertThat(OWN).contains(from);
        Files.writeString(folder.resolve("profile.yml"), OWN.replace(from, to));

        List<Mistake> mistakes =
                catchThrowableOfType(MistakesException.class, this::read).mistakes();
        assertThat(mistakes).anySatisfy(mistake -> {
            assertThat(mistake.message()).contains(message);
            assertThat(mistake.line()).isPositive();
        });
    }

    @Test
    void aManualControlIsAskedFromAnotherLevel() throws Exception {
        Files.writeString(
                folder.resolve("profile.yml"), OWN.replace("control: MGT-01, off: true", "control: BND-03, from: '4'"));
        Control inherited = new ProfileReader(ProtocolCatalog.vocabulary())
                .read(ProfileSource.shipped("miit-telecom"))
                .control("BND-03")
                .orElseThrow();
        Control changed = read().control("BND-03").orElseThrow();

        assertThat(inherited.from().id()).isNotEqualTo("4");
        assertThat(changed.from().id()).isEqualTo("4");
        assertThat(changed.manual()).isTrue();
        assertThat(changed.title()).isEqualTo(inherited.title());
    }

    @Test
    void settingsOfItsOwnStandBeforeThoseOfTheOneThatItExtends() throws Exception {
        Path second = Files.createDirectories(folder.resolve("second"));
        Files.writeString(
                second.resolve("profile.yml"),
                OWN.replaceFirst("(?s)changes:.*", "").replace("miit-telecom", "../"));
        settings(second, "Beta");
        settings(folder, "Acme");

        assertThat(read(second).settings()).extracting(ProductSettings::product).containsExactly("Beta", "Acme");
        assertThat(read().settings()).extracting(ProductSettings::product).containsExactly("Acme");
    }

    @Test
    void aScoreIsThatOfTheProfileThatIsExtended() throws Exception {
        Files.delete(folder.resolve("controls/own.yml"));
        Files.writeString(
                folder.resolve("profile.yml"),
                OWN.replaceFirst("(?s)changes:.*", "").replace("miit-telecom", "ssl-labs"));

        assertThat(read().rating())
                .isPresent()
                .isEqualTo(new ProfileReader(ProtocolCatalog.vocabulary())
                        .read(ProfileSource.shipped("ssl-labs"))
                        .rating());
    }

    @Test
    void eightMayBeExtendedOneByAnother() throws Exception {
        assertThat(chain(8).control("OWN-01")).isPresent();
        assertThat(catchThrowableOfType(MistakesException.class, () -> chain(9)).mistakes())
                .extracting(Mistake::message)
                .containsExactly("more than 8 profiles extend one another, or one extends itself");
    }

    @Test
    void whatIsExtendedIsNotDefinedAgain() throws IOException {
        Files.writeString(folder.resolve("controls/own.yml"), ADDED.replace("OWN-01", "MGT-08"));

        assertThat(catchThrowableOfType(MistakesException.class, this::read).mistakes())
                .extracting(Mistake::message)
                .contains("control MGT-08 is one of the profile that is extended; name it in changes");
    }

    private static void settings(Path profile, String product) throws IOException {
        Files.writeString(Files.createDirectories(profile.resolve("remedies")).resolve("own.yml"), """
                schema: netgrade.remedies/1
                product: %s
                names: [%s]
                place: own.ini
                settings:
                  - {checks: [tls.version], controls: [OWN-01], setting: modern=1}
                """.formatted(
                        product, product));
    }

    private Profile chain(int length) throws IOException, MistakesException {
        String head = OWN.replaceFirst("(?s)extends:.*", "");
        for (int i = 0; i < length; i++) {
            Files.writeString(
                    Files.createDirectories(folder.resolve("p" + i)).resolve("profile.yml"),
                    head + "extends: ../p" + (i + 1) + "\n");
        }
        Path last = folder.resolve("p" + length);
        Files.createDirectories(last.resolve("controls"));
        Files.writeString(last.resolve("profile.yml"), head + "levels: [{id: \"1\", meaning: {en: low, zh: 低}}]\n");
        Files.writeString(last.resolve("controls/own.yml"), ADDED);
        return read(folder.resolve("p0"));
    }

    private Profile read() throws MistakesException {
        return read(folder);
    }

    private static Profile read(Path folder) throws MistakesException {
        return new ProfileReader(ProtocolCatalog.vocabulary()).read(ProfileSource.folder(folder));
    }
}
