// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import io.netgrade.grade.Score;
import io.netgrade.profile.Level;
import io.netgrade.yaml.Language;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A score in words. */
final class ScoreWords {
    private final Labels labels;
    private final Language language;

    ScoreWords(Labels labels, Language language) {
        this.labels = labels;
        this.language = language;
    }

    /** The letter, how sure it is, and the total that it comes from. */
    String letter(Score score) {
        String total = score.total().map(BigDecimal::toPlainString).orElse(labels.of("not-said"));
        String byScore = score.byScore().map(Level::id).orElse(labels.of("not-said"));
        return labels.of("score.letter", verdict(score), total, byScore);
    }

    private String verdict(Score score) {
        if (score.instead().isPresent()) {
            return score.instead().get();
        }
        Optional<String> letter = score.letter().map(Level::id);
        return letter.map(known -> score.open().isEmpty() ? known : labels.of("score.at-most", known))
                .orElse(labels.of("none"));
    }

    String part(Score.PartScore part) {
        String title = part.part().title().in(language) + " (" + part.part().weight() + " %)";
        return title
                + labels.of("colon")
                + part.score()
                        .map(BigDecimal::toPlainString)
                        .orElseGet(() -> labels.of("score.unknown", Shown.safe(part.why())));
    }

    /** What caps the letter, and what could still lower it; a line each. */
    List<String> held(Score score) {
        List<String> lines = new ArrayList<>();
        if (!score.cappedBy().isEmpty()) {
            lines.add(labels.of("score.capped", String.join(", ", score.cappedBy())));
        }
        if (!score.open().isEmpty()) {
            lines.add(labels.of("score.open", String.join(", ", score.open())));
        }
        return lines;
    }
}
