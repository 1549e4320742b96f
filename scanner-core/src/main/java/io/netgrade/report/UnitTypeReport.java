// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import io.netgrade.json.JsonWriter;
import io.netgrade.profile.Control;
import io.netgrade.profile.Profile;
import io.netgrade.profile.UnitType;
import io.netgrade.yaml.Language;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/** One type of unit: its standard, what such a unit is expected to expose, and what a profile asks of it. */
public final class UnitTypeReport {
    private final UnitType type;
    private final Profile profile;

    public UnitTypeReport(UnitType type, Profile profile) {
        this.type = type;
        this.profile = profile;
    }

    public void text(Language language, PrintWriter out) {
        Labels labels = Labels.of(language);
        out.println(type.id() + "  " + type.title().in(language));
        String standard = type.standard().isEmpty() ? labels.of("unit-type.no-standard") : type.standard();
        out.println("  " + labels.of("unit-type.standard", standard)
                + (type.verified() ? "" : labels.of("in-brackets", labels.of("unit-type.unverified"))));
        out.println("  " + labels.of("unit-type.exposes", String.join(labels.of("comma"), type.exposes())));
        out.println();
        out.println(labels.of(
                "unit-type.asked",
                profile.id(),
                asked().size(),
                profile.controls().size()));
        out.println(labels.of("unit-type.only"));
        for (Control control : particular()) {
            out.println("  " + control.id() + "  " + control.title().in(language)
                    + labels.of("in-brackets", control.from().id()));
        }
        out.flush();
    }

    public void json(PrintWriter out) {
        try (JsonWriter json = JsonWriter.indented(out)) {
            json.object()
                    .field("id", type.id())
                    .object("title")
                    .field("en", type.title().en())
                    .field("zh", type.title().zh())
                    .endObject()
                    .field("standard", Optional.of(type.standard()).filter(said -> !said.isEmpty()))
                    .field("verified", type.verified())
                    .field("exposes", type.exposes())
                    .field("profile", profile.id())
                    .field("controls", asked().stream().map(Control::id).toList())
                    .field(
                            "ofSuchUnitsOnly",
                            particular().stream().map(Control::id).toList())
                    .endObject();
        }
        out.println();
        out.flush();
    }

    /** The controls that are asked of such a unit at all, where the services are there that they are about. */
    private List<Control> asked() {
        return profile.controls().stream()
                .filter(control -> control.applies().toType(type.id()))
                .toList();
    }

    /** Those that are asked of some types only, and of this one. */
    private List<Control> particular() {
        return asked().stream()
                .filter(control -> !control.applies().unitTypes().isEmpty())
                .toList();
    }
}
