// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.classify;

import java.util.List;

/**
 * What the owner of a unit says to one question of a grading method.
 *
 * @param question its id
 * @param choices ids of choices: one for a factor, one or more for an aspect of harm
 * @param reason why that one; may be empty
 */
public record Answer(String question, List<String> choices, String reason) {
    public Answer {
        choices = List.copyOf(choices);
    }
}
