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
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** TShark's fields that hold secrets, subscribers or what users sent, as far as the TShark here knows them. */
final class SecretFields {
    private static final String LIST = "/io/netgrade/scan/secret-fields.txt";
    private static final String EACH = "\u001F";
    private static final int SECONDS = 60;
    private static final int FRAMES = 20_000;

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

    Set<Secret> of(Path capture) throws IOException {
        List<String> command = new ArrayList<>(
                List.of("tshark", "-n", "-c", Integer.toString(FRAMES), "-r", capture.toString(), "-T", "fields"));
        command.addAll(List.of("-E", "separator=/t", "-E", "aggregator=" + EACH, "-E", "occurrence=a"));
        for (Field field : fields) {
            command.addAll(List.of("-e", field.name()));
            if (!field.command().isEmpty()) {
                command.addAll(List.of("-e", field.command()));
            }
        }
        Set<Secret> secrets = new LinkedHashSet<>();
        output(command.toArray(String[]::new))
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> add(line.split("\t", -1), secrets));
        return secrets;
    }

    private void add(String[] columns, Set<Secret> secrets) {
        int at = 0;
        for (Field field : fields) {
            String values = at < columns.length ? columns[at] : "";
            at++;
            if (!field.command().isEmpty()) {
                boolean meant = at < columns.length && field.words().contains(columns[at].toUpperCase(Locale.ROOT));
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
