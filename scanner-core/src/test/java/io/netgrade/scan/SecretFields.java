// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** TShark's fields that hold secrets, subscribers or what users sent, as far as the TShark here knows them. */
final class SecretFields {
    private static final String LIST = "/io/netgrade/scan/secret-fields.txt";
    private static final String EACH = "\u001F";
    private static final int SECONDS = 120;

    private final List<Field> fields;

    private SecretFields(List<Field> fields) {
        this.fields = fields;
    }

    /** A value, and the field it stands in. */
    record Secret(String field, String value) {}

    /** A field that holds a secret, only in frames where another field is one of some words unless that is empty. */
    private record Field(String name, String command, Set<String> words) {}

    static boolean present() {
        try {
            return output("tshark", "--version").contains("TShark");
        } catch (IOException absent) {
            return false;
        }
    }

    static SecretFields known() throws IOException {
        Set<String> names = new HashSet<>();
        output("tshark", "-G", "fields")
                .lines()
                .map(line -> line.split("\t", 4))
                .forEach(columns -> {
                    if (columns.length > 2) {
                        names.add(columns[2]);
                    }
                });
        List<Field> fields = new ArrayList<>();
        for (String line : listed()) {
            String[] parts = line.split(" +", 3);
            boolean always = parts.length == 1;
            Field field =
                    new Field(parts[0], always ? "" : parts[1], always ? Set.of() : Set.of(parts[2].split(" +", -1)));
            if (names.contains(field.name()) && (always || names.contains(field.command()))) {
                fields.add(field);
            }
        }
        assertThat(fields).as("fields that this TShark knows").hasSizeGreaterThan(40);
        return new SecretFields(fields);
    }

    private static List<String> listed() {
        try (var list = SecretFields.class.getResourceAsStream(LIST)) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The secrets of each of some captures. TShark takes longer to start than to read: it is started once, for all of them
     * one after another in one file.
     */
    Map<Path, Set<Secret>> of(List<Path> captures) throws IOException {
        Map<Path, Set<Secret>> secrets = new HashMap<>();
        NavigableMap<Integer, Path> firstFrames = firstFrames(captures);
        Path all = Files.createTempFile("captures", ".pcapng");
        try {
            output(withFiles(captures, "mergecap", "-a", "-I", "none", "-F", "pcapng", "-w", all.toString()));
            for (Row row : rows(output(asking(all)))) {
                Path capture = firstFrames.floorEntry(row.frame()).getValue();
                add(row.columns(), secrets.computeIfAbsent(capture, any -> new LinkedHashSet<>()));
            }
            return secrets;
        } finally {
            Files.delete(all);
        }
    }

    /** Where in one file of all of them each begins. */
    private static NavigableMap<Integer, Path> firstFrames(List<Path> captures) throws IOException {
        List<String> counts = output(withFiles(captures, "capinfos", "-T", "-r", "-M", "-c"))
                .lines()
                .toList();
        assertThat(counts).as("captures that capinfos reads").hasSameSizeAs(captures);
        NavigableMap<Integer, Path> first = new TreeMap<>();
        int next = 1;
        for (int i = 0; i < counts.size(); i++) {
            first.put(next, captures.get(i));
            next += Integer.parseInt(counts.get(i).split("\t", -1)[1].strip());
        }
        return first;
    }

    private static String[] withFiles(List<Path> captures, String... command) {
        return Stream.concat(Stream.of(command), captures.stream().map(Path::toString))
                .toArray(String[]::new);
    }

    private String[] asking(Path capture) {
        List<String> command = new ArrayList<>(List.of("tshark", "-n", "-r", capture.toString(), "-T", "fields"));
        command.addAll(List.of("-E", "separator=/t", "-E", "aggregator=" + EACH, "-E", "occurrence=a"));
        command.addAll(List.of("-e", "frame.number"));
        for (Field field : fields) {
            command.addAll(List.of("-e", field.name()));
            if (!field.command().isEmpty()) {
                command.addAll(List.of("-e", field.command()));
            }
        }
        return command.toArray(String[]::new);
    }

    /** What TShark told of one frame. */
    private record Row(int frame, List<String> columns) {}

    /** A line that does not begin with the number of a frame goes on with the value that the line before broke off in. */
    private static List<Row> rows(String told) {
        List<Row> rows = new ArrayList<>();
        for (String line : told.split("\n", -1)) {
            List<String> columns = new ArrayList<>(List.of(line.split("\t", -1)));
            String first = columns.remove(0);
            if (first.matches("[0-9]{1,9}") && !columns.isEmpty()) {
                rows.add(new Row(Integer.parseInt(first), columns));
            } else if (!rows.isEmpty()) {
                List<String> before = rows.get(rows.size() - 1).columns();
                before.set(before.size() - 1, before.get(before.size() - 1) + EACH + first);
                before.addAll(columns);
            }
        }
        return rows;
    }

    private void add(List<String> columns, Set<Secret> secrets) {
        int at = 0;
        for (Field field : fields) {
            String values = at < columns.size() ? columns.get(at) : "";
            at++;
            if (!field.command().isEmpty()) {
                boolean meant = at < columns.size()
                        && field.words().contains(columns.get(at).toUpperCase(Locale.ROOT));
                at++;
                if (!meant) {
                    continue;
                }
            }
            for (String value : values.split(EACH, -1)) {
                secrets.add(new Secret(field.name(), value));
            }
        }
    }

    private static String output(String... command) throws IOException {
        Path written = Files.createTempFile("secrets", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(written.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly();
            assertThat(ended).as("%s within %d s", command[0], SECONDS).isTrue();
            return Files.readString(written, StandardCharsets.ISO_8859_1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            Files.delete(written);
        }
    }
}
