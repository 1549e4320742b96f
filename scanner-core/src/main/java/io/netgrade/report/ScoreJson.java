// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import io.netgrade.grade.Score;
import io.netgrade.json.JsonWriter;
import io.netgrade.profile.Level;
import java.util.List;

/** Scores of endpoints as JSON. */
final class ScoreJson {
    private ScoreJson() {}

    static void write(JsonWriter json, List<Score> scores) {
        json.array("scores");
        scores.forEach(score -> write(json, score));
        json.endArray();
    }

    private static void write(JsonWriter json, Score score) {
        json.object()
                .field("unit", score.unit())
                .field("endpoint", score.endpoint().toString())
                .array("parts");
        for (Score.PartScore part : score.parts()) {
            json.object()
                    .field("id", part.part().id())
                    .field("weight", part.part().weight());
            part.score().ifPresent(points -> json.field("score", points));
            if (part.score().isEmpty()) {
                json.field("unknown", part.why());
            }
            json.endObject();
        }
        json.endArray();
        score.total().ifPresent(points -> json.field("total", points));
        json.field("byScore", score.byScore().map(Level::id))
                .field("letter", score.letter().map(Level::id))
                .field("instead", score.instead())
                .field("cappedBy", score.cappedBy())
                .field("open", score.open())
                .endObject();
    }
}
