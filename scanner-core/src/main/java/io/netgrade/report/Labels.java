// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import io.netgrade.yaml.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/** The words of the reports themselves, in one language. Every language has every word; a test holds that. */
public final class Labels {
    private final Properties words = new Properties();

    private Labels() {}

    public static Labels of(Language language) {
        Labels labels = new Labels();
        String name = "labels_" + language.name().toLowerCase(Locale.ROOT) + ".properties";
        try (InputStream in = Objects.requireNonNull(Labels.class.getResourceAsStream(name), name)) {
            labels.words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return labels;
    }

    /** The word for a key, with {@code %s} filled in order. */
    public String of(String key, Object... values) {
        String word = words.getProperty(key);
        if (word == null) {
            throw new IllegalArgumentException("no label " + key);
        }
        return values.length == 0 ? word : String.format(Locale.ROOT, word, values);
    }

    /** The word for so many of a thing, thousands grouped; {@code key.one} where there is one. */
    String counted(String key, long count) {
        return of(count == 1 ? key + ".one" : key, String.format(Locale.ROOT, "%,d", count));
    }
}
