// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.yaml.Mistake;
import io.netgrade.yaml.Mistakes;
import io.netgrade.yaml.MistakesException;
import io.netgrade.yaml.Spelling;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Where the files of one profile come from: a folder, or the ones that ship with netgrade.
 *
 * @param place what stands in front of a file's name in a mistake: the folder, or the profile's id
 * @param names the files, relative to the profile's folder, in name order
 * @param compiled those of its files that need not be opened, by the name that they have in mistakes
 */
public record ProfileSource(String place, List<String> names, Opener opener, Map<String, ProfileFile> compiled) {
    private static final String SHIPPED = "/profiles/";
    private static final int MOST_FILES = 2000;
    private static final int MOST_BYTES = 4 << 20;

    public ProfileSource {
        names = names.stream().sorted().toList();
        compiled = Map.copyOf(compiled);
    }

    public ProfileSource(String place, List<String> names, Opener opener) {
        this(place, names, opener, Map.of());
    }

    /** Opens one of the files by its name. */
    @FunctionalInterface
    public interface Opener {
        InputStream open(String name) throws IOException;
    }

    /** The ids of the profiles that ship with netgrade, in the order of the alphabet. */
    public static List<String> shippedIds() {
        return Index.IDS;
    }

    /** A profile that ships with netgrade. */
    public static ProfileSource shipped(String id) throws MistakesException {
        ProfileSource yaml = shippedAsYaml(id);
        return new ProfileSource(id, yaml.names(), yaml.opener(), CompiledProfiles.of(id));
    }

    /** The files of a profile that ships with netgrade as they were written. */
    static ProfileSource shippedAsYaml(String id) throws MistakesException {
        List<String> names = Index.NAMES.stream()
                .filter(name -> name.startsWith(id + "/"))
                .map(name -> name.substring(id.length() + 1))
                .toList();
        if (names.isEmpty()) {
            throw new MistakesException(
                    List.of(new Mistake("profile", 0, Spelling.notOneOf(id, shippedIds()) + ", and no such folder")));
        }
        return new ProfileSource(id, names, name -> resource(id + "/" + name));
    }

    /** A profile of the user's own: its folder, or the {@code profile.yml} in it. */
    public static ProfileSource folder(Path path) throws MistakesException {
        Path folder = Files.isDirectory(path) ? path : path.toAbsolutePath().getParent();
        if (folder == null || !Files.isRegularFile(folder.resolve("profile.yml"))) {
            throw new MistakesException(List.of(new Mistake(path.toString(), 0, "holds no profile.yml")));
        }
        try (Stream<Path> files = Files.walk(folder, 2)) {
            List<String> names = files.filter(file -> file.toString().endsWith(".yml"))
                    .filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .limit(MOST_FILES)
                    .toList();
            return new ProfileSource(folder.toString(), names, name -> Files.newInputStream(folder.resolve(name)));
        } catch (IOException | UncheckedIOException unreadable) {
            throw new MistakesException(
                    List.of(new Mistake(path.toString(), 0, "cannot be read: " + unreadable.getMessage())));
        }
    }

    /** A shipped profile's id, or a path to one of the user's own; a path is told by what exists. */
    public static ProfileSource of(String idOrPath) throws MistakesException {
        boolean path =
                idOrPath.contains("/") || idOrPath.toLowerCase(Locale.ROOT).endsWith(".yml");
        return path || (!shippedIds().contains(idOrPath) && Files.exists(path(idOrPath)))
                ? folder(path(idOrPath))
                : shipped(idOrPath);
    }

    /** Whether it ships with netgrade. */
    boolean ships() {
        return shippedIds().contains(place);
    }

    /** Another profile that this one names: a shipped one's id, or a path from this one's folder. */
    ProfileSource other(String idOrPath) throws MistakesException {
        boolean path =
                idOrPath.contains("/") || idOrPath.toLowerCase(Locale.ROOT).endsWith(".yml");
        return path ? folder(path(place).resolve(path(idOrPath))) : shipped(idOrPath);
    }

    private static Path path(String named) throws MistakesException {
        try {
            return Path.of(named);
        } catch (InvalidPathException noPath) {
            throw new MistakesException(
                    List.of(new Mistake("profile", 0, "cannot be the name of a file: " + noPath.getReason())));
        }
    }

    /** What a judgement rests on: the profile, its controls, rating, high-risk cases and result forms, by name in order. */
    Map<String, ProfileFile> judged(Mistakes mistakes) {
        Map<String, ProfileFile> files = read("profile.yml", mistakes);
        files.putAll(read("controls/", mistakes));
        for (String beside : List.of(RatingReader.FILE, HighRiskReader.FILE, ResultFormReader.FILE)) {
            files.putAll(read(beside, mistakes));
        }
        return files;
    }

    /** The files in one of its folders ({@code controls/}), or one file, by name in order. */
    Map<String, ProfileFile> read(String prefix, Mistakes mistakes) {
        Map<String, ProfileFile> files = new TreeMap<>();
        for (String name : names) {
            ProfileFile ready = compiled.get(place + "/" + name);
            if (name.startsWith(prefix) && ready != null) {
                files.put(ready.name(), ready);
            } else if (name.startsWith(prefix)) {
                try (InputStream in = opener.open(name)) {
                    byte[] bytes = in.readNBytes(MOST_BYTES + 1);
                    if (bytes.length > MOST_BYTES) {
                        mistakes.add(place + "/" + name, 0, "is larger than " + MOST_BYTES + " bytes");
                    } else {
                        files.put(place + "/" + name, ProfileFile.of(place + "/" + name, bytes));
                    }
                } catch (IOException unreadable) {
                    mistakes.add(place + "/" + name, 0, "cannot be read: " + unreadable.getMessage());
                }
            }
        }
        return files;
    }

    static InputStream resource(String name) throws IOException {
        InputStream in = ProfileSource.class.getResourceAsStream(SHIPPED + name);
        if (in == null) {
            throw new IOException("no such resource: " + SHIPPED + name);
        }
        return in;
    }

    /** Read once, when it is first asked for. */
    private static final class Index {
        private static final List<String> NAMES = read();
        private static final List<String> IDS = NAMES.stream()
                .map(name -> name.substring(0, name.indexOf('/')))
                .distinct()
                .sorted()
                .toList();

        private static List<String> read() {
            try (InputStream in = resource("index")) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .map(String::strip)
                        .filter(line -> line.contains("/"))
                        .toList();
            } catch (IOException missing) {
                throw new UncheckedIOException("this build ships no profiles", missing);
            }
        }
    }
}
