// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.recog;

import io.netgrade.fact.Fact;
import io.netgrade.fact.Observation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import javax.xml.stream.XMLStreamException;

/** All fingerprints of a folder, by what they are for. Of those for a text the first that fits is taken. */
public final class RecogFolder {
    /** Octets of one file. */
    private static final long LARGEST = 16L << 20;

    private static final int MOST_FILES = 512;

    private final Map<String, List<RecogFingerprint>> byMatches = new HashMap<>();
    private int count;
    private int untaken;

    private RecogFolder() {}

    /** A folder without any. */
    public static RecogFolder empty() {
        return new RecogFolder();
    }

    /**
     * Reads every {@code .xml} of a folder, in the order of their names.
     *
     * @throws IOException where the folder or a file of it cannot be read, or a file is not in Recog's format; the message
     *     names it
     */
    public static RecogFolder read(Path folder) throws IOException {
        TreeSet<Path> files = new TreeSet<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.xml")) {
            found.forEach(files::add);
        }
        if (files.isEmpty() || files.size() > MOST_FILES) {
            throw new IOException(folder + ": " + files.size() + " XML files; a folder of Recog's has some dozens");
        }
        RecogFolder all = new RecogFolder();
        for (Path file : files) {
            all.add(file);
        }
        return all;
    }

    private void add(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException(file + ": larger than " + LARGEST + " octets");
        }
        try (InputStream bytes = Files.newInputStream(file)) {
            RecogFile read = RecogFile.read(bytes, name(file));
            byMatches.computeIfAbsent(read.matches(), any -> new ArrayList<>()).addAll(read.fingerprints());
            count += read.fingerprints().size();
            untaken += read.untaken();
        } catch (XMLStreamException e) {
            String what = Objects.requireNonNullElse(e.getMessage(), "").replace('\n', ' ');
            throw new IOException(file + ": not Recog's XML: " + what, e);
        }
    }

    /** A file that does not say what it is for is called by that: {@code telnet_banners.xml}. */
    private static String name(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.xml$", "");
    }

    /** Fingerprints that can be asked. */
    public int count() {
        return count;
    }

    /** Patterns that use what RE2 has not, and are not asked. */
    public int untaken() {
        return untaken;
    }

    /** What an observation tells by a fingerprint, about the same service and by the same evidence. */
    public Optional<Observation> tells(Observation seen) {
        return DisclosedText.in(seen)
                .flatMap(text -> text.matches().stream()
                        .map(matches -> software(matches, text.text()))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .filter(fact -> !fact.equals(seen.fact()))
                        .map(fact -> new Observation(seen.service(), fact, seen.evidence())));
    }

    /** The first that fits decides, also where it names no product: such are there to stop others from guessing. */
    Optional<Fact> software(String matches, String text) {
        return byMatches.getOrDefault(matches, List.of()).stream()
                .filter(fingerprint -> fingerprint.fits(text))
                .findFirst()
                .flatMap(fingerprint -> fingerprint.software(text));
    }
}
