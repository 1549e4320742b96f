// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** What differs between two profiles, by control, and which grades that can move. */
public final class ProfileDiff {
    /** What became of a control. */
    public enum Kind {
        ADDED,
        /** Other asks: other bars, levels, severities, or what only advised now counts. */
        ASKED_OTHERWISE,
        /** The same asks of other services, unit types or vantages, or another automation. */
        APPLIED_OTHERWISE,
        REMOVED,
        /** Only texts, clauses or references differ: no grade can move. */
        WORDED_OTHERWISE;

        /** Kebab-case, as reports write it. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * One control that differs.
     *
     * @param from the lowest level whose grades it can move; none where it can move none
     */
    public record Moved(String control, Kind kind, Optional<Level> from) {}

    private ProfileDiff() {}

    /**
     * In the order of the new profile, the removed ones last in the order of the old one. Levels are the same that have one
     * id, however they are worded and however many are below them.
     */
    public static List<Moved> of(Profile before, Profile after) {
        List<Moved> moved = new ArrayList<>();
        for (Control control : after.controls()) {
            Optional<Control> old = before.control(control.id());
            if (old.isEmpty()) {
                moved.add(new Moved(control.id(), Kind.ADDED, counting(control)));
            } else {
                changed(onLevelsOf(after, old.get()), control).ifPresent(moved::add);
            }
        }
        for (Control control : before.controls()) {
            if (after.control(control.id()).isEmpty()) {
                moved.add(new Moved(control.id(), Kind.REMOVED, counting(onLevelsOf(after, control))));
            }
        }
        return moved;
    }

    private static Control onLevelsOf(Profile profile, Control control) {
        UnaryOperator<Level> same = level -> profile.level(level.id()).orElse(level);
        List<Ask> asks = control.asks().stream()
                .map(ask -> new Ask(same.apply(ask.level()), ask.severity(), ask.advisory(), ask.demands()))
                .toList();
        return control.asking(asks, control.manualLevel().map(same));
    }

    private static Optional<Moved> changed(Control before, Control after) {
        if (before.equals(after)) {
            return Optional.empty();
        }
        if (!before.asks().equals(after.asks()) || !before.manualLevel().equals(after.manualLevel())) {
            return Optional.of(new Moved(after.id(), Kind.ASKED_OTHERWISE, lowestDifference(before, after)));
        }
        if (!before.applies().equals(after.applies()) || before.automation() != after.automation()) {
            return Optional.of(new Moved(after.id(), Kind.APPLIED_OTHERWISE, counting(after)));
        }
        return Optional.of(new Moved(after.id(), Kind.WORDED_OTHERWISE, Optional.empty()));
    }

    /** The first level at which it can stop a grade: that of its first ask that does not only advise. */
    private static Optional<Level> counting(Control control) {
        return control.asks().stream()
                .filter(ask -> !ask.advisory())
                .map(Ask::level)
                .findFirst()
                .or(control::manualLevel);
    }

    /** Of what only one of them asks. */
    private static Optional<Level> lowestDifference(Control before, Control after) {
        Set<Level> differing = new TreeSet<>(counting(before.asks(), after.asks()));
        differing.addAll(counting(after.asks(), before.asks()));
        if (!before.manualLevel().equals(after.manualLevel())) {
            before.manualLevel().ifPresent(differing::add);
            after.manualLevel().ifPresent(differing::add);
        }
        return differing.stream().findFirst();
    }

    /** The levels of those asks that are not among the others and do not only advise. */
    private static List<Level> counting(List<Ask> asks, List<Ask> others) {
        return asks.stream()
                .filter(ask -> !ask.advisory() && !others.contains(ask))
                .map(Ask::level)
                .toList();
    }
}
