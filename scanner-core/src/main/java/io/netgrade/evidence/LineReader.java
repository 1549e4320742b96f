// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.evidence;

import io.netgrade.fact.Attempt;
import io.netgrade.fact.CaptureCoverage;
import io.netgrade.fact.FactType;
import io.netgrade.fact.Observation;
import io.netgrade.fact.Problem;
import io.netgrade.fact.Run;
import io.netgrade.json.JsonFault;
import io.netgrade.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Reads lines of an evidence file. What is wrong with a line is told when it is its turn to be taken. For one thread. */
final class LineReader {
    private final ObservationLine observations;
    private final WrittenLines written;

    /** @param types the facts that are known, by id */
    LineReader(Map<String, FactType> types) {
        this.observations = new ObservationLine(types);
        this.written = new WrittenLines(observations);
    }

    Line read(byte[] bytes, int from, int to) {
        Optional<Line> line = written.read(bytes, from, to);
        return line.isPresent() ? line.get() : any(new String(bytes, from, to - from, StandardCharsets.UTF_8));
    }

    /** A line in any form that JSON allows. */
    private Line any(String text) {
        try {
            JsonObject json = JsonObject.read(text);
            String kind = json.text("kind");
            return Line.of(kind, content(kind, json));
        } catch (JsonFault e) {
            // Of a line that is none nothing more can be said.
            return gathered -> {
                throw e;
            };
        }
    }

    private Line content(String kind, JsonObject json) {
        try {
            return read(kind, json);
        } catch (JsonFault e) {
            return gathered -> {
                throw e;
            };
        } catch (IllegalArgumentException e) {
            return gathered -> {
                throw e;
            };
        }
    }

    private Line read(String kind, JsonObject json) throws JsonFault {
        switch (kind) {
            case Gathered.RUN -> {
                Run run = run(json);
                return gathered -> gathered.begins(run);
            }
            case "observation" -> {
                Observation seen = observations.read(json);
                return gathered -> gathered.observed(seen);
            }
            case "attempt" -> {
                Attempt attempt = AttemptLines.one(json);
                return gathered -> gathered.attempted(attempt);
            }
            case "attempts" -> {
                return gathered -> AttemptLines.alike(json, gathered);
            }
            case "capture" -> {
                CaptureCoverage capture = CaptureLine.read(json);
                return gathered -> gathered.captured(capture);
            }
            case "problem" -> {
                Problem problem = new Problem(json.text("input"), json.text("message"), json.flag("unreadable"));
                return gathered -> gathered.problem(problem);
            }
            case "end" -> {
                Instant finished = json.instant("finished");
                return gathered -> gathered.ends(finished);
            }
            default -> throw new JsonFault("\"" + kind + "\" is no kind of line");
        }
    }

    private static Run run(JsonObject json) throws JsonFault {
        if (!json.text("schema").equals(EvidenceWriter.SCHEMA)) {
            throw new JsonFault("schema \"" + json.text("schema") + "\" is not " + EvidenceWriter.SCHEMA);
        }
        Instant started = json.instant("started");
        return new Run(
                json.text("id"),
                json.text("tool"),
                json.text("command"),
                started,
                started,
                json.text("vantage"),
                json.flag("vantage-declared"));
    }
}
