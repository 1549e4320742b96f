// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.profile.Level;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What evidence can say of a level.
 *
 * <p>The floor is none where nothing at all was shown to be met, even if nothing applies: a level is never held because
 * nothing was seen.
 *
 * @param achieved the floor: the highest level up to which every applicable control is shown to be met; empty for none
 * @param possible the ceiling: the highest level that nothing seen contradicts; empty for none
 */
public record Interval(Optional<Level> achieved, Optional<Level> possible) {
    public Interval {
        if (achieved.isPresent() && (possible.isEmpty() || achieved.get().compareTo(possible.get()) > 0)) {
            throw new IllegalArgumentException("a floor above its ceiling: " + achieved + ", " + possible);
        }
    }

    /**
     * What the findings of one unit say.
     *
     * @param levels the profile's, lowest first
     * @param waivers whether a waived failure counts as none
     */
    static Interval of(List<Finding> findings, List<Level> levels, boolean waivers) {
        Reckoning reckoning = new Reckoning(waivers);
        findings.forEach(reckoning::add);
        return reckoning.interval(levels);
    }

    /** Takes findings one by one. */
    static final class Reckoning {
        private final boolean waivers;
        private int failed = Integer.MAX_VALUE;
        private int unknown = Integer.MAX_VALUE;
        private boolean shown;

        /** @param waivers whether a waived failure counts as none */
        Reckoning(boolean waivers) {
            this.waivers = waivers;
        }

        void add(Finding finding) {
            if (!finding.counts()) {
                return;
            }
            int rank = finding.level().rank();
            switch (finding.verdict().result()) {
                case FAIL -> failed = waivers && finding.waived() ? failed : Math.min(failed, rank);
                case UNKNOWN -> unknown = Math.min(unknown, rank);
                case PASS -> shown |= finding.showsStrength();
                case NOT_APPLICABLE -> {}
            }
        }

        /** Whether anything was shown to be met. */
        boolean anythingShown() {
            return shown;
        }

        /** @param levels the profile's, lowest first */
        Interval interval(List<Level> levels) {
            Optional<Level> met = highestBelow(levels, Math.min(failed, unknown));
            return new Interval(shown ? met : Optional.empty(), highestBelow(levels, failed));
        }
    }

    /** How it stands to the level asked. */
    public Outcome against(Optional<Level> required) {
        if (required.isEmpty()) {
            return Outcome.NOT_ASKED;
        }
        if (reaches(achieved, required.get())) {
            return Outcome.MEETS;
        }
        return reaches(possible, required.get()) ? Outcome.UNDECIDED : Outcome.BELOW;
    }

    private static boolean reaches(Optional<Level> level, Level required) {
        return level.isPresent() && level.get().compareTo(required) >= 0;
    }

    /** @param rank of the lowest level that is stopped */
    private static Optional<Level> highestBelow(List<Level> levels, int rank) {
        return levels.stream().filter(level -> level.rank() < rank).max(Comparator.naturalOrder());
    }
}
