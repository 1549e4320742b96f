// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.classify;

import io.netgrade.yaml.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The reading of a {@link MatrixMethod}. */
final class MatrixReckoning {
    private final MatrixMethod method;
    private final Comparator<String> order;

    MatrixReckoning(MatrixMethod method) {
        this.method = method;
        this.order = Comparator.comparingInt(method.levels()::indexOf);
    }

    Classification classification(List<Answer> answers, Review review) {
        List<Step> steps = new ArrayList<>();
        List<String> levels = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            Text aspect = method.aspects().get(i).title();
            for (String choice : answers.get(i).choices()) {
                steps.add(looking(aspect, choice));
            }
            levels.add(highest(answers.get(i).choices()));
        }
        String level = levels.stream().max(order).orElseThrow();
        String all = String.join(", ", levels);
        steps.add(Step.of("the highest of " + all + " counts: level " + level, all + " 中取最高者：" + level + " 级"));
        return new Classification(
                method, answers, List.of(), steps, Optional.empty(), level, effects(answers, levels), review);
    }

    private Step looking(Text aspect, String choice) {
        String[] parts = choice.split(":", 2);
        Text object = method.objects().getOrDefault(parts[0], new Text(parts[0], parts[0]));
        Text degree = method.degrees().getOrDefault(parts[1], new Text(parts[1], parts[1]));
        String level = level(choice);
        return Step.of(
                aspect.en() + ": " + object.en() + " × " + degree.en() + " = " + level,
                aspect.zh() + "：" + object.zh() + " × " + degree.zh() + " = " + level);
    }

    private String highest(List<String> choices) {
        return choices.stream().map(this::level).max(order).orElseThrow();
    }

    private String level(String choice) {
        String level = method.matrix().get(choice);
        if (level == null) {
            throw new IllegalStateException("method " + method.about().id() + " has no level for " + choice);
        }
        return level;
    }

    /** Of every single choice in place of an aspect's. */
    private List<Effect> effects(List<Answer> answers, List<String> levels) {
        List<Effect> effects = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            List<String> others = new ArrayList<>(levels);
            others.remove(i);
            for (Question.Choice choice : method.aspects().get(i).choices()) {
                if (!answers.get(i).choices().equals(List.of(choice.id()))) {
                    String level =
                            others.stream().reduce(level(choice.id()), (a, b) -> order.compare(a, b) >= 0 ? a : b);
                    effects.add(new Effect(answers.get(i).question(), choice.id(), level));
                }
            }
        }
        return effects;
    }
}
