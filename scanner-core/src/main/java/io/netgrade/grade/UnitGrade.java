// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.profile.Attestation;
import io.netgrade.profile.Level;
import java.util.List;
import java.util.Optional;

/**
 * The level that evidence gives one unit.
 *
 * @param confirmed whether discovery was complete and no manual control is open
 * @param provisionalBecause why not, one line each; empty where confirmed
 * @param blockedBy control ids whose FAIL stops the ceiling below the required (or, where none is asked, the highest)
 *     level, in the profile's order
 * @param undecided control ids whose UNKNOWN stops the floor there
 * @param manual ids of manual controls asked up to that level that are open
 * @param attested what a person answered, up to that level, where observation decides nothing or left it open
 * @param toNextLevel what lifts the floor to the next level, fixes first
 * @param lifts the smallest sets that lift it to the next level and to the one asked, where that is not held
 * @param unexpected services that are not among those expected of it
 */
public record UnitGrade(
        String id,
        String title,
        String type,
        Optional<Level> required,
        Interval interval,
        Interval withoutWaivers,
        boolean confirmed,
        List<String> provisionalBecause,
        List<String> blockedBy,
        List<String> undecided,
        List<String> manual,
        List<Attestation> attested,
        Optional<Level> nextLevel,
        List<Lift> toNextLevel,
        List<LiftTo> lifts,
        Outcome outcome,
        List<UnexpectedService> unexpected) {
    public UnitGrade {
        provisionalBecause = List.copyOf(provisionalBecause);
        blockedBy = List.copyOf(blockedBy);
        undecided = List.copyOf(undecided);
        manual = List.copyOf(manual);
        attested = List.copyOf(attested);
        toNextLevel = List.copyOf(toNextLevel);
        lifts = List.copyOf(lifts);
        unexpected = List.copyOf(unexpected);
    }
}
