// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import io.netgrade.check.Clause;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.grade.Finding;
import io.netgrade.grade.LiftDecision;
import io.netgrade.grade.LiftFix;
import io.netgrade.grade.LiftTo;
import io.netgrade.json.JsonWriter;
import io.netgrade.profile.Control;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What lifts a unit, as the member {@code lifts} of the JSON report. */
final class LiftsJson {
    private LiftsJson() {}

    static void write(JsonWriter json, List<LiftTo> lifts) {
        json.array("lifts");
        for (LiftTo lift : lifts) {
            json.object().field("to", lift.level().id()).field("for", reasons(lift));
            json.array("fixes");
            lift.fixes().forEach(fix -> fix(json, fix));
            json.endArray().array("decisions");
            lift.decisions().forEach(decision -> decision(json, decision));
            json.endArray().endObject();
        }
        json.endArray();
    }

    private static List<String> reasons(LiftTo lift) {
        List<String> reasons = new ArrayList<>();
        if (lift.next()) {
            reasons.add("next");
        }
        if (lift.asked()) {
            reasons.add("required");
        }
        return reasons;
    }

    private static void fix(JsonWriter json, LiftFix fix) {
        json.object()
                .field("remedy", fix.remedy().en())
                .field("controls", ids(fix.controls()))
                .field("severity", fix.severity().id())
                .field("removes", fix.removes());
        json.array("goals");
        fix.goals().forEach(goal -> goal(json, goal));
        json.endArray().array("hosts");
        for (LiftFix.Place place : fix.places()) {
            json.object()
                    .field("host", place.host().map(Endpoint::text))
                    .field("endpoints", texts(place.endpoints()))
                    .field("findings", findings(place.removes()))
                    .field("settles", findings(place.settles()))
                    .endObject();
        }
        json.endArray().endObject();
    }

    private static void goal(JsonWriter json, LiftFix.Goal goal) {
        json.object()
                .field("control", goal.control().id())
                .field("level", goal.from().id())
                .array("bars");
        for (LiftFix.Measured measured : goal.bars()) {
            Clause clause = measured.clause();
            json.object().field("check", measured.check()).field("field", clause.field());
            if (!clause.where().isEmpty()) {
                Map<String, Object> where = new TreeMap<>(clause.where());
                json.field("where", where);
            }
            json.field("comparator", clause.comparator().id())
                    .field("operands", clause.operands())
                    .endObject();
        }
        json.endArray().endObject();
    }

    private static void decision(JsonWriter json, LiftDecision decision) {
        json.object()
                .field("reason", decision.reason().id())
                .field("attestable", decision.attestable())
                .field("how", decision.how().en())
                .field("controls", ids(decision.controls()))
                .field("endpoints", texts(decision.endpoints()))
                .field("decides", decision.decides().size())
                .endObject();
    }

    private static List<String> ids(List<Control> controls) {
        return controls.stream().map(Control::id).toList();
    }

    private static List<String> texts(List<Endpoint> endpoints) {
        return endpoints.stream().map(Endpoint::toString).toList();
    }

    private static List<String> findings(List<Finding> findings) {
        return findings.stream().map(Finding::id).toList();
    }
}
