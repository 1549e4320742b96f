// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import io.netgrade.grade.Assessments;
import io.netgrade.report.HtmlReport;
import io.netgrade.report.JsonReport;
import io.netgrade.report.TextReport;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes the reports that were asked for. */
final class Reports {
    private final Console console;
    private final CommonOptions options;
    private final List<Format.Output> outputs;

    /**
     * @throws Refusal where the options ask for what cannot be
     */
    Reports(Console console, CommonOptions options) {
        this.console = console;
        this.options = options;
        this.outputs = Format.outputs(options.formats, java.util.Optional.ofNullable(options.output));
    }

    /**
     * @throws Refusal where a file cannot be written
     */
    void write(Assessments all) {
        for (Format.Output output : outputs) {
            if (output.file().isPresent()) {
                toFile(all, output.format(), output.file().get());
            } else if (!(options.quiet && output.format() == Format.TEXT)) {
                toConsole(all, output.format());
            }
        }
    }

    private void toFile(Assessments all, Format format, Path file) {
        try (OutputStream out = Files.newOutputStream(file)) {
            render(all, format, new PrintWriter(out, false, StandardCharsets.UTF_8), out, false);
        } catch (IOException e) {
            throw new Refusal(
                    ExitCode.UNAVAILABLE, List.of(file + ": the report cannot be written: " + e.getMessage()));
        }
    }

    private void toConsole(Assessments all, Format format) {
        try {
            console.out().flush();
            render(all, format, console.out(), console.bytes(), true);
        } catch (IOException e) {
            throw new Refusal(ExitCode.UNAVAILABLE, List.of("standard output: " + e.getMessage()));
        }
    }

    /** @param bytes where {@code out} goes */
    private void render(Assessments all, Format format, PrintWriter out, OutputStream bytes, boolean toConsole)
            throws IOException {
        switch (format) {
            case HTML -> HtmlReport.write(all, options.language, out);
            case JSON -> JsonReport.write(all, bytes);
            case TEXT ->
                TextReport.write(
                        all,
                        options.language,
                        toConsole ? options.paint(console) : io.netgrade.report.Paint.PLAIN,
                        options.verbose,
                        out);
        }
        if (out.checkError()) {
            throw new IOException("writing failed");
        }
    }
}
