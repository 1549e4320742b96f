// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.scan.ProtocolCatalog;
import io.netgrade.yaml.Mistake;
import io.netgrade.yaml.Mistakes;
import io.netgrade.yaml.MistakesException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings by product: those that ship name only what there is, and fit the products that services disclose. */
class ProductSettingsTest {
    private static final Vocabulary VOCABULARY = ProtocolCatalog.vocabulary();

    @TempDir
    Path folder;

    @Test
    void everyCheckAndControlThatIsNamedIsThere() throws MistakesException {
        Set<String> controls = new HashSet<>();
        for (String id : ProfileSource.shippedIds()) {
            new ProfileReader(VOCABULARY)
                    .read(ProfileSource.shipped(id))
                    .controls()
                    .forEach(control -> controls.add(control.id()));
        }
        Mistakes mistakes = new Mistakes();

        List<ProductSettings> all =
                new SettingsReader(VOCABULARY.checks()::containsKey, controls::contains).shipped(mistakes);

        assertThat(mistakes.all()).isEmpty();
        assertThat(all).hasSizeGreaterThan(15).allSatisfy(product -> {
            assertThat(product.names()).isNotEmpty();
            assertThat(product.place()).isNotEmpty();
            assertThat(product.settings()).isNotEmpty();
        });
        assertThat(all)
                .flatExtracting(ProductSettings::settings)
                .allSatisfy(setting -> assertThat(setting.setting()).isNotEmpty());
    }

    @Test
    void theIndexNamesEveryFileAndEachFitsItsSchema() throws IOException {
        Path root = Path.of(Objects.requireNonNull(System.getProperty("netgrade.root")))
                .resolve("profiles/src/main/resources/remedies");
        try (Stream<Path> files = Files.list(root)) {
            assertThat(SettingsReader.shippedNames())
                    .containsExactlyElementsOf(
                            files.map(file -> file.getFileName().toString())
                                    .filter(name -> name.endsWith(".yml"))
                                    .sorted()
                                    .toList());
        }
        for (String name : SettingsReader.shippedNames()) {
            try (InputStream in = ProductSettingsTest.class.getResourceAsStream("/remedies/" + name)) {
                byte[] bytes = Objects.requireNonNull(in).readAllBytes();
                assertThat(SchemasTest.faults("remedies", bytes)).as(name).isEmpty();
                String text = new String(bytes, StandardCharsets.UTF_8);
                assertThat(SchemasTest.faults(
                                "remedies", text.replace("place:", "at:").getBytes(StandardCharsets.UTF_8)))
                        .as(name)
                        .isNotEmpty();
            }
        }
    }

    @Test
    void aProductIsKnownByItsNameOrItsCpe() {
        ProductSettings openssh = named("OpenSSH");

        assertThat(openssh.is(Optional.of("openssh"), Optional.empty())).isTrue();
        assertThat(openssh.is(Optional.empty(), Optional.of("cpe:2.3:a:openbsd:openssh:9.2p1:*:*:*:*:*:*:*")))
                .isTrue();
        assertThat(openssh.is(Optional.of("Dropbear"), Optional.of("cpe:2.3:a:openbsd:opensmtpd:7:*")))
                .isFalse();
        assertThat(openssh.is(Optional.empty(), Optional.of("cpe:2.3"))).isFalse();
        assertThat(openssh.is(Optional.empty(), Optional.of("cpe:2.3:a:openbsd")))
                .isFalse();
        assertThat(openssh.is(Optional.empty(), Optional.of("cpe:2.3:a:openbsd:openssh")))
                .isTrue();
        assertThat(openssh.is(Optional.empty(), Optional.empty())).isFalse();
    }

    @Test
    void aSettingAnswersItsChecksAndControlsAlone() {
        assertThat(named("OpenSSH").of("MGT-07", Optional.of("ssh.key-exchange")))
                .extracting(ProductSettings.Setting::setting)
                .singleElement()
                .asString()
                .startsWith("KexAlgorithms ");
        assertThat(named("OpenSSH").of("MGT-07", Optional.of("tls.version"))).isEmpty();
        assertThat(named("OpenSSH").of("MGT-07", Optional.empty())).isEmpty();
    }

    @Test
    void whatIsFromMemorySaysSo() {
        assertThat(named("OpenSSH").settings())
                .allSatisfy(setting -> assertThat(setting.source()).isPresent());
        assertThat(named("Huawei VRP").settings())
                .allSatisfy(setting -> assertThat(setting.source()).isEmpty());
    }

    @Test
    void aProfileBringsItsOwnAndIsHeldToWhatThereIs() throws Exception {
        write("profile.yml", """
                schema: netgrade.profile/1
                id: own
                version: "1"
                title: {en: Own, zh: 自有}
                source: handbook
                extends: mozilla-tls
                """);
        String good = """
                schema: netgrade.remedies/1
                product: Acme
                names: [Acme SSH]
                place: acme.ini
                settings:
                  - {checks: [tls.version], controls: [MOZ-01], setting: modern=1}
                """;
        write("remedies/acme.yml", good);
        Profile profile = new ProfileReader(VOCABULARY).read(ProfileSource.folder(folder));
        assertThat(profile.settings()).extracting(ProductSettings::product).containsExactly("Acme");
        String digest = profile.sha256();

        write("remedies/acme.yml", good.replace("tls.version", "tls.versions").replace("MOZ-01", "MOZ-99"));
        assertThat(new ProfileLint(VOCABULARY).lint(ProfileSource.folder(folder)))
                .extracting(Mistake::toString)
                .containsExactly(
                        folder + "/remedies/acme.yml:6: checks: there is no tls.versions",
                        folder + "/remedies/acme.yml:6: controls: there is no MOZ-99");

        write("remedies/acme.yml", good.replace("modern=1", "modern=2"));
        assertThat(new ProfileReader(VOCABULARY)
                        .read(ProfileSource.folder(folder))
                        .sha256())
                .as("it moves no grade")
                .isEqualTo(digest);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }

    private static ProductSettings named(String product) {
        return ShippedSettings.all().stream()
                .filter(one -> one.product().equals(product))
                .findFirst()
                .orElseThrow();
    }
}
