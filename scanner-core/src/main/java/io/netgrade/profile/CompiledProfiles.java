// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.yaml.Mistakes;
import io.netgrade.yaml.MistakesException;
import io.netgrade.yaml.YamlImage;
import io.netgrade.yaml.YamlMap;
import io.netgrade.yaml.YamlNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files of shipped profiles that a judgement reads, as nodes, so that no run parses YAML that every run has: the build
 * writes them ({@link #main}). A mistake in such a file fails the build; what was built without them reads the YAML.
 */
public final class CompiledProfiles {
    private static final String FOLDER = "/compiled-profiles/";

    private CompiledProfiles() {}

    /** By name, in order; empty where this build has none of the profile. */
    static Map<String, ProfileFile> of(String id) {
        try (InputStream in = CompiledProfiles.class.getResourceAsStream(FOLDER + id)) {
            return in == null ? Map.of() : files(in.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the profiles of this build cannot be read", unreadable);
        }
    }

    static Map<String, ProfileFile> files(byte[] image) {
        YamlImage.Reader reader = new YamlImage.Reader(image);
        Map<String, ProfileFile> files = new TreeMap<>();
        for (int left = reader.number(); left > 0; left--) {
            String name = reader.text();
            files.put(name, ProfileFile.compiled(name, reader.text(), (YamlNode.Mapping) reader.node()));
        }
        return files;
    }

    static byte[] image(Collection<ProfileFile> files) throws MistakesException {
        Mistakes mistakes = new Mistakes();
        YamlImage.Writer writer = new YamlImage.Writer();
        writer.number(files.size());
        for (ProfileFile file : files) {
            writer.text(file.name());
            writer.text(file.sha256());
            file.read(mistakes).map(YamlMap::node).ifPresent(writer::node);
        }
        mistakes.throwIfAny();
        return writer.bytes();
    }

    /** @param arguments the folder of classes that they are added to */
    public static void main(String[] arguments) throws IOException, MistakesException {
        Path folder = Path.of(arguments[0], FOLDER);
        Files.createDirectories(folder);
        for (String id : ProfileSource.shippedIds()) {
            Mistakes mistakes = new Mistakes();
            Collection<ProfileFile> files =
                    ProfileSource.shippedAsYaml(id).judged(mistakes).values();
            mistakes.throwIfAny();
            Files.write(folder.resolve(id), image(files));
        }
        ProfileFile kinds = CompensatingKinds.written();
        Files.write(folder.resolve(kinds.name()), image(List.of(kinds)));
    }
}
