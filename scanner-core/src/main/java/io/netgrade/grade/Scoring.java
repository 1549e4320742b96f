// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.check.Verdict.Result;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.profile.Control;
import io.netgrade.profile.Level;
import io.netgrade.profile.Rating;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Scores the endpoints of one unit by a profile's rating, and caps the letters by what its controls found. */
final class Scoring {
    private static final BigDecimal PERCENT = new BigDecimal("0.01");

    private final Rating rating;
    private final List<Level> levels;

    /** @param levels the profile's, lowest first */
    Scoring(Rating rating, List<Level> levels) {
        this.rating = rating;
        this.levels = levels;
    }

    /** @param findings of the unit, by the rating's own profile */
    List<Score> of(String unit, SeenEndpoints seen, List<Finding> findings) {
        Map<Endpoint, List<Finding>> byEndpoint = new HashMap<>();
        List<Finding> manual = new ArrayList<>();
        for (Finding finding : findings) {
            if (finding.endpoint().isPresent()) {
                byEndpoint
                        .computeIfAbsent(finding.endpoint().get(), any -> new ArrayList<>())
                        .add(finding);
            } else if (finding.manual()) {
                manual.add(finding);
            }
        }
        List<Score> scores = new ArrayList<>();
        for (EndpointSeen one : seen.all()) {
            if (rating.applies().at(one.seen())) {
                scores.add(score(unit, one, byEndpoint.getOrDefault(one.endpoint(), List.of()), manual));
            }
        }
        return scores;
    }

    private Score score(String unit, EndpointSeen one, List<Finding> own, List<Finding> manual) {
        List<Score.PartScore> parts = rating.parts().stream()
                .map(part -> PartScoring.of(part, one.seen()))
                .toList();
        Optional<BigDecimal> total = total(parts);
        Optional<Level> byScore = total.map(this::letter);
        List<Finding> failed =
                own.stream().filter(finding -> finding.is(Result.FAIL)).toList();
        Optional<Level> letter = byScore.map(this::beyond).map(level -> lower(level, ceiling(failed)));
        return new Score(
                unit,
                one.endpoint(),
                parts,
                total,
                byScore,
                letter,
                instead(failed),
                cappedBy(failed, byScore.map(this::beyond)),
                open(own, manual, letter));
    }

    /** A part of 0 makes the whole 0, whatever else is known. */
    private static Optional<BigDecimal> total(List<Score.PartScore> parts) {
        BigDecimal sum = BigDecimal.ZERO;
        boolean whole = true;
        for (Score.PartScore part : parts) {
            if (part.score().filter(score -> score.signum() == 0).isPresent()) {
                return Optional.of(BigDecimal.ZERO);
            }
            whole &= part.score().isPresent();
            sum = sum.add(part.score()
                    .orElse(BigDecimal.ZERO)
                    .multiply(BigDecimal.valueOf(part.part().weight())));
        }
        return whole ? Optional.of(sum.multiply(PERCENT).stripTrailingZeros()) : Optional.empty();
    }

    private Level letter(BigDecimal total) {
        return rating.letters().stream()
                .filter(letter -> total.compareTo(BigDecimal.valueOf(letter.atLeast())) >= 0)
                .findFirst()
                .map(Rating.Letter::level)
                .orElse(levels.get(0));
    }

    private Level beyond(Level byScore) {
        return byScore.equals(rating.letters().get(0).level()) ? rating.beyond() : byScore;
    }

    /** The highest letter that no failure caps; the lowest there is where all are. */
    private Level ceiling(List<Finding> failed) {
        int lowest = failed.stream()
                .mapToInt(finding -> finding.level().rank())
                .min()
                .orElse(levels.size());
        return levels.get(Math.max(0, lowest - 1));
    }

    private static Level lower(Level one, Level other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private Optional<String> instead(List<Finding> failed) {
        return rating.instead().stream()
                .filter(rule ->
                        failed.stream().map(finding -> finding.control().id()).anyMatch(rule.control()::equals))
                .map(Rating.Instead::letter)
                .findFirst();
    }

    private static List<String> cappedBy(List<Finding> failed, Optional<Level> uncapped) {
        return failed.stream()
                .filter(finding -> uncapped.isEmpty() || finding.level().compareTo(uncapped.get()) <= 0)
                .map(Finding::control)
                .map(Control::id)
                .distinct()
                .toList();
    }

    private static List<String> open(List<Finding> own, List<Finding> manual, Optional<Level> letter) {
        List<Finding> all = new ArrayList<>(
                own.stream().filter(finding -> finding.is(Result.UNKNOWN)).toList());
        all.addAll(manual);
        return all.stream()
                .filter(finding -> letter.isEmpty() || finding.level().compareTo(letter.get()) <= 0)
                .map(Finding::control)
                .map(Control::id)
                .distinct()
                .toList();
    }
}
