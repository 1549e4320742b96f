// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import io.netgrade.grade.EndpointGrade;
import io.netgrade.profile.Level;
import java.util.List;
import java.util.Optional;

/** The levels of a unit's endpoints in text, one a line, the weakest first. */
final class TextEndpoints {
    private static final int MOST_LINES = 50;

    private final Page page;
    private final Labels labels;
    private final Paint paint;

    TextEndpoints(Page page, Labels labels, Paint paint) {
        this.page = page;
        this.labels = labels;
        this.paint = paint;
    }

    void write(List<EndpointGrade> endpoints) {
        if (endpoints.isEmpty()) {
            return;
        }
        page.text(2, labels.of("endpoint-levels"), paint::dim);
        endpoints.stream().sorted(EndpointGrade.WEAKEST_FIRST).limit(MOST_LINES).forEach(this::endpoint);
        if (endpoints.size() > MOST_LINES) {
            page.text(4, labels.of("more", endpoints.size() - MOST_LINES), paint::dim);
        }
    }

    private void endpoint(EndpointGrade one) {
        String held = one.shown() ? level(one.interval().achieved()) : labels.of("nothing-shown");
        String stops = String.join(labels.of("comma"), one.blockedBy());
        page.item(
                4,
                one.endpoint().toString(),
                one.blockedBy().isEmpty() ? paint::unsure : paint::bad,
                labels.of("interval", held, level(one.interval().possible()))
                        + (stops.isEmpty() ? "" : labels.of("in-brackets", stops)));
    }

    private String level(Optional<Level> level) {
        return level.map(Level::id).orElse(labels.of("none"));
    }
}
