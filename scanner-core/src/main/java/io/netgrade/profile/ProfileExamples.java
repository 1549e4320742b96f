// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.check.Verdict;
import io.netgrade.fact.Observations;
import io.netgrade.profile.Ask.Decision;
import io.netgrade.yaml.Mistakes;
import io.netgrade.yaml.MistakesException;
import java.util.List;
import java.util.Optional;

/** Runs the examples of a profile: each must come to the result that it states. */
public final class ProfileExamples {
    private final Vocabulary vocabulary;

    public ProfileExamples(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** @throws MistakesException where the profile or an example cannot be read */
    public List<Outcome> run(ProfileSource source) throws MistakesException {
        Mistakes mistakes = new Mistakes();
        Profile profile = new ProfileReader(vocabulary).read(source);
        List<Example> examples = new ExampleReader(
                        profile,
                        vocabulary,
                        profile.controls().stream().map(Control::id).toList(),
                        UnitTypes.shipped().keySet())
                .read(source, mistakes);
        mistakes.throwIfAny();
        return examples.stream().map(example -> run(profile, example)).toList();
    }

    Outcome run(Profile profile, Example example) {
        Control control = profile.control(example.control()).orElseThrow();
        return new Outcome(example, judged(control, example));
    }

    private Verdict judged(Control control, Example example) {
        Applies applies =
                control.applies().against(ExpectedServices.of(example.unitType(), List.of(), example.vantage()));
        if (!applies.fromVantage(example.vantage())) {
            return Verdict.notApplicable("not asked from the vantage " + example.vantage());
        }
        if (!applies.toType(example.unitType())) {
            return Verdict.notApplicable("not asked of a unit of this type");
        }
        Observations given = Lifecycles.shipped().with(example.given());
        if (!applies.at(given)) {
            return Verdict.notApplicable("no service that it applies to");
        }
        Optional<Decision> decision = control.asks().stream()
                .filter(ask -> example.level().isEmpty()
                        || ask.level().equals(example.level().get()))
                .findFirst()
                .map(ask -> ask.at(applies, given).judge(vocabulary.checks(), applies.among(given), Optional.empty()));
        return decision.map(Decision::verdict)
                .map(verdict -> applies.asFarAsSure(verdict, given))
                .orElseGet(() -> Verdict.notApplicable("nothing that the network shows is asked"));
    }

    /** What an example came to. */
    public record Outcome(Example example, Verdict verdict) {
        public boolean asStated() {
            return verdict.result() == example.expected();
        }

        /** {@code MGT-07.yml:9: fail, as stated: ...}, or what it is instead. */
        @Override
        public String toString() {
            return example.file() + ":" + example.line() + ": "
                    + verdict.result().id()
                    + (asStated()
                            ? ", as stated"
                            : " where " + example.expected().id() + " is stated")
                    + ": " + verdict.detail();
        }
    }
}
