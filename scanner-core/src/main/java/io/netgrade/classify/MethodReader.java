// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.classify;

import io.netgrade.yaml.Mistakes;
import io.netgrade.yaml.MistakesException;
import io.netgrade.yaml.Text;
import io.netgrade.yaml.YamlFile;
import io.netgrade.yaml.YamlMap;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the file of one grading method; its examples are computed at once, and each must come to what it states. */
final class MethodReader {
    private static final int MOST_DECIMALS = 3;
    private static final List<String> VALUES = List.of("1", "2", "3", "4", "5");

    private final Mistakes mistakes = new Mistakes();
    private final String name;
    private final byte[] bytes;

    private MethodReader(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    /**
     * @param name of the file, as mistakes say it
     * @throws MistakesException with every mistake in it
     */
    static GradingMethod read(String name, byte[] bytes) throws MistakesException {
        return new MethodReader(name, bytes).read();
    }

    private GradingMethod read() throws MistakesException {
        Optional<YamlMap> file = YamlFile.read(name, bytes, mistakes);
        Optional<GradingMethod> method = file.flatMap(this::method);
        mistakes.throwIfAny();
        GradingMethod read = method.orElseThrow(() -> new IllegalStateException("no mistake, and yet no method"));
        file.ifPresent(map -> examples(map, read));
        mistakes.throwIfAny();
        return read;
    }

    private Optional<GradingMethod> method(YamlMap file) {
        file.schema("netgrade.grading-method/1");
        file.require("kind");
        Optional<String> kind = file.choice("kind", List.of("factors", "matrix"));
        About about = about(file);
        Duties duties = file.map("duties").map(DutiesReader::read).orElse(new Duties(Optional.empty(), "", List.of()));
        return kind.map(said -> said.equals("factors") ? factors(file, about, duties) : matrix(file, about, duties));
    }

    private About about(YamlMap file) {
        List<Text> unverified = file.maps("unverified").stream()
                .map(entry -> {
                    entry.allow("en", "zh");
                    return new Text(
                            entry.needed("en").orElse(""), entry.needed("zh").orElse(""));
                })
                .toList();
        return new About(
                file.needed("id").orElse(""),
                file.needed("version").orElse(""),
                file.bilingual("title"),
                file.needed("source").orElse(""),
                unverified,
                sha256(bytes));
    }

    private FactorMethod factors(YamlMap file, About about, Duties duties) {
        file.allow(
                "schema",
                "id",
                "version",
                "kind",
                "title",
                "source",
                "unverified",
                "factors",
                "formula",
                "weights",
                "decimals",
                "levels",
                "duties",
                "examples");
        file.require("formula");
        file.choice("formula", List.of("log2-of-weighted-powers"));
        file.require("factors");
        List<Question> factors =
                file.maps("factors").stream().map(MethodReader::factor).toList();
        int decimals = file.text("decimals", MethodReader::decimals).orElse(1);
        return new FactorMethod(about, duties, factors, weights(file, factors), decimals, cuts(file));
    }

    private static Question factor(YamlMap entry) {
        entry.allow("id", "symbol", "title", "values");
        entry.require("values");
        String id = entry.needed("id").orElse("");
        List<Question.Choice> choices = new ArrayList<>();
        for (YamlMap value : entry.maps("values")) {
            value.allow("value", "meaning");
            value.require("value");
            Text meaning = value.bilingual("meaning");
            value.choice("value", VALUES).ifPresent(said -> choices.add(new Question.Choice(said, meaning)));
        }
        if (!choices.stream().map(Question.Choice::id).toList().equals(VALUES)) {
            entry.complain("values", "values must be 1 to 5, in order");
        }
        return new Question(id, entry.text("symbol").orElse(id), entry.bilingual("title"), choices);
    }

    private static Map<String, Fraction> weights(YamlMap file, List<Question> factors) {
        file.require("weights");
        Map<String, Fraction> weights = new LinkedHashMap<>();
        file.map("weights").ifPresent(map -> {
            map.keys().forEach(key -> map.text(key, Fraction::of).ifPresent(weight -> weights.put(key, weight)));
            try {
                Weights.check(weights, factors);
            } catch (IllegalArgumentException unfit) {
                file.complain("weights", String.valueOf(unfit.getMessage()));
            }
        });
        return weights;
    }

    private static int decimals(String text) {
        if (!text.matches("[0-9]") || Integer.parseInt(text) > MOST_DECIMALS) {
            throw new IllegalArgumentException("must be 0 to " + MOST_DECIMALS);
        }
        return Integer.parseInt(text);
    }

    private static List<FactorMethod.Cut> cuts(YamlMap file) {
        List<FactorMethod.Cut> cuts = new ArrayList<>();
        file.require("levels");
        for (YamlMap entry : file.maps("levels")) {
            entry.allow("level", "from");
            entry.require("from");
            Optional<BigDecimal> from = entry.text("from", MethodReader::number);
            entry.needed("level")
                    .ifPresent(level -> from.ifPresent(bound -> {
                        if (!cuts.isEmpty() && cuts.get(cuts.size() - 1).from().compareTo(bound) >= 0) {
                            entry.complain("from", "from must be above that of the level before");
                        }
                        cuts.add(new FactorMethod.Cut(level, bound));
                    }));
        }
        if (file.has("levels") && cuts.isEmpty()) {
            file.complain("levels", "a method needs at least one level");
        }
        return cuts;
    }

    private static BigDecimal number(String text) {
        if (!text.matches("[0-9]{1,3}(\\.[0-9]{1,3})?")) {
            throw new IllegalArgumentException("must be a number such as 2.5");
        }
        return new BigDecimal(text);
    }

    private static MatrixMethod matrix(YamlMap file, About about, Duties duties) {
        file.allow(
                "schema",
                "id",
                "version",
                "kind",
                "title",
                "source",
                "unverified",
                "aspects",
                "objects",
                "degrees",
                "matrix",
                "levels",
                "duties",
                "examples");
        Map<String, Text> objects = titled(file, "objects");
        Map<String, Text> degrees = titled(file, "degrees");
        List<String> levels = levels(file);
        Map<String, String> matrix = new LinkedHashMap<>();
        List<Question.Choice> choices = new ArrayList<>();
        file.require("matrix");
        file.map("matrix").ifPresent(rows -> {
            rows.allowAll(objects.keySet());
            objects.forEach((object, title) -> rows.map(object)
                    .ifPresentOrElse(
                            row -> {
                                row.allowAll(degrees.keySet());
                                degrees.forEach((degree, meaning) -> {
                                    row.require(degree);
                                    row.choice(degree, levels)
                                            .ifPresent(level -> matrix.put(object + ":" + degree, level));
                                    choices.add(new Question.Choice(
                                            object + ":" + degree,
                                            new Text(
                                                    title.en() + ", " + meaning.en(),
                                                    title.zh() + "，" + meaning.zh())));
                                });
                            },
                            () -> rows.complain(object, object + " is missing")));
        });
        List<Question> aspects = new ArrayList<>();
        titled(file, "aspects").forEach((id, title) -> aspects.add(new Question(id, id, title, choices)));
        return new MatrixMethod(about, duties, aspects, objects, degrees, matrix, levels);
    }

    private static Map<String, Text> titled(YamlMap file, String key) {
        file.require(key);
        Map<String, Text> titled = new LinkedHashMap<>();
        for (YamlMap entry : file.maps(key)) {
            entry.allow("id", "title");
            Text title = entry.bilingual("title");
            entry.needed("id").ifPresent(id -> {
                if (titled.put(id, title) != null) {
                    entry.complain("id", id + " is there twice");
                }
            });
        }
        return titled;
    }

    private static List<String> levels(YamlMap file) {
        file.require("levels");
        return file.maps("levels").stream()
                .flatMap(entry -> {
                    entry.allow("level");
                    return entry.needed("level").stream();
                })
                .toList();
    }

    private static void examples(YamlMap file, GradingMethod method) {
        for (YamlMap example : file.maps("examples")) {
            example.allow("answers", "value", "level");
            List<String> said = example.texts("answers");
            List<Answer> answers = new ArrayList<>();
            for (int i = 0; i < Math.min(said.size(), method.questions().size()); i++) {
                answers.add(new Answer(method.questions().get(i).id(), List.of(said.get(i)), ""));
            }
            try {
                Classification found = new Classifier(method, Map.of()).classify(answers, Review.NONE);
                differs(example, "level", found.level());
                found.value().ifPresent(value -> differs(example, "value", value.toString()));
            } catch (IllegalArgumentException unfit) {
                example.complain("answers", String.valueOf(unfit.getMessage()));
            }
        }
    }

    private static void differs(YamlMap example, String key, String found) {
        example.needed(key)
                .filter(stated -> !stated.equals(found))
                .ifPresent(stated ->
                        example.complain(key, "states " + key + " " + stated + ", but the method gives " + found));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
