// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.classify.Classification;
import io.netgrade.classify.Deadline;
import io.netgrade.classify.Review;
import java.util.Optional;

/**
 * The level that is asked of a unit, and where it comes from.
 *
 * @param level of the plan's profile
 * @param reason why a declared level is that one, or why it differs from a computed one; may be empty
 * @param classification how a grading method came to it; none for a declared level
 * @param review of the grading by experts, where that was said
 * @param done when the duties that follow from the level were last done
 */
public record Requirement(
        Optional<Level> level,
        String reason,
        Optional<Classification> classification,
        Review review,
        Deadline.Done done) {
    public static final Requirement NONE =
            new Requirement(Optional.empty(), "", Optional.empty(), Review.NONE, Deadline.Done.NEVER);

    static Requirement declared(Optional<Level> level) {
        return new Requirement(level, "", Optional.empty(), Review.NONE, Deadline.Done.NEVER);
    }
}
