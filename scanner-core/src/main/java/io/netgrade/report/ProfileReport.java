// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import io.netgrade.json.JsonWriter;
import io.netgrade.profile.Ask;
import io.netgrade.profile.Control;
import io.netgrade.profile.Demand;
import io.netgrade.profile.Level;
import io.netgrade.profile.Profile;
import io.netgrade.profile.ProfileDiff;
import io.netgrade.profile.Release;
import io.netgrade.yaml.Language;
import io.netgrade.yaml.Text;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Profiles, listed and shown. */
public final class ProfileReport {
    private ProfileReport() {}

    public static void list(List<Profile> profiles, Language language, PrintWriter out) {
        for (Profile profile : profiles) {
            out.println(profile.id() + " " + profile.version() + "  "
                    + profile.title().in(language));
            out.println("  " + profile.controls().size() + " controls, levels "
                    + String.join(", ", profile.levels().stream().map(Level::id).toList()) + ", sha256 "
                    + profile.sha256());
        }
        out.flush();
    }

    public static void listJson(List<Profile> profiles, PrintWriter out) {
        try (JsonWriter json = JsonWriter.indented(out)) {
            json.array();
            for (Profile profile : profiles) {
                head(json.object(), profile)
                        .field("controls", profile.controls().size())
                        .endObject();
            }
            json.endArray();
        }
        out.println();
        out.flush();
    }

    public static void text(Profile profile, Language language, PrintWriter out) {
        list(List.of(profile), language, out);
        out.println("  " + profile.source());
        if (!profile.effective().isEmpty()) {
            out.println("  effective " + profile.effective());
        }
        profile.unverified().forEach(text -> out.println("  unverified: " + text.in(language)));
        for (Level level : profile.levels()) {
            out.println("  level " + level.id() + "  " + level.meaning().in(language));
        }
        changes(profile, language, out);
        for (Control control : profile.controls()) {
            out.println();
            out.println(control.id() + "  " + control.title().in(language));
            for (Ask ask : control.asks()) {
                out.println("  from " + ask.level().id() + "  " + ask.severity().id()
                        + (ask.advisory() ? " advice" : "")
                        + "  "
                        + String.join(", ", Explanation.checks(ask)));
            }
            if (control.manual()) {
                out.println("  from " + control.from().id() + "  for a person to attest");
            }
            out.println("  " + String.join("; ", control.clauses()));
        }
        out.flush();
    }

    private static void changes(Profile profile, Language language, PrintWriter out) {
        for (Release release : profile.releases()) {
            out.println("  changes in " + release.version() + " (" + release.date() + ")  "
                    + release.says().in(language));
        }
    }

    public static void json(Profile profile, PrintWriter out) {
        try (JsonWriter json = JsonWriter.indented(out)) {
            head(json.object(), profile).array("levels");
            for (Level level : profile.levels()) {
                text(json.object().field("id", level.id()), "meaning", level.meaning())
                        .endObject();
            }
            json.endArray().array("unverified");
            for (Text text : profile.unverified()) {
                json.object().field("en", text.en()).field("zh", text.zh()).endObject();
            }
            json.endArray();
            ProfileJson.changes(json, profile);
            json.array("controls");
            profile.controls().forEach(control -> control(json, control));
            json.endArray().endObject();
        }
        out.println();
        out.flush();
    }

    private static JsonWriter head(JsonWriter json, Profile profile) {
        json.field("id", profile.id()).field("version", profile.version());
        return text(json, "title", profile.title())
                .field("source", profile.source())
                .field("effective", Optional.of(profile.effective()).filter(said -> !said.isEmpty()))
                .field("sha256", profile.sha256());
    }

    private static void control(JsonWriter json, Control control) {
        json.object()
                .field("id", control.id())
                .field("chapter", control.chapter())
                .field("level", control.from().id())
                .field("clauses", control.clauses())
                .field("automation", control.automation().name().toLowerCase(Locale.ROOT))
                .field("checks", control.checks());
        text(json, "title", control.title());
        text(json, "rationale", control.rationale());
        text(json, "remedy", control.remedy());
        json.array("asks");
        for (Ask ask : control.asks()) {
            json.object()
                    .field("level", ask.level().id())
                    .field("severity", ask.severity().id())
                    .field("advisory", ask.advisory())
                    .array("demands");
            for (Demand demand : ask.demands()) {
                json.object()
                        .field("check", String.join(" or ", demand.checks()))
                        .field("bar", Explanation.words(demand))
                        .endObject();
            }
            json.endArray().endObject();
        }
        json.endArray().field("references", control.references()).endObject();
    }

    private static JsonWriter text(JsonWriter json, String name, Text text) {
        return json.object(name).field("en", text.en()).field("zh", text.zh()).endObject();
    }

    /** What differs between two profiles, a control a line, and below it which grades that can move. */
    public static void diff(Profile before, Profile after, Language language, PrintWriter out) {
        List<ProfileDiff.Moved> moved = ProfileDiff.of(before, after);
        out.println(named(before) + " -> " + named(after));
        for (ProfileDiff.Moved one : moved) {
            String title = after.control(one.control())
                    .or(() -> before.control(one.control()))
                    .map(control -> control.title().in(language))
                    .orElse("");
            out.println(one.control() + "  " + one.kind().id() + "  "
                    + one.from().map(level -> "moves grades from " + level.id()).orElse("moves no grade") + "  "
                    + title);
        }
        out.println(moved.isEmpty() ? "no difference" : moved.size() + " differ");
        out.flush();
    }

    public static void diffJson(Profile before, Profile after, PrintWriter out) {
        try (JsonWriter json = JsonWriter.indented(out)) {
            json.object().object("before");
            head(json, before).endObject().object("after");
            head(json, after).endObject().array("moved");
            for (ProfileDiff.Moved one : ProfileDiff.of(before, after)) {
                json.object()
                        .field("control", one.control())
                        .field("kind", one.kind().id())
                        .field("from", one.from().map(Level::id))
                        .endObject();
            }
            json.endArray().endObject();
        }
        out.println();
        out.flush();
    }

    private static String named(Profile profile) {
        return profile.id() + " " + profile.version();
    }
}
