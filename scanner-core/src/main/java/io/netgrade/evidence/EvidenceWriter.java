// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.evidence;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.CaptureCoverage;
import io.netgrade.fact.Evidence;
import io.netgrade.fact.Fact;
import io.netgrade.fact.Observation;
import io.netgrade.fact.Problem;
import io.netgrade.fact.Run;
import io.netgrade.json.Fragments;
import io.netgrade.json.JsonWriter;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Appends what a run collects to its evidence file, whole lines at a time. What was written survives the end of the
 * process; {@link #close} forces it to the disk.
 */
public final class EvidenceWriter implements Closeable {
    static final String SCHEMA = "netgrade.evidence/1";

    /** A stream and no channel: an interrupt, which ends what is read and asked, must not end what is kept of it. */
    private final FileOutputStream file;

    private final JsonWriter json;
    private final Fragments<Fact> facts;
    private final AlikeAttempts alike = new AlikeAttempts();

    private EvidenceWriter(FileOutputStream file) {
        this.file = file;
        this.json = JsonWriter.lines(file);
        this.facts = new Fragments<>(json, EvidenceWriter::fact);
    }

    /**
     * Makes a new file and writes the run's beginning into it.
     *
     * @throws IOException where the file exists already or cannot be made
     */
    public static EvidenceWriter create(Path file, Run run) throws IOException {
        Files.createFile(file);
        EvidenceWriter writer = new EvidenceWriter(new FileOutputStream(file.toFile()));
        writer.line(
                "run",
                json -> json.field("schema", SCHEMA)
                        .field("id", run.id())
                        .field("tool", run.toolVersion())
                        .field("command", run.command())
                        .field("started", run.started())
                        .field("vantage", run.vantage())
                        .field("vantage-declared", run.vantageDeclared()));
        return writer;
    }

    /** Written only with the next {@link #settle} or with what else is written. */
    public void observed(Observation seen) throws IOException {
        putBy("observation", line -> {
            Evidence evidence = seen.evidence();
            endpoint(line, seen.service().endpoint())
                    .field("protocol", seen.service().protocol())
                    .field("layers", seen.service().layers())
                    .field("confidence", seen.service().confidence().name().toLowerCase(Locale.ROOT));
            facts.write(seen.fact());
            line.field("source", evidence.source().name().toLowerCase(Locale.ROOT))
                    .field("time", evidence.time())
                    .field("place", evidence.place())
                    .field("frame", evidence.frame())
                    .field("excerpt", evidence.excerpt());
        });
    }

    private static void fact(JsonWriter json, Fact fact) {
        json.field("fact", fact.type()).field("complete", fact.complete()).field("value", fact.value());
    }

    /** Written only with the next {@link #settle} or with what else is written. */
    public void attempted(Attempt attempt) throws IOException {
        if (alike.hold(attempt.endpoint())) {
            putByAlike();
        }
        putBy(
                "attempt",
                json -> endpoint(json, attempt.endpoint())
                        .field("question", attempt.question())
                        .field("status", attempt.status().id())
                        .field("detail", attempt.detail())
                        .field("time", attempt.time())
                        .field("millis", attempt.millis())
                        .field("sent", attempt.sent())
                        .field("received", attempt.received()));
    }

    /**
     * An attempt of which nothing is to be said but that it was not answered, the first on its endpoint: may share a line with
     * others. Written with the next {@link #settleAll}, or some time before.
     */
    public void attemptedLikeOthers(Attempt attempt) throws IOException {
        alike.add(attempt);
        if (alike.due()) {
            putByAlike();
        }
    }

    public void captured(CaptureCoverage capture) throws IOException {
        line("capture", json -> {
            json.field("file", capture.file())
                    .field("sha256", capture.sha256())
                    .field("packets", capture.packets())
                    .field("bytes", capture.bytes())
                    .field("truncated", capture.truncated())
                    .field("problem", capture.problem())
                    .field("snapped", capture.snapped())
                    .field("malformed", capture.malformed())
                    .field("not-ip", capture.notIp())
                    .field("dropped", capture.dropped())
                    .field("flows", capture.flows())
                    .field("unrecognised", capture.unrecognised());
            json.object("unsupported-link-type");
            new TreeMap<>(capture.unsupportedLinkType()).forEach((type, count) -> json.field("" + type, count));
            json.endObject().object("limits");
            new TreeMap<>(capture.limits()).forEach(json::field);
            json.endObject();
            capture.firstTime().ifPresent(time -> json.field("first-time", time));
            capture.lastTime().ifPresent(time -> json.field("last-time", time));
        });
    }

    public void problem(Problem problem) throws IOException {
        line(
                "problem",
                json -> json.field("input", problem.input())
                        .field("message", problem.message())
                        .field("unreadable", problem.unreadable()));
    }

    /** Says that the run came to its end; a file without this line is of a run that was interrupted. */
    public void finished(Run run) throws IOException {
        putByAlike();
        line("end", json -> json.field("finished", run.finished()));
    }

    @Override
    public void close() throws IOException {
        try (file) {
            settleAll();
            file.getFD().sync();
        }
    }

    /** Returns when all that was settled is on the disk; from any thread. */
    public void force() throws IOException {
        file.getFD().sync();
    }

    private static JsonWriter endpoint(JsonWriter json, Endpoint endpoint) {
        return json.field("address", Endpoint.text(endpoint.address()))
                .field("port", endpoint.port())
                .field("transport", endpoint.transport().id());
    }

    /** Writes what was put by, and waits for nothing to share a line with: it survives from now on. */
    public void settleAll() throws IOException {
        putByAlike();
        settle();
    }

    /** Writes what was put by but for attempts that wait for others like them: it survives from now on. */
    public void settle() throws IOException {
        if (alike.due()) {
            putByAlike();
        }
        try {
            json.drain();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void putByAlike() throws IOException {
        try {
            alike.drainTo(members -> write("attempts", members));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void line(String kind, Consumer<JsonWriter> members) throws IOException {
        putBy(kind, members);
        settle();
    }

    private void putBy(String kind, Consumer<JsonWriter> members) throws IOException {
        try {
            write(kind, members);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void write(String kind, Consumer<JsonWriter> members) {
        json.object().field("kind", kind);
        members.accept(json);
        json.endObject().endLine();
    }
}
