// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.classify;

import io.netgrade.yaml.Text;
import java.util.List;
import java.util.Map;

/**
 * Harm, by who is harmed and how badly, read off a matrix; each aspect is graded apart and the highest counts.
 *
 * @param aspects such as business information and system service; their choices are {@code object:degree}
 * @param objects what may be harmed, by id
 * @param degrees how badly, lightest first, by id
 * @param matrix level by {@code object:degree}
 */
public record MatrixMethod(
        About about,
        Duties duties,
        List<Question> aspects,
        Map<String, Text> objects,
        Map<String, Text> degrees,
        Map<String, String> matrix,
        List<String> levels)
        implements GradingMethod {
    public MatrixMethod {
        aspects = List.copyOf(aspects);
        matrix = Map.copyOf(matrix);
        levels = List.copyOf(levels);
    }

    @Override
    public List<Question> questions() {
        return aspects;
    }
}
