// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import io.netgrade.report.Classified;
import io.netgrade.report.ClassifiedJson;
import io.netgrade.report.ClassifiedText;
import io.netgrade.report.FilingSheet;
import io.netgrade.report.Paint;
import io.netgrade.report.Tables;
import io.netgrade.yaml.Language;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code classify} shares with other commands: in which form, in which language and where the levels go. */
final class ClassifyOptions {
    /** The forms of a classification; a table is the sheet for filing (定级备案). */
    enum Form {
        CSV,
        JSON,
        TEXT,
        XLSX
    }

    @Option(
            names = "--profile",
            paramLabel = "ID|FILE",
            description = "The profile whose levels are asked for, in place of the plan's.")
    @Nullable
    String profile;

    @Option(
            names = "--format",
            paramLabel = "text|json|csv|xlsx",
            description = "csv and xlsx are the sheet for filing with the regulator (default: text).")
    private Form form = Form.TEXT;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where it goes instead of standard output; needed for xlsx.")
    @Nullable
    private Path output;

    @Option(names = "--lang", paramLabel = "en|zh", description = "The language (default: en).")
    private Language language = Language.EN;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "Tells what is overdue as of this day (default: today, UTC).")
    @Nullable
    private String asOf;

    @Option(names = "--color", paramLabel = "auto|always|never", description = "Colour in text (default: auto).")
    private CommonOptions.Colour colour = CommonOptions.Colour.AUTO;

    @Option(
            names = {"-v", "--verbose"},
            description = "Says more on standard error, stack traces included.")
    boolean verbose;

    /** @throws Refusal where the date is none */
    Optional<Instant> asOf() {
        CommonOptions common = new CommonOptions();
        common.asOf = asOf;
        return common.asOf();
    }

    /** @throws Refusal where it cannot be written */
    void write(Console console, Classified classified) {
        if (form == Form.XLSX && output == null && console.terminal()) {
            throw Refusal.usage("--format xlsx is no text for a terminal: name a file with --output");
        }
        try {
            if (output == null) {
                render(classified, console.out(), console.bytes(), paint(console));
            } else {
                try (OutputStream out = Files.newOutputStream(output)) {
                    render(classified, new PrintWriter(out, false, StandardCharsets.UTF_8), out, Paint.PLAIN);
                }
            }
        } catch (IOException e) {
            throw new Refusal(
                    ExitCode.UNAVAILABLE,
                    List.of((output == null ? "standard output" : output) + ": cannot be written: " + e.getMessage()));
        }
    }

    private Paint paint(Console console) {
        CommonOptions common = new CommonOptions();
        common.colour = colour;
        return common.paint(console);
    }

    private void render(Classified classified, PrintWriter text, OutputStream bytes, Paint paint) throws IOException {
        text.flush();
        switch (form) {
            case TEXT -> ClassifiedText.write(classified, language, paint, text);
            case JSON -> ClassifiedJson.write(classified, bytes);
            case CSV -> Tables.csv(FilingSheet.rows(classified, language), bytes);
            case XLSX ->
                Tables.xlsx(
                        FilingSheet.rows(classified, language),
                        language == Language.ZH ? "定级备案" : "Filing",
                        "netgrade",
                        bytes);
        }
        if (text.checkError()) {
            throw new IOException("writing failed");
        }
    }
}
