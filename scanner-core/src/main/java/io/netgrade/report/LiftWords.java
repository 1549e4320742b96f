// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.grade.LiftDecision;
import io.netgrade.grade.LiftFix;
import io.netgrade.grade.LiftTo;
import io.netgrade.profile.Control;
import io.netgrade.yaml.Language;
import java.util.List;
import java.util.stream.Collectors;

/** What lifts a unit, in the words of one language: what the text and the HTML report say alike. */
public final class LiftWords {
    private static final int MOST_CONTROLS = 12;
    private static final int MOST_ENDPOINTS = 3;

    private final Labels labels;
    private final Language language;

    LiftWords(Labels labels, Language language) {
        this.labels = labels;
        this.language = language;
    }

    public String heading(LiftTo lift) {
        return labels.of(lift.asked() ? "lift.asked" : "lift", lift.level().id());
    }

    /** The lifts to show in full: not the second where it takes the same steps, which its heading says. */
    public List<LiftTo> shown(List<LiftTo> lifts) {
        List<LiftTo> telling = lifts.stream()
                .filter(lift -> !lift.fixes().isEmpty() || !lift.decisions().isEmpty())
                .toList();
        return same(telling) ? telling.subList(1, 2) : telling;
    }

    private static boolean same(List<LiftTo> lifts) {
        return lifts.size() == 2 && lifts.get(0).sameSteps(lifts.get(1));
    }

    public String controls(List<Control> controls) {
        String ids = controls.stream().limit(MOST_CONTROLS).map(Control::id).collect(Collectors.joining(", "));
        int rest = controls.size() - MOST_CONTROLS;
        return rest > 0 ? ids + " " + labels.of("lift.more", rest) : ids;
    }

    public String remedy(LiftFix fix) {
        return fix.remedy().in(language);
    }

    /** How many findings it removes, and where. */
    public String effect(LiftFix fix) {
        String removes = labels.counted("lift.removes", fix.removes());
        int settled =
                fix.places().stream().mapToInt(place -> place.settles().size()).sum();
        String settles = settled == 0 ? "" : labels.of("comma") + labels.counted("lift.settles", settled);
        List<Endpoint> endpoints = fix.endpoints();
        return removes + settles + (endpoints.isEmpty() ? "" : labels.of("comma") + at(endpoints));
    }

    public String how(LiftDecision decision) {
        return decision.how().in(language);
    }

    public String decides(LiftDecision decision) {
        return labels.counted("lift.decides", decision.decides().size());
    }

    private String at(List<Endpoint> all) {
        String first =
                all.stream().limit(MOST_ENDPOINTS).map(Endpoint::toString).collect(Collectors.joining(", "));
        int rest = all.size() - MOST_ENDPOINTS;
        return rest > 0 ? labels.of("at.more", first, rest) : labels.of("at", first);
    }
}
