// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.profile.Level;
import io.netgrade.profile.Rating;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a profile's rating makes of one endpoint of a unit. Waivers do not move it: the scheme knows none.
 *
 * @param total from 0 to 100; empty where a part has no score
 * @param byScore the letter of the total, before any cap
 * @param letter after the caps; empty where there is no total
 * @param instead what stands in the letter's place; empty where it is a letter
 * @param cappedBy ids of the controls that fail and hold the letter below what the score gives
 * @param open ids of the controls that were not decided and could lower it: then the letter is the best it can be
 */
public record Score(
        String unit,
        Endpoint endpoint,
        List<PartScore> parts,
        Optional<BigDecimal> total,
        Optional<Level> byScore,
        Optional<Level> letter,
        Optional<String> instead,
        List<String> cappedBy,
        List<String> open) {
    public Score {
        parts = List.copyOf(parts);
        cappedBy = List.copyOf(cappedBy);
        open = List.copyOf(open);
    }

    /**
     * One part of it.
     *
     * @param score from 0 to 100; empty where what was seen does not give it
     * @param why in that case why not, in English
     */
    public record PartScore(Rating.Part part, Optional<BigDecimal> score, String why) {}
}
