// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.profile.ClauseItem;
import io.netgrade.profile.Control;
import io.netgrade.profile.Level;
import io.netgrade.profile.Profile;
import io.netgrade.profile.ResultForms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The items that a scheme's report templates mark at one level, and which of them each control concerns. */
final class FormItems {
    /** What an item is of. */
    enum Half {
        TECHNICAL,
        MANAGEMENT
    }

    private final ResultForms.Items rule;
    private final String chapter;
    /** The point of every item, at any level. */
    private final Map<ClauseItem, Control> points = new HashMap<>();

    private final Map<Control, Set<ClauseItem>> atLevel = new LinkedHashMap<>();

    FormItems(Profile profile, ResultForms.Items rule, Level level) {
        this.rule = rule;
        this.chapter = rule.chapters().getOrDefault(level.id(), "");
        for (Control control : profile.controls()) {
            if (control.manual() && half(control).isPresent() && control.from().compareTo(level) <= 0) {
                Set<ClauseItem> own = new HashSet<>();
                named(control).forEach(item -> {
                    points.put(item, control);
                    if (item.chapter().equals(chapter)) {
                        own.add(item);
                    }
                });
                atLevel.put(control, own);
            }
        }
    }

    /** Controls that stand for items, each with those of the level. */
    Map<Control, Set<ClauseItem>> points() {
        return atLevel;
    }

    /** Which half of the points an item counts in; empty where it is no item of a point. */
    Optional<Half> half(ClauseItem item) {
        return Optional.ofNullable(points.get(item)).flatMap(this::half);
    }

    /**
     * The items of the level at least one of which is not met where the control fails: those that its clauses name; for a
     * clause of another level, all of the point that it is of.
     */
    Set<ClauseItem> concerned(Control control) {
        Set<ClauseItem> concerned = new HashSet<>();
        List<ClauseItem> elsewhere = new ArrayList<>();
        Set<Control> named = new HashSet<>();
        named(control).forEach(item -> {
            Control point = points.get(item);
            if (point != null && item.chapter().equals(chapter)) {
                concerned.add(item);
                named.add(point);
            } else if (point != null) {
                elsewhere.add(item);
            }
        });
        elsewhere.stream()
                .map(points::get)
                .filter(point -> !named.contains(point))
                .forEach(point -> concerned.addAll(atLevel.getOrDefault(point, Set.of())));
        return concerned;
    }

    private Stream<ClauseItem> named(Control control) {
        return control.clauses().stream().flatMap(clause -> ClauseItem.of(clause, rule.standard()).stream());
    }

    private Optional<Half> half(Control control) {
        String id = control.id();
        int end = 0;
        while (end < id.length() && Character.isLetter(id.charAt(end))) {
            end++;
        }
        String prefix = id.substring(0, end);
        if (rule.technical().contains(prefix)) {
            return Optional.of(Half.TECHNICAL);
        }
        return rule.management().contains(prefix) ? Optional.of(Half.MANAGEMENT) : Optional.empty();
    }
}
