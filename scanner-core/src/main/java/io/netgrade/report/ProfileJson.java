// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import io.netgrade.json.JsonWriter;
import io.netgrade.profile.Level;
import io.netgrade.profile.Profile;
import io.netgrade.profile.Release;
import io.netgrade.yaml.Text;
import java.util.Optional;

/** What a report says of a profile: enough to know which one it was, and what became of it since another. */
final class ProfileJson {
    private ProfileJson() {}

    /** As members of an object that is begun. */
    static void origin(JsonWriter json, Profile profile) {
        json.field("source", profile.source())
                .field("effective", Optional.of(profile.effective()).filter(said -> !said.isEmpty()));
    }

    /** As an object of a list. */
    static void whole(JsonWriter json, Profile profile) {
        json.object().field("id", profile.id()).field("version", profile.version());
        text(json, "title", profile.title());
        origin(json, profile);
        json.field("sha256", profile.sha256())
                .field("levels", profile.levels().stream().map(Level::id).toList());
        changes(json, profile);
        json.endObject();
    }

    static void changes(JsonWriter json, Profile profile) {
        json.array("changes");
        for (Release release : profile.releases()) {
            json.object()
                    .field("version", release.version())
                    .field("date", release.date().toString());
            text(json, "says", release.says());
            json.endObject();
        }
        json.endArray();
    }

    private static void text(JsonWriter json, String name, Text text) {
        json.object(name).field("en", text.en()).field("zh", text.zh()).endObject();
    }
}
