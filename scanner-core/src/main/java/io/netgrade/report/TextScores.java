// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import io.netgrade.grade.Score;
import io.netgrade.yaml.Language;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The scores of endpoints in text, one a line, and below what holds a letter down. */
final class TextScores {
    private final Page page;
    private final ScoreWords words;
    private final Labels labels;
    private final Paint paint;

    TextScores(Page page, Labels labels, Language language, Paint paint) {
        this.page = page;
        this.words = new ScoreWords(labels, language);
        this.labels = labels;
        this.paint = paint;
    }

    void write(List<Score> scores) {
        if (scores.isEmpty()) {
            return;
        }
        page.blank();
        page.text(0, labels.of("scores"), paint::bold);
        scores.stream().limit(TextUnit.MOST_LINES).forEach(this::score);
        if (scores.size() > TextUnit.MOST_LINES) {
            page.text(2, labels.of("more", scores.size() - TextUnit.MOST_LINES), paint::dim);
        }
    }

    private void score(Score score) {
        page.item(2, score.endpoint().toString(), UnaryOperator.identity(), words.letter(score));
        page.text(
                4,
                score.parts().stream().map(words::part).collect(Collectors.joining(labels.of("semicolon"))),
                paint::dim);
        words.held(score).forEach(line -> page.text(4, line));
    }
}
