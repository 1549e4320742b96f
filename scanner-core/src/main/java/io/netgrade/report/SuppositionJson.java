// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.grade.FindingMove;
import io.netgrade.grade.UnitMove;
import io.netgrade.json.JsonWriter;
import io.netgrade.profile.Level;
import io.netgrade.profile.Profile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** What profiles would make of runs, as JSON, schema {@code netgrade.what-if/1}. */
public final class SuppositionJson {
    public static final String SCHEMA = "netgrade.what-if/1";

    private SuppositionJson() {}

    /** The stream stays open and unflushed. */
    public static void write(Supposition supposition, OutputStream out) throws IOException {
        try (JsonWriter json = JsonWriter.indented(out)) {
            json.object().field("schema", SCHEMA);
            json.object("tool")
                    .field("name", "netgrade")
                    .field("version", supposition.toolVersion())
                    .endObject();
            json.array("whatIf");
            for (Supposition.Supposed supposed : supposition.profiles()) {
                profile(json.object(), supposed.profile());
                json.array("units");
                supposed.units().forEach(unit -> unit(json, unit));
                json.endArray().endObject();
            }
            json.endArray().endObject();
            json.endLine();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void profile(JsonWriter json, Profile profile) {
        json.object("profile")
                .field("id", profile.id())
                .field("version", profile.version())
                .field("sha256", profile.sha256())
                .endObject();
    }

    private static void unit(JsonWriter json, Supposition.Unit unit) {
        UnitMove move = unit.move();
        json.object().field("run", move.run()).field("unit", move.unit()).field("moves", move.moves());
        json.object("now");
        profile(json, unit.now());
        standing(json, move.now());
        json.endObject().object("then");
        standing(json, move.then());
        json.endObject().array("findings");
        for (FindingMove finding : move.moved()) {
            json.object()
                    .field("id", finding.id())
                    .field("control", finding.control())
                    .field("endpoint", finding.endpoint().map(Endpoint::toString));
            finding.now().ifPresent(said -> said(json, "now", said));
            finding.then().ifPresent(said -> said(json, "then", said));
            json.endObject();
        }
        json.endArray().endObject();
    }

    private static void standing(JsonWriter json, UnitMove.Standing standing) {
        json.field("required", standing.asked().map(Level::id))
                .field("achieved", level(standing.interval().achieved()))
                .field("possible", level(standing.interval().possible()))
                .field("result", standing.outcome().id());
    }

    private static void said(JsonWriter json, String when, FindingMove.Said said) {
        json.object(when)
                .field("result", said.result().id())
                .field("level", said.level().id())
                .field("waived", said.waived())
                .endObject();
    }

    private static String level(Optional<Level> level) {
        return level.map(Level::id).orElse(JsonReport.NO_LEVEL);
    }
}
