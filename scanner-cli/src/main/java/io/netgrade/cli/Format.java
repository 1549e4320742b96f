// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The forms a report can take. */
enum Format {
    HTML,
    JSON,
    TEXT;

    /** One report to write: to a file, or to standard output where there is none. */
    record Output(Format format, Optional<Path> file) {}

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The ending of a file of this form. */
    String extension() {
        return this == TEXT ? "txt" : id();
    }

    /**
     * What {@code --format FORMAT[=FILE]} and {@code --output FILE|DIR} ask for together.
     *
     * @throws Refusal listing every mistake
     */
    static List<Output> outputs(List<String> asked, Optional<Path> output) {
        List<String> mistakes = new ArrayList<>();
        List<Output> outputs = new ArrayList<>();
        for (String text : asked.isEmpty() ? List.of("text") : asked) {
            String[] parts = text.split("=", 2);
            Optional<Format> format = Arrays.stream(values())
                    .filter(known -> known.id().equals(parts[0]))
                    .findFirst();
            if (format.isEmpty()) {
                mistakes.add("--format: \"" + parts[0] + "\" is not one of " + known());
            } else {
                outputs.add(new Output(
                        format.get(),
                        parts.length == 2 ? Optional.of(Path.of(parts[1])) : file(format.get(), asked, output)));
            }
        }
        if (outputs.stream().filter(one -> one.file().isEmpty()).count() > 1) {
            mistakes.add("--format: only one report can go to standard output; give the others a file, as json=FILE");
        }
        if (!mistakes.isEmpty()) {
            throw Refusal.usage(mistakes);
        }
        return outputs;
    }

    private static Optional<Path> file(Format format, List<String> asked, Optional<Path> output) {
        return output.map(path -> path.toFile().isDirectory() || asked.size() > 1
                ? path.resolve("assessment." + format.extension())
                : path);
    }

    private static String known() {
        return Arrays.stream(values()).map(Format::id).collect(Collectors.joining(", "));
    }
}
