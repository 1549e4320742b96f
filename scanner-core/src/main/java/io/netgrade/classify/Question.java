// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.classify;

import io.netgrade.yaml.Text;
import java.util.List;

/**
 * One thing that a grading method wants to know of a unit: a factor, or an aspect of the harm.
 *
 * @param id such as {@code social-influence}
 * @param symbol as the method's formula writes it; the id where it has none
 * @param choices what may be answered, lightest first
 */
public record Question(String id, String symbol, Text title, List<Choice> choices) {
    public Question {
        choices = List.copyOf(choices);
    }

    /**
     * One answer.
     *
     * @param id {@code 3}, or object and degree, {@code social-order:serious}
     */
    public record Choice(String id, Text meaning) {}
}
