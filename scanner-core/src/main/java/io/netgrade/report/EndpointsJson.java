// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import io.netgrade.grade.EndpointGrade;
import io.netgrade.grade.Interval;
import io.netgrade.json.JsonWriter;
import io.netgrade.profile.Level;
import java.util.List;
import java.util.Optional;

/** The levels of a unit's endpoints, as the member {@code endpoints} of the unit. */
final class EndpointsJson {
    private EndpointsJson() {}

    static void write(JsonWriter json, List<EndpointGrade> endpoints) {
        json.array("endpoints");
        for (EndpointGrade one : endpoints) {
            json.object().field("endpoint", one.endpoint().toString());
            interval(json, one.interval());
            json.field("shown", one.shown()).object("withoutWaivers");
            interval(json, one.withoutWaivers());
            json.endObject()
                    .field("blockedBy", one.blockedBy())
                    .field("undecided", one.undecided())
                    .endObject();
        }
        json.endArray();
    }

    static void interval(JsonWriter json, Interval interval) {
        json.field("achieved", level(interval.achieved())).field("possible", level(interval.possible()));
    }

    private static String level(Optional<Level> level) {
        return level.map(Level::id).orElse(JsonReport.NO_LEVEL);
    }
}
