// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.yaml.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a published scheme scores one endpoint: weighted parts, each from 0 to 100, then a letter. What caps the letter are
 * the profile's controls; the letters are its levels.
 *
 * @param unverified what in it is from memory or read otherwise than in the scheme's own text
 * @param applies to which endpoints
 * @param parts their weights sum to 100
 * @param letters the highest score first
 * @param beyond the letter in place of the highest one, where no control caps it
 * @param instead what is said in place of any letter where a control fails
 */
public record Rating(
        Text title,
        String source,
        List<Text> unverified,
        Applies applies,
        List<Part> parts,
        List<Letter> letters,
        Level beyond,
        List<Instead> instead) {
    public Rating {
        unverified = List.copyOf(unverified);
        parts = List.copyOf(parts);
        letters = List.copyOf(letters);
        instead = List.copyOf(instead);
    }

    /** What a part makes of the scores that its inputs give. */
    public enum Take {
        /** Half the sum of the highest and the lowest. */
        MEAN,
        WORST
    }

    /** @param weight in percent */
    public record Part(String id, Text title, int weight, Take take, List<Input> inputs) {
        public Part {
            inputs = List.copyOf(inputs);
        }
    }

    /**
     * A field of a fact, and the scores of its values.
     *
     * @param where other fields of the fact to the values that they must have
     * @param names scores of names; empty where the field is a number
     * @param ignoresOthers whether a name without a score says nothing, and does not leave the part without one
     * @param steps scores of numbers, the lowest bound first
     * @param above the score of a number that no step is above
     * @param each what there must be such a fact for each of, for them to be all; empty where one is all
     */
    public record Input(
            String fact,
            String field,
            Map<String, Set<String>> where,
            Map<String, Integer> names,
            boolean ignoresOthers,
            List<Step> steps,
            int above,
            Optional<Each> each) {
        public Input {
            where = Map.copyOf(where);
            names = Map.copyOf(names);
            steps = List.copyOf(steps);
        }
    }

    /** The score of a number below a bound. */
    public record Step(long below, int score) {}

    /**
     * The fact is stated once for each name that another fact holds.
     *
     * @param field of this fact, which says the name
     * @param fact the other one
     * @param names its field with all names
     */
    public record Each(String field, String fact, String names) {}

    /** The letter of a score that is this or more. */
    public record Letter(int atLeast, Level level) {}

    /** What a failed control puts in the letter's place. */
    public record Instead(String control, String letter) {}
}
