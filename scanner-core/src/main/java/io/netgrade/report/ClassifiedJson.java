// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import io.netgrade.classify.About;
import io.netgrade.classify.Answer;
import io.netgrade.classify.Classification;
import io.netgrade.classify.Deadline;
import io.netgrade.classify.Review;
import io.netgrade.json.JsonWriter;
import io.netgrade.yaml.Text;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Required levels as JSON of the schema {@code netgrade.classification/1}. */
public final class ClassifiedJson {
    private final JsonWriter json;

    private ClassifiedJson(JsonWriter json) {
        this.json = json;
    }

    /** The stream stays open. */
    public static void write(Classified classified, OutputStream out) {
        try (JsonWriter json = JsonWriter.indented(out)) {
            new ClassifiedJson(json).write(classified);
        }
    }

    private void write(Classified classified) {
        json.object()
                .field("schema", "netgrade.classification/1")
                .field("asOf", classified.asOf().toString())
                .field("operator", classified.operator())
                .array("methods");
        classified.methods().forEach(this::method);
        json.endArray().array("units");
        classified.units().forEach(this::unit);
        json.endArray().endObject();
    }

    private void method(About method) {
        json.object()
                .field("id", method.id())
                .field("version", method.version())
                .field("source", method.source())
                .field("sha256", method.sha256());
        texts("unverified", method.unverified());
        json.endObject();
    }

    private void texts(String name, List<Text> texts) {
        json.array(name);
        texts.forEach(text ->
                json.object().field("en", text.en()).field("zh", text.zh()).endObject());
        json.endArray();
    }

    private void unit(ClassifiedUnit unit) {
        json.object().field("id", unit.id()).field("title", unit.title());
        unit.type()
                .ifPresent(type -> json.field("type", type.id())
                        .field("standard", type.standard())
                        .field("standardVerified", type.verified()));
        json.field("required", unit.level()).field("reason", unit.requirement().reason());
        unit.requirement().classification().ifPresent(this::classification);
        review(unit.requirement().review());
        unit.duties()
                .filingDays()
                .ifPresent(days -> json.object("filing")
                        .field("days", days)
                        .field("due", unit.filingDue().map(Object::toString))
                        .field("clause", unit.duties().filingClause())
                        .endObject());
        json.array("duties");
        unit.deadlines().forEach(this::deadline);
        json.endArray().endObject();
    }

    private void classification(Classification found) {
        json.field("method", found.method().about().id()).field("computed", found.computed());
        json.field("value", found.value().map(BigDecimal::toString)).array("factors");
        for (int i = 0; i < found.answers().size(); i++) {
            Answer answer = found.answers().get(i);
            json.object().field("id", answer.question()).field("values", answer.choices());
            if (!found.weights().isEmpty()) {
                json.field("weight", found.weights().get(i).toString());
            }
            json.field("reason", answer.reason()).endObject();
        }
        json.endArray();
        texts("steps", found.steps().stream().map(step -> step.text()).toList());
        json.array("effects");
        found.effects()
                .forEach(effect -> json.object()
                        .field("factor", effect.question())
                        .field("value", effect.choice())
                        .field("level", effect.level())
                        .endObject());
        json.endArray();
    }

    private void review(Review review) {
        json.object("review")
                .field("on", review.on().map(Object::toString))
                .field("by", review.by())
                .field("level", review.level())
                .field("reason", review.reason())
                .endObject();
    }

    private void deadline(Deadline deadline) {
        json.object()
                .field(
                        "duty",
                        deadline.cycle().kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .field("months", deadline.cycle().months())
                .field("last", deadline.last().map(Object::toString))
                .field("next", deadline.next().map(Object::toString))
                .field("overdue", deadline.overdue())
                .field("clause", deadline.cycle().clause())
                .endObject();
    }
}
