// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.check.Clause;
import io.netgrade.check.Comparator;
import io.netgrade.check.Verdict.Result;
import io.netgrade.profile.ProfileReader.Draft;
import io.netgrade.profile.ProfileReader.Place;
import io.netgrade.yaml.Mistake;
import io.netgrade.yaml.Mistakes;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every mistake of a profile: those of reading, and controls without the examples that show they can pass and fail. */
public final class ProfileLint {
    private final Vocabulary vocabulary;

    public ProfileLint(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Empty where there is none; else in the order of files and lines. */
    public List<Mistake> lint(ProfileSource source) {
        Mistakes mistakes = new Mistakes();
        new ProfileReader(vocabulary).draft(source, mistakes).ifPresent(draft -> {
            examples(source, draft, mistakes);
            releases(source, draft, mistakes);
        });
        return mistakes.all();
    }

    /** Whoever meets a shipped profile must be able to see what its versions changed. */
    private static void releases(ProfileSource source, Draft draft, Mistakes mistakes) {
        if (source.ships() && draft.profile().releases().isEmpty()) {
            mistakes.add(
                    source.place() + "/profile.yml", 0, "a profile that ships must say in releases what each changed");
        }
    }

    private void examples(ProfileSource source, Draft draft, Mistakes mistakes) {
        List<Example> examples = new ExampleReader(
                        draft.profile(),
                        vocabulary,
                        known(draft),
                        UnitTypes.shipped().keySet())
                .read(source, mistakes);
        for (Control control : draft.profile().controls()) {
            Set<Result> missing = missing(control, examples);
            Place place = draft.places().get(control.id());
            if (!missing.isEmpty() && place != null) {
                String results =
                        String.join(", ", missing.stream().map(Result::id).toList());
                mistakes.add(
                        place.file(),
                        place.line(),
                        control.id() + " has no example of " + results + " in examples/" + control.id() + ".yml");
            }
        }
    }

    /** The controls that examples may be of: the profile's own, those with mistakes too, and those it extends. */
    private static Set<String> known(Draft draft) {
        Set<String> known = new HashSet<>(draft.places().keySet());
        draft.profile().controls().forEach(control -> known.add(control.id()));
        return known;
    }

    private static Set<Result> missing(Control control, List<Example> examples) {
        Set<Result> missing = EnumSet.noneOf(Result.class);
        if (!control.manual()) {
            missing.addAll(Set.of(Result.FAIL, Result.UNKNOWN));
            missing.add(forbids(control) || !control.applies().facts().isEmpty() ? Result.NOT_APPLICABLE : Result.PASS);
        }
        examples.stream()
                .filter(example -> example.control().equals(control.id()))
                .map(Example::expected)
                .forEach(missing::remove);
        return missing;
    }

    /** Whether it forbids a service as such: then its good state is that there is nothing to ask. */
    private static boolean forbids(Control control) {
        return control.asks().stream()
                .flatMap(ask -> ask.demands().stream())
                .flatMap(demand -> demand.parts().stream())
                .flatMap(part -> part.bar().clauses().stream())
                .anyMatch(ProfileLint::forbids);
    }

    private static boolean forbids(Clause clause) {
        return clause.comparator() == Comparator.ABSENT
                && clause.field().isEmpty()
                && clause.where().isEmpty();
    }
}
