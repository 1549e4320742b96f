// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import io.netgrade.report.Paint;
import io.netgrade.yaml.Language;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every command that assesses has. */
final class CommonOptions {
    enum Colour {
        ALWAYS,
        AUTO,
        NEVER
    }

    enum Vantage {
        INTERNAL,
        MANAGEMENT,
        UNTRUSTED
    }

    @Option(
            names = "--profile",
            paramLabel = "ID|FILE",
            description = "The profile to judge by: an id, or a folder with a profile.yml (default: miit-telecom)."
                    + " Repeatable: the first is the run's own, the others judge the same evidence beside it.")
    List<String> profiles = new ArrayList<>();

    @Option(
            names = "--level",
            paramLabel = "[ID=]L",
            description = "The level asked of the unit, such as 2 or 3.1; with the id of a profile, the level of that"
                    + " profile (repeatable).")
    List<String> levels = new ArrayList<>();

    @Option(names = "--unit-type", paramLabel = "T", description = "The unit's type, such as dns-recursive.")
    @Nullable
    String unitType;

    @Option(
            names = "--format",
            paramLabel = "FORMAT[=FILE]",
            description = "text, json or html; repeatable, each but one with its file (default: text).")
    List<String> formats = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE|DIR",
            description = "Where the report goes instead of standard output.")
    @Nullable
    Path output;

    @Option(names = "--lang", paramLabel = "en|zh", description = "The report's language (default: en).")
    Language language = Language.EN;

    @Option(
            names = "--color",
            paramLabel = "auto|always|never",
            description = "Colour in text reports; NO_COLOR is honoured (default: auto).")
    Colour colour = Colour.AUTO;

    @Option(
            names = {"-q", "--quiet"},
            description = "No text report, no progress: only files, errors and the exit code.")
    boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description =
                    "Says more: in the text report the level of each endpoint and the settings of products that were"
                            + " seen, and on standard error stack traces.")
    boolean verbose;

    @Option(
            names = "--progress",
            negatable = true,
            description = "Says on standard error how far it is (default: where that is a terminal).")
    @Nullable
    Boolean progress;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Where runs are kept (default: $XDG_STATE_HOME/netgrade).")
    @Nullable
    Path state;

    @Option(
            names = "--fail-on",
            paramLabel = "LEVEL|never",
            description = "The level below which the exit code is 1, whatever level is asked; never: findings do not"
                    + " move the exit code.")
    @Nullable
    String failOn;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "Judges dates as of this day or moment (2026-11-23, or RFC 3339) instead of when each fact"
                    + " was observed.")
    @Nullable
    String asOf;

    @Option(
            names = "--evidence",
            paramLabel = "FILE",
            description = "Writes what is collected to this file (NDJSON), to be judged again any time.")
    @Nullable
    Path evidence;

    @Option(
            names = "--recog",
            paramLabel = "DIR",
            description = "A folder of fingerprints in Recog's XML: asked, besides netgrade's own, of what services"
                    + " disclose of their software.")
    @Nullable
    Path recog;

    @Option(
            names = "--waivers",
            paramLabel = "FILE",
            description = "Waivers (netgrade.waivers/1) that count besides the plan's; repeatable.")
    List<Path> waivers = new ArrayList<>();

    @Option(
            names = "--attestations",
            paramLabel = "FILE",
            description = "Attestations (netgrade.attestations/1) that count besides the plan's; repeatable.")
    List<Path> attestations = new ArrayList<>();

    /** The launcher says by a property whether standard error is a terminal. */
    boolean showsProgress() {
        return !quiet && (progress == null ? Boolean.getBoolean("netgrade.terminal.error") : progress);
    }

    Paint paint(Console console) {
        return switch (colour) {
            case ALWAYS -> Paint.COLOURED;
            case NEVER -> Paint.PLAIN;
            case AUTO -> console.terminal() && System.getenv("NO_COLOR") == null ? Paint.COLOURED : Paint.PLAIN;
        };
    }

    /**
     * @throws Refusal where the date is none
     */
    Optional<Instant> asOf() {
        if (asOf == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    asOf.contains("T")
                            ? Instant.parse(asOf)
                            : LocalDate.parse(asOf).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeParseException e) {
            throw Refusal.usage("--as-of: \"" + asOf + "\" is neither a day (2026-11-23) nor an RFC 3339 moment");
        }
    }

    Path stateFolder() {
        if (state != null) {
            return state;
        }
        String xdg = System.getenv("XDG_STATE_HOME");
        return xdg != null && !xdg.isEmpty()
                ? Path.of(xdg, "netgrade")
                : Path.of(System.getProperty("user.home"), ".local", "state", "netgrade");
    }
}
