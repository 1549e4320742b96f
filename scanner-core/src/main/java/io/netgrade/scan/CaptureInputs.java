// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.capture.CaptureReader;
import io.netgrade.fact.Problem;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The captures that were named: files, directories (every capture below them, told by its first bytes, packed or not),
 * globs in the last part of a path, and {@code -} for standard input.
 *
 * @param files what to read, each once, in the order named; files of one recording in the order of time
 * @param problems one for each thing named that is not there or holds no capture
 */
public record CaptureInputs(List<Input> files, List<Problem> problems) {
    /**
     * One capture.
     *
     * @param name what reports and evidence call it: as the user named it, relative to what names are relative to
     * @param path where it lies; for standard input, nowhere
     */
    public record Input(String name, Path path) {
        boolean isStandardInput() {
            return name.equals(STANDARD_INPUT);
        }
    }

    /** Standard input, as commands name it. */
    public static final String STANDARD_INPUT = "-";

    private static final int DEEPEST = 16;

    public CaptureInputs {
        files = List.copyOf(files);
        problems = List.copyOf(problems);
    }

    /**
     * @param base what relative names are relative to
     */
    public static CaptureInputs of(Collection<String> named, Path base) {
        Map<Path, Path> files = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (String name : named) {
            try {
                List<Path> found = find(name, base);
                if (found.isEmpty()) {
                    problems.add(new Problem(name, name + ": no capture (pcap, pcapng) in it", true));
                }
                found.forEach(file -> files.putIfAbsent(file.normalize(), file));
            } catch (IOException | InvalidPathException e) {
                problems.add(new Problem(name, name + ": " + reason(e), true));
            }
        }
        List<Input> inputs = RotatedCaptures.inTime(List.copyOf(files.values())).stream()
                .map(file -> new Input(shown(file, base), file))
                .toList();
        return new CaptureInputs(inputs, problems);
    }

    /** Bytes of all files together; 0 where one of them has no size, as standard input. */
    public long bytes() {
        return bytes(files);
    }

    static long bytes(List<Input> files) {
        boolean sized = files.stream().allMatch(file -> Files.isRegularFile(file.path()));
        return sized
                ? files.stream()
                        .mapToLong(file -> file.path().toFile().length())
                        .sum()
                : 0;
    }

    private static List<Path> find(String name, Path base) throws IOException {
        if (name.equals(STANDARD_INPUT)) {
            return List.of(Path.of(name));
        }
        Path path = base.resolve(name);
        if (Files.isDirectory(path)) {
            return below(path);
        }
        if (Files.exists(path)) {
            return List.of(path);
        }
        if (name.matches(".*[*?\\[{].*")) {
            return matching(path);
        }
        throw new IOException("no such file or directory");
    }

    private static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder, DEEPEST)) {
            return RotatedCaptures.byName(all.filter(Files::isRegularFile)
                    .filter(CaptureInputs::looksLikeCapture)
                    .toList());
        }
    }

    private static List<Path> matching(Path pattern) throws IOException {
        Path folder = Objects.requireNonNullElse(pattern.getParent(), Path.of(""));
        List<Path> found = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            throw new IOException("no such directory");
        }
        try (DirectoryStream<Path> matches = Files.newDirectoryStream(folder, String.valueOf(pattern.getFileName()))) {
            for (Path match : matches) {
                if (Files.isRegularFile(match)) {
                    found.add(match);
                }
            }
        }
        return RotatedCaptures.byName(found);
    }

    private static String shown(Path path, Path base) {
        boolean beside =
                path.isAbsolute() == base.isAbsolute() && !path.toString().equals(STANDARD_INPUT);
        return (beside ? base.relativize(path) : path).normalize().toString();
    }

    private static boolean looksLikeCapture(Path file) {
        try {
            return CaptureReader.isCapture(file);
        } catch (IOException unreadable) {
            // Kept in the list, so that reading it names the file and the reason
            return true;
        }
    }

    private static String reason(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
