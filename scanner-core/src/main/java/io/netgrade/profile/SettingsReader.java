// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.profile.ProductSettings.Setting;
import io.netgrade.yaml.Mistakes;
import io.netgrade.yaml.Spelling;
import io.netgrade.yaml.Text;
import io.netgrade.yaml.YamlMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Reads files of settings by product: those that ship with netgrade, and {@code remedies/*.yml} of a profile. Their format
 * stands in profiles/README.md.
 */
final class SettingsReader {
    static final String FOLDER = "remedies/";
    /** What those that ship with netgrade are compiled as. */
    static final String SHIPPED = "remedies";

    private final Predicate<String> isCheck;
    private final Predicate<String> isControl;

    /**
     * @param isCheck whether there is a check of that id
     * @param isControl whether there is a control of that id
     */
    SettingsReader(Predicate<String> isCheck, Predicate<String> isControl) {
        this.isCheck = isCheck;
        this.isControl = isControl;
    }

    /** The names of those that ship with netgrade, sorted. */
    static List<String> shippedNames() {
        try (InputStream in = open("index")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .sorted()
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException("this build ships no remedies", missing);
        }
    }

    List<ProductSettings> shipped(Mistakes mistakes) {
        Map<String, ProfileFile> compiled = CompiledProfiles.of(SHIPPED);
        List<ProductSettings> all = new ArrayList<>();
        for (ProfileFile file : compiled.isEmpty() ? written() : compiled.values()) {
            file.read(mistakes).map(this::product).ifPresent(all::add);
        }
        return all;
    }

    /** Those that ship with netgrade as they were written. */
    static List<ProfileFile> written() {
        List<ProfileFile> files = new ArrayList<>();
        for (String name : shippedNames()) {
            try (InputStream in = open(name)) {
                files.add(ProfileFile.of(FOLDER + name, in.readAllBytes()));
            } catch (IOException missing) {
                throw new UncheckedIOException("this build ships no " + FOLDER + name, missing);
            }
        }
        return files;
    }

    private static InputStream open(String name) throws IOException {
        InputStream in = SettingsReader.class.getResourceAsStream("/" + FOLDER + name);
        if (in == null) {
            throw new IOException("no such resource: " + FOLDER + name);
        }
        return in;
    }

    ProductSettings product(YamlMap file) {
        file.allow("schema", "product", "names", "cpes", "place", "settings");
        file.schema("netgrade.remedies/1");
        file.requireSome("names");
        file.requireSome("settings");
        Set<String> names = file.texts("names").stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return new ProductSettings(
                file.needed("product").orElse(""),
                names,
                new HashSet<>(file.each("cpes", SettingsReader::cpe)),
                file.needed("place").orElse(""),
                file.maps("settings").stream().map(this::setting).toList());
    }

    private Setting setting(YamlMap entry) {
        entry.allow("checks", "controls", "not-under", "setting", "says", "source");
        if (!entry.has("checks") && !entry.has("controls")) {
            entry.complain("setting", "a setting names the checks or the controls that it mends");
        }
        Optional<Text> says = entry.has("says") ? Optional.of(entry.bilingual("says")) : Optional.empty();
        return new Setting(
                known(entry, "checks", isCheck),
                known(entry, "controls", isControl),
                new HashSet<>(entry.choices("not-under", ProfileSource.shippedIds())),
                entry.needed("setting").map(String::strip).orElse(""),
                says,
                entry.text("source"));
    }

    private static Set<String> known(YamlMap entry, String key, Predicate<String> exists) {
        Collection<String> said = entry.each(key, id -> {
            if (!exists.test(id)) {
                throw new IllegalArgumentException("there is no " + Spelling.shortened(id));
            }
            return id;
        });
        return new HashSet<>(said);
    }

    private static String cpe(String text) {
        if (!text.matches("[^:]+:[^:]+")) {
            throw new IllegalArgumentException("\"" + Spelling.shortened(text) + "\" is no vendor:product of a CPE");
        }
        return text;
    }
}
