// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.yaml.Text;
import java.util.List;
import java.util.Optional;

/**
 * A graded protection profile.
 *
 * @param source the standards it paraphrases
 * @param effective the day from which it holds, or what was said of it; may be empty
 * @param unverified what in it is from memory and not checked against a standard's text; shown wherever a user meets it
 * @param sha256 lower-case hex over its files, in every report
 * @param levels lowest first
 * @param releases what each version changed, the newest first; may be empty
 * @param settings its own settings by product, which count before those that ship with netgrade
 * @param rating how it scores an endpoint, where its scheme has a score
 * @param highRisks what its evaluators must call a high risk
 * @param forms how report templates of its scheme come to a result, where it has such forms
 */
public record Profile(
        String id,
        String version,
        Text title,
        String source,
        String effective,
        List<Text> unverified,
        String sha256,
        List<Level> levels,
        List<Control> controls,
        List<Release> releases,
        List<ProductSettings> settings,
        Optional<Rating> rating,
        HighRiskCases highRisks,
        Optional<ResultForms> forms) {
    public Profile {
        unverified = List.copyOf(unverified);
        levels = List.copyOf(levels);
        controls = List.copyOf(controls);
        releases = List.copyOf(releases);
        settings = List.copyOf(settings);
    }

    /** One that says nothing of its versions, and has controls alone. */
    public Profile(
            String id,
            String version,
            Text title,
            String source,
            String effective,
            List<Text> unverified,
            String sha256,
            List<Level> levels,
            List<Control> controls) {
        this(
                id,
                version,
                title,
                source,
                effective,
                unverified,
                sha256,
                levels,
                controls,
                List.of(),
                List.of(),
                Optional.empty(),
                HighRiskCases.NONE,
                Optional.empty());
    }

    public Optional<Level> level(String id) {
        return levels.stream().filter(level -> level.id().equals(id)).findFirst();
    }

    public Optional<Control> control(String id) {
        return controls.stream().filter(control -> control.id().equals(id)).findFirst();
    }
}
