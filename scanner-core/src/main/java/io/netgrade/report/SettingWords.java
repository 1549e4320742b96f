// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import io.netgrade.yaml.Language;

/** A setting of a product, in the words of one language; on one line. */
final class SettingWords {
    private final Labels labels;
    private final Language language;

    SettingWords(Labels labels, Language language) {
        this.labels = labels;
        this.language = language;
    }

    /** The product, and where its settings are written. */
    String product(Remedies.OfProduct one) {
        return Shown.safe(one.product().product() + " " + one.product().place());
    }

    String setting(Remedies.OfProduct one) {
        return Shown.safe(one.setting().setting().replace("\n", "; "));
    }

    /** What more is to be known of it, and where its words come from. */
    String says(Remedies.OfProduct one) {
        String says = one.setting().says().map(text -> text.in(language) + " ").orElse("");
        return Shown.safe(says + one.setting().source().orElseGet(() -> labels.of("setting.unverified")));
    }
}
