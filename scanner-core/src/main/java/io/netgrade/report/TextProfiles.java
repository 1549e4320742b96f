// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import io.netgrade.profile.Profile;
import io.netgrade.profile.Release;
import io.netgrade.yaml.Language;
import java.util.List;

/** Where the judgement comes from, in text: each profile's version, source, day, digest and newest change. */
final class TextProfiles {
    private final Page page;
    private final Labels labels;
    private final Language language;
    private final Paint paint;

    TextProfiles(Page page, Labels labels, Language language, Paint paint) {
        this.page = page;
        this.labels = labels;
        this.language = language;
        this.paint = paint;
    }

    void write(List<Profile> profiles) {
        page.blank();
        page.text(0, labels.of("profiles"), paint::bold);
        profiles.forEach(this::profile);
    }

    private void profile(Profile profile) {
        page.item(
                2,
                Shown.safe(profile.id() + " " + profile.version()),
                text -> text,
                Shown.safe(profile.title().in(language)));
        page.text(4, Shown.safe(profile.source()), paint::dim);
        if (!profile.effective().isEmpty()) {
            page.text(4, labels.of("effective", Shown.safe(profile.effective())), paint::dim);
        }
        page.text(4, "sha256 " + profile.sha256(), paint::dim);
        profile.releases().stream().findFirst().ifPresent(newest -> page.text(4, change(newest), paint::dim));
    }

    private String change(Release release) {
        return Shown.safe(
                release.version() + " " + release.date() + " " + release.says().in(language));
    }
}
