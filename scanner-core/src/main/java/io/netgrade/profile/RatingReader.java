// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.fact.FactType;
import io.netgrade.profile.Rating.Each;
import io.netgrade.profile.Rating.Input;
import io.netgrade.profile.Rating.Part;
import io.netgrade.profile.Rating.Take;
import io.netgrade.yaml.Spelling;
import io.netgrade.yaml.Text;
import io.netgrade.yaml.YamlMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads how a profile scores endpoints: {@code rating.yml} in its folder. Its format stands in profiles/README.md. */
final class RatingReader {
    static final String FILE = "rating.yml";
    private static final int WHOLE = 100;

    private final Vocabulary vocabulary;
    private final List<Level> levels;
    private final List<Control> controls;

    RatingReader(Vocabulary vocabulary, List<Level> levels, List<Control> controls) {
        this.vocabulary = vocabulary;
        this.levels = levels;
        this.controls = controls;
    }

    Optional<Rating> read(YamlMap file) {
        file.allow("schema", "title", "source", "unverified", "protocols", "parts", "letters", "beyond", "instead");
        file.schema("netgrade.rating/1");
        Text title = file.bilingual("title");
        String source = file.needed("source").orElse("");
        file.requireSome("protocols");
        Applies applies = new Applies(
                Set.copyOf(file.choices("protocols", vocabulary.protocols())), Set.of(), Set.of(), false, false);
        file.requireSome("parts");
        List<Part> parts = file.maps("parts").stream().map(this::part).toList();
        int weights = parts.stream().mapToInt(Part::weight).sum();
        if (!parts.isEmpty() && weights != WHOLE) {
            file.complain("parts", "the weights of the parts sum to " + weights + ", must be " + WHOLE);
        }
        file.requireSome("letters");
        List<Rating.Letter> letters = letters(file);
        file.require("beyond");
        Optional<Level> beyond = level(file, "beyond");
        List<Rating.Instead> instead =
                file.maps("instead").stream().map(this::instead).toList();
        return beyond.map(best ->
                new Rating(title, source, ProfileReader.unverified(file), applies, parts, letters, best, instead));
    }

    private List<Rating.Letter> letters(YamlMap file) {
        List<Rating.Letter> letters = new ArrayList<>();
        List<YamlMap> entries = file.maps("letters");
        for (YamlMap entry : entries) {
            entry.allow("at-least", "level");
            entry.require("at-least");
            entry.require("level");
            Optional<Integer> least = entry.text("at-least", RatingReader::score);
            level(entry, "level")
                    .ifPresent(level -> least.ifPresent(score -> letters.add(new Rating.Letter(score, level))));
        }
        letters.sort(Comparator.comparing(Rating.Letter::atLeast).reversed());
        boolean allRead = letters.size() == entries.size();
        if (allRead && letters.stream().mapToInt(Rating.Letter::atLeast).min().orElse(0) != 0) {
            file.complain("letters", "letters must say which one a score of 0 gives");
        }
        return letters;
    }

    private Rating.Instead instead(YamlMap entry) {
        entry.allow("control", "letter");
        entry.require("control");
        return new Rating.Instead(
                entry.choice("control", controls.stream().map(Control::id).toList())
                        .orElse(""),
                entry.needed("letter").orElse(""));
    }

    private Part part(YamlMap entry) {
        entry.allow("id", "title", "weight", "take", "inputs");
        entry.require("weight");
        entry.require("take");
        entry.requireSome("inputs");
        return new Part(
                entry.needed("id").orElse(""),
                entry.bilingual("title"),
                entry.text("weight", RatingReader::score).orElse(0),
                entry.choice("take", List.of("mean", "worst"))
                        .filter("mean"::equals)
                        .map(mean -> Take.MEAN)
                        .orElse(Take.WORST),
                entry.maps("inputs").stream().map(this::input).toList());
    }

    private Input input(YamlMap entry) {
        entry.allow("fact", "field", "where", "names", "ignore-others", "below", "above", "each");
        entry.require("fact");
        Optional<FactType> type =
                entry.choice("fact", vocabulary.facts().keySet()).map(vocabulary.facts()::get);
        if (entry.has("names") == entry.has("below")) {
            entry.complain("fact", "an input has names with their scores, or below and above for a number");
        }
        if (entry.has("below")) {
            entry.require("above");
        } else if (entry.has("above")) {
            entry.complain("above", "above is the score of a number that is not below a bound: it needs below");
        }
        return new Input(
                entry.text("fact").orElse(""),
                field(entry, "field", type),
                entry.map("where").map(map -> where(map, type)).orElse(Map.of()),
                entry.map("names").map(RatingReader::scores).orElse(Map.of()),
                entry.flag("ignore-others", false),
                entry.map("below").map(RatingReader::steps).orElse(List.of()),
                entry.text("above", RatingReader::score).orElse(0),
                entry.map("each").map(map -> each(map, type)));
    }

    private Each each(YamlMap entry, Optional<FactType> type) {
        entry.allow("field", "fact", "names");
        entry.require("fact");
        Optional<FactType> other =
                entry.choice("fact", vocabulary.facts().keySet()).map(vocabulary.facts()::get);
        return new Each(field(entry, "field", type), entry.text("fact").orElse(""), field(entry, "names", other));
    }

    private static Map<String, Set<String>> where(YamlMap map, Optional<FactType> type) {
        Map<String, Set<String>> where = new LinkedHashMap<>();
        type.ifPresent(known -> map.allowAll(names(known)));
        map.keys().forEach(key -> where.put(key, Set.copyOf(map.texts(key))));
        return where;
    }

    private static String field(YamlMap entry, String key, Optional<FactType> type) {
        entry.require(key);
        return type.flatMap(known -> entry.choice(key, names(known))).orElse("");
    }

    private static List<String> names(FactType type) {
        return type.fields().stream().map(field -> field.name()).toList();
    }

    private static Map<String, Integer> scores(YamlMap map) {
        Map<String, Integer> scores = new LinkedHashMap<>();
        map.keys().forEach(key -> map.text(key, RatingReader::score).ifPresent(score -> scores.put(key, score)));
        return scores;
    }

    private static List<Rating.Step> steps(YamlMap map) {
        List<Rating.Step> steps = new ArrayList<>();
        map.keys()
                .forEach(key -> map.text(key, RatingReader::score)
                        .ifPresent(
                                score -> bound(map, key).ifPresent(below -> steps.add(new Rating.Step(below, score)))));
        steps.sort(Comparator.comparing(Rating.Step::below));
        return steps;
    }

    private static Optional<Long> bound(YamlMap map, String key) {
        if (key.matches("[0-9]{1,9}")) {
            return Optional.of(Long.parseLong(key));
        }
        map.complain(key, "\"" + Spelling.shortened(key) + "\" is no number");
        return Optional.empty();
    }

    private static int score(String text) {
        if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) > WHOLE) {
            throw new IllegalArgumentException("\"" + Spelling.shortened(text) + "\" is not from 0 to " + WHOLE);
        }
        return Integer.parseInt(text);
    }

    private Optional<Level> level(YamlMap entry, String key) {
        Optional<String> said = entry.choice(key, levels.stream().map(Level::id).toList());
        return levels.stream()
                .filter(level -> said.filter(level.id()::equals).isPresent())
                .findFirst();
    }
}
