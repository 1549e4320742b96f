// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import io.netgrade.report.Paint;
import io.netgrade.report.Supposition;
import io.netgrade.report.SuppositionJson;
import io.netgrade.report.SuppositionText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Writes what was supposed, in the forms that were asked for. */
final class SuppositionReports {
    private final Console console;
    private final CommonOptions options;
    private final List<Format.Output> outputs;

    /**
     * @throws Refusal where the options ask for what cannot be
     */
    SuppositionReports(Console console, CommonOptions options) {
        this.console = console;
        this.options = options;
        this.outputs = Format.outputs(options.formats, Optional.ofNullable(options.output));
        if (outputs.stream().anyMatch(output -> output.format() != Format.TEXT && output.format() != Format.JSON)) {
            throw Refusal.usage("--format: --what-if is reported as text or json");
        }
    }

    /**
     * @throws Refusal where a file cannot be written
     */
    void write(Supposition supposition) {
        for (Format.Output output : outputs) {
            if (output.file().isPresent()) {
                toFile(supposition, output.format(), output.file().get());
            } else if (!(options.quiet && output.format() == Format.TEXT)) {
                toConsole(supposition, output.format());
            }
        }
    }

    private void toFile(Supposition supposition, Format format, Path file) {
        try (OutputStream out = Files.newOutputStream(file);
                PrintWriter text = new PrintWriter(out, false, StandardCharsets.UTF_8)) {
            render(supposition, format, Paint.PLAIN, text, out);
        } catch (IOException e) {
            throw new Refusal(
                    ExitCode.UNAVAILABLE, List.of(file + ": the report cannot be written: " + e.getMessage()));
        }
    }

    private void toConsole(Supposition supposition, Format format) {
        try {
            console.out().flush();
            render(supposition, format, options.paint(console), console.out(), console.bytes());
        } catch (IOException e) {
            throw new Refusal(ExitCode.UNAVAILABLE, List.of("standard output: " + e.getMessage()));
        }
    }

    /** @param bytes where {@code text} goes */
    private void render(Supposition supposition, Format format, Paint paint, PrintWriter text, OutputStream bytes)
            throws IOException {
        if (format == Format.JSON) {
            SuppositionJson.write(supposition, bytes);
        } else {
            SuppositionText.write(supposition, options.language, paint, text);
        }
        if (text.checkError()) {
            throw new IOException("writing failed");
        }
    }
}
