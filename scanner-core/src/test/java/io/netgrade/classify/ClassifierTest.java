// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netgrade.yaml.MistakesException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClassifierTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-30");

    @Test
    void showsTheArithmeticStepByStep() throws MistakesException {
        Classification found = threeFactors(Map.of(), "3", "4", "3");

        assertThat(found.steps())
                .extracting(step -> step.text().en())
                .containsExactly(
                        "wI·2^I + wV·2^V + wR·2^R = 1/3·2^3 + 1/3·2^4 + 1/3·2^3 = 32/3",
                        "log2(32/3), rounded half up to 1 decimal = 3.4",
                        "3.0 ≤ 3.4 < 3.5: level 3.2");
        assertThat(found.level()).isEqualTo("3.2");
    }

    @Test
    void tellsWhatEachOtherValueOfOneFactorWouldMake() throws MistakesException {
        Classification found = threeFactors(Map.of(), "3", "3", "3");

        assertThat(found.effects())
                .hasSize(12)
                .contains(
                        new Effect("scale", "2", "3.1"),
                        new Effect("scale", "4", "3.2"),
                        new Effect("scale", "5", "4"));
        for (Effect effect : found.effects()) {
            List<String> changed = new ArrayList<>(List.of("3", "3", "3"));
            changed.set(
                    List.of("social-influence", "service-importance", "scale").indexOf(effect.question()),
                    effect.choice());
            assertThat(threeFactors(Map.of(), changed.toArray(String[]::new)).level())
                    .isEqualTo(effect.level());
        }
    }

    @Test
    void noFactorEverLowersTheLevelByRising() throws MistakesException {
        for (int i = 0; i < 125; i++) {
            List<Integer> values = List.of(1 + i / 25, 1 + i / 5 % 5, 1 + i % 5);
            Classification found =
                    threeFactors(Map.of(), values.stream().map(String::valueOf).toArray(String[]::new));
            List<String> levels = found.method().levels();
            for (Effect effect : found.effects()) {
                int before = values.get(List.of("social-influence", "service-importance", "scale")
                        .indexOf(effect.question()));
                int moved = Integer.compare(Integer.parseInt(effect.choice()), before);
                int level = Integer.compare(levels.indexOf(effect.level()), levels.indexOf(found.level()));
                assertThat(moved * level).as("%s of %s", effect, values).isNotNegative();
            }
        }
    }

    @Test
    void weightsOfTheOperatorCount() throws MistakesException {
        Map<String, Fraction> all =
                Map.of("social-influence", Fraction.ONE, "service-importance", Fraction.ZERO, "scale", Fraction.ZERO);

        assertThat(threeFactors(all, "5", "1", "1").level()).isEqualTo("5");
        assertThat(threeFactors(all, "1", "5", "5").level()).isEqualTo("1");
    }

    @Test
    void weightsMustSumToOne() throws MistakesException {
        GradingMethod method = GradingMethods.of("ydt-1729-2008");
        Map<String, Fraction> most = Map.of(
                "social-influence",
                Fraction.of("0.5"),
                "service-importance",
                Fraction.of("1/3"),
                "scale",
                Fraction.ZERO);

        assertThatThrownBy(() -> new Classifier(method, most)).hasMessage("weights sum to 5/6, must sum to 1");
        assertThatThrownBy(() -> new Classifier(method, Map.of("scale", Fraction.ONE)))
                .hasMessage("weights: social-influence is missing");
        assertThatThrownBy(() -> new Classifier(GradingMethods.of("gbt-22240-2020"), most))
                .hasMessage("method gbt-22240-2020 has no weights");
    }

    @Test
    void ofTheMatrixTheHighestCounts() throws MistakesException {
        Classifier classifier = new Classifier(GradingMethods.of("gbt-22240-2020"), Map.of());
        Classification found = classifier.classify(
                List.of(
                        new Answer("system-service", List.of("citizens:general", "social-order:serious"), ""),
                        new Answer("business-information", List.of("citizens:especially-serious"), "")),
                Review.NONE);

        assertThat(found.level()).isEqualTo("3");
        assertThat(found.steps())
                .extracting(step -> step.text().en())
                .last()
                .isEqualTo("the highest of 2, 3 counts: level 3");
        assertThat(found.effects())
                .contains(new Effect("system-service", "citizens:general", "2"))
                .contains(new Effect("business-information", "national-security:especially-serious", "5"));
    }

    @Test
    void whatIsMissingDoubleOrUnknownIsSaid() throws MistakesException {
        Classifier classifier = new Classifier(GradingMethods.of("ydt-1729-2008"), Map.of());
        Answer influence = new Answer("social-influence", List.of("3"), "");
        Answer importance = new Answer("service-importance", List.of("3"), "");

        assertThatThrownBy(() -> classifier.classify(List.of(influence, importance), Review.NONE))
                .hasMessage("scale is missing");
        assertThatThrownBy(() -> classifier.classify(List.of(influence, influence), Review.NONE))
                .hasMessage("social-influence is there twice");
        assertThatThrownBy(() -> classifier.classify(
                        List.of(influence, importance, new Answer("scale", List.of("6"), "")), Review.NONE))
                .hasMessage("scale \"6\" is not one of 1, 2, 3, 4, 5");
        assertThatThrownBy(() -> classifier.classify(List.of(new Answer("size", List.of("1"), "")), Review.NONE))
                .hasMessageStartingWith("\"size\" is not one of");
    }

    @Test
    void theReviewDecides() throws MistakesException {
        Review review = new Review(Optional.of(TODAY), "experts", Optional.of("4"), "backbone");
        Classification found =
                new Classifier(GradingMethods.of("ydt-1729-2008"), Map.of()).classify(answers("3", "3", "3"), review);

        assertThat(found.computed()).isEqualTo("3.2");
        assertThat(found.level()).isEqualTo("4");
    }

    @Test
    void dutiesAreCountedFromTheLastTimeElseFromTheReview() throws MistakesException {
        Duties duties = GradingMethods.of("ydt-1729-2008").duties();
        Review review = new Review(Optional.of(LocalDate.parse("2025-11-29")), "", Optional.empty(), "");
        Deadline.Done done = new Deadline.Done(Optional.of(LocalDate.parse("2026-01-31")), Optional.empty());

        assertThat(Deadline.of(duties, "1", review, done, TODAY)).isEmpty();
        List<Deadline> yearly = Deadline.of(duties, "3.1", review, done, TODAY);
        assertThat(yearly)
                .extracting(Deadline::next)
                .containsExactly(
                        Optional.of(LocalDate.parse("2027-01-31")), Optional.of(LocalDate.parse("2026-11-29")));
        assertThat(yearly).extracting(Deadline::overdue).containsExactly(false, true);
        assertThat(Deadline.of(duties, "2", review, done, TODAY))
                .extracting(Deadline::next)
                .containsExactly(
                        Optional.of(LocalDate.parse("2028-01-31")), Optional.of(LocalDate.parse("2027-11-29")));
        assertThat(Deadline.of(duties, "2", Review.NONE, Deadline.Done.NEVER, TODAY))
                .extracting(Deadline::next)
                .containsExactly(Optional.empty(), Optional.empty());
    }

    private static Classification threeFactors(Map<String, Fraction> weights, String... values)
            throws MistakesException {
        return new Classifier(GradingMethods.of("ydt-1729-2008"), weights).classify(answers(values), Review.NONE);
    }

    private static List<Answer> answers(String... values) {
        return List.of(
                new Answer("social-influence", List.of(values[0]), ""),
                new Answer("service-importance", List.of(values[1]), ""),
                new Answer("scale", List.of(values[2]), ""));
    }
}
