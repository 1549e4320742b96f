// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.yaml.Mistake;
import io.netgrade.yaml.MistakesException;
import io.netgrade.yaml.YamlMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The profiles that a plan is judged by: its own, and those beside it. */
final class PlanProfiles {
    private static final String USUAL = "miit-telecom";

    private final Vocabulary vocabulary;
    private final YamlMap plan;
    private final List<String> others;
    private final UnaryOperator<String> place;

    /**
     * @param others what takes the place of the plan's, its own first; may be empty
     * @param place where a profile is that the plan names
     */
    PlanProfiles(Vocabulary vocabulary, YamlMap plan, List<String> others, UnaryOperator<String> place) {
        this.vocabulary = vocabulary;
        this.plan = plan;
        this.others = others;
        this.place = place;
    }

    static List<Profile> all(Profile own, List<Profile> beside) {
        return Stream.concat(Stream.of(own), beside.stream()).toList();
    }

    Optional<Profile> own() {
        return read(
                "profile", others.isEmpty() ? plan.text("profile").map(place).orElse(USUAL) : others.get(0));
    }

    /** Those beside it, in order; each may be there once. */
    List<Profile> beside(Optional<Profile> own) {
        List<String> named = others.isEmpty()
                ? plan.texts("profiles").stream().map(place).toList()
                : others.subList(1, others.size());
        List<Profile> beside = new ArrayList<>();
        for (String name : named) {
            read("profiles", name).ifPresent(profile -> {
                if (Stream.concat(own.stream(), beside.stream())
                        .anyMatch(known -> known.id().equals(profile.id()))) {
                    plan.complain("profiles", "profile " + profile.id() + " is there twice");
                } else {
                    beside.add(profile);
                }
            });
        }
        return beside;
    }

    private Optional<Profile> read(String key, String wanted) {
        try {
            return Optional.of(new ProfileReader(vocabulary).read(ProfileSource.of(wanted)));
        } catch (MistakesException found) {
            for (Mistake mistake : found.mistakes()) {
                if (mistake.line() == 0 && others.isEmpty()) {
                    plan.complain(key, "profile " + mistake.message());
                } else {
                    plan.mistakes().add(mistake.file(), mistake.line(), mistake.message());
                }
            }
            return Optional.empty();
        }
    }
}
