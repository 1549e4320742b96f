// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.endpoint.Target;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;

/**
 * The targets of an {@code @file}: one a line, where {@code #} begins a comment, or what another scanner has written: the
 * XML and the greppable output of nmap, the XML, the JSON and the list of masscan. Of those, each open port of TCP and UDP
 * is a target, and a host that is up and of which no port was looked at.
 */
public final class TargetFile {
    private static final int MOST_BYTES = 256 << 20;
    private static final int MOST_TARGETS = 4_000_000;
    private static final int MOST_MISTAKES = 100;

    private final Path file;
    private final List<Target> targets = new ArrayList<>();
    private final ObjIntConsumer<String> mistakes;
    private long found;

    private TargetFile(Path file, ObjIntConsumer<String> mistakes) {
        this.file = file;
        this.mistakes = mistakes;
    }

    /** @param mistakes told each thing that is wrong, as one line with the file and the line in it */
    public static List<Target> read(Path file, List<String> mistakes) {
        return read(file, (what, line) -> mistakes.add(file + (line > 0 ? ":" + line : "") + ": " + what));
    }

    /** @param mistakes told each thing that is wrong, and its line, 0 where it has none */
    public static List<Target> read(Path file, ObjIntConsumer<String> mistakes) {
        TargetFile reading = new TargetFile(file, mistakes);
        reading.read();
        if (reading.found > MOST_MISTAKES) {
            mistakes.accept((reading.found - MOST_MISTAKES) + " more mistakes of this kind", 0);
        }
        return List.copyOf(reading.targets);
    }

    private void read() {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
            BufferedReader text = new BufferedReader(
                    new InputStreamReader(new LimitedStream(bytes, MOST_BYTES), StandardCharsets.UTF_8.newDecoder()));
            if (isXml(text)) {
                ScannerXml.read(text, this::take, this::mistake);
            } else {
                lines(text);
            }
        } catch (NoSuchFileException e) {
            mistake(0, "there is no such file; @ stands before the name of a file with targets");
        } catch (CharacterCodingException e) {
            mistake(0, "is not UTF-8 text; give a list of targets, or what nmap or masscan wrote");
        } catch (IOException e) {
            mistake(0, "the list cannot be read: " + e.getMessage());
        }
    }

    private static boolean isXml(BufferedReader text) throws IOException {
        text.mark(2);
        int first = text.read();
        if (first == '\uFEFF') {
            text.mark(1);
            first = text.read();
        }
        text.reset();
        return first == '<';
    }

    private void lines(BufferedReader text) throws IOException {
        ScannerLines lines = new ScannerLines();
        int number = 0;
        for (String line = text.readLine(); line != null && targets.size() < MOST_TARGETS; line = text.readLine()) {
            number++;
            try {
                lines.targets(line.strip()).forEach(this::take);
            } catch (IllegalArgumentException e) {
                mistake(number, String.valueOf(e.getMessage()));
            }
        }
        lines.onlyUp().forEach(this::take);
        if (targets.size() >= MOST_TARGETS) {
            mistake(number, "more than " + MOST_TARGETS + " targets; name networks, or share the list out");
        }
    }

    private void take(Target target) {
        targets.add(target);
    }

    private void mistake(int line, String what) {
        if (++found <= MOST_MISTAKES) {
            mistakes.accept(what.replace('\n', ' '), line);
        }
    }
}
