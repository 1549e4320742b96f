// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.yaml.Mistake;
import io.netgrade.yaml.Mistakes;
import io.netgrade.yaml.YamlFile;
import io.netgrade.yaml.YamlMap;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The text of a file without a mistake, named {@code f}, and what its reader tells of it with one change. */
record SoundFile(String text) {
    /** What a reader makes of it; it must not tell a mistake. */
    <T> T read(Function<YamlMap, T> reader) {
        Mistakes mistakes = new Mistakes();
        T read = reader.apply(parsed(text, mistakes));
        assertThat(mistakes.all()).isEmpty();
        return read;
    }

    /**
     * All that a reader tells of it with one change, a line each.
     *
     * @param from of which the first place is changed
     * @param to what stands there instead; null for nothing
     */
    List<String> told(String from, @Nullable String to, Consumer<YamlMap> reader) {
        Mistakes mistakes = new Mistakes();
        reader.accept(parsed(with(from, to).text(), mistakes));
        return mistakes.all().stream().map(Mistake::toString).toList();
    }

    SoundFile with(String from, @Nullable String to) {
        int at = text.indexOf(from);
        assertThat(at).as(from).isNotNegative();
        return new SoundFile(
                text.substring(0, at) + Optional.ofNullable(to).orElse("") + text.substring(at + from.length()));
    }

    private static YamlMap parsed(String text, Mistakes mistakes) {
        return YamlFile.read("f", text.getBytes(StandardCharsets.UTF_8), mistakes)
                .orElseThrow(() -> new AssertionError(mistakes.all().toString()));
    }
}
