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
 * The files of shipped profiles, and those beside them, that a judgement reads, as nodes, so that no run parses YAML that every run has: the build
 * writes them ({@link #main}). A mistake in such a file fails the build; what was built without them reads the YAML.
 */
public final class CompiledProfiles {
    private static final String FOLDER = "/compiled-profiles/";

    private CompiledProfiles() {}

    /**
     * Files by name, in order; empty where this build has none of them.
     *
     * @param name a profile's id, or that of another file or folder of files beside the profiles
     */
    static Map<String, ProfileFile> of(String name) {
        try (InputStream in = CompiledProfiles.class.getResourceAsStream(FOLDER + fileOf(name))) {
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

    /** What the build compiles, by the name that it is asked for with {@link #of}. */
    static Map<String, Collection<ProfileFile>> written() throws MistakesException {
        Mistakes mistakes = new Mistakes();
        Map<String, Collection<ProfileFile>> written = new TreeMap<>();
        for (String id : ProfileSource.shippedIds()) {
            ProfileSource source = ProfileSource.shippedAsYaml(id);
            Map<String, ProfileFile> files = source.judged(mistakes);
            files.putAll(source.read(SettingsReader.FOLDER, mistakes));
            written.put(id, files.values());
        }
        ShippedFile.TABLES.forEach(name -> written.put(name, List.of(ShippedFile.written(name))));
        written.put(SettingsReader.SHIPPED, SettingsReader.written());
        mistakes.throwIfAny();
        return written;
    }

    /** @param arguments the folder of classes that they are added to */
    public static void main(String[] arguments) throws IOException, MistakesException {
        Path folder = Path.of(arguments[0], FOLDER);
        Files.createDirectories(folder);
        for (Map.Entry<String, Collection<ProfileFile>> files : written().entrySet()) {
            Files.write(folder.resolve(fileOf(files.getKey())), image(files.getValue()));
        }
    }

    private static String fileOf(String name) {
        return name.replace('/', '_');
    }
}
