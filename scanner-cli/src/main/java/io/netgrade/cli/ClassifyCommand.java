// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import io.netgrade.classify.Answer;
import io.netgrade.classify.Classification;
import io.netgrade.classify.Classifier;
import io.netgrade.classify.Deadline;
import io.netgrade.classify.Duties;
import io.netgrade.classify.Fraction;
import io.netgrade.classify.GradingMethod;
import io.netgrade.classify.GradingMethods;
import io.netgrade.classify.Question;
import io.netgrade.classify.Review;
import io.netgrade.profile.Plan;
import io.netgrade.profile.PlanReader;
import io.netgrade.profile.Requirement;
import io.netgrade.profile.UnitType;
import io.netgrade.profile.UnitTypes;
import io.netgrade.report.Classified;
import io.netgrade.report.ClassifiedUnit;
import io.netgrade.scan.ProtocolCatalog;
import io.netgrade.scan.TargetFile;
import io.netgrade.yaml.Mistake;
import io.netgrade.yaml.MistakesException;
import io.netgrade.yaml.Spelling;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code netgrade classify}: which level a unit must hold. */
@Command(
        name = "classify",
        description = "The level that each unit of a plan must hold, by a grading method, step by step; or of one unit"
                + " whose factors are given as options.",
        mixinStandardHelpOptions = true)
final class ClassifyCommand implements Callable<Integer> {
    private final Console console;
    private final Clock clock;

    @Mixin
    private final ClassifyOptions options = new ClassifyOptions();

    @Option(
            names = "--method",
            paramLabel = "ID|FILE",
            description = "The grading method for the factors given as options: an id, or a file of your own (default:"
                    + " " + GradingMethods.USUAL + ").")
    private String method = GradingMethods.USUAL;

    @Option(
            names = "--factor",
            paramLabel = "NAME=VALUE",
            description = "One factor by its name or symbol, as in I=3 or scale=2; repeatable. For a matrix:"
                    + " business-information=social-order:serious.")
    private List<String> factors = new ArrayList<>();

    @Option(
            names = "--weight",
            paramLabel = "NAME=NUMBER",
            description = "The weight of one factor in place of the method's, such as I=0.4 or I=1/3; all must be given"
                    + " and sum to 1.")
    private List<String> weights = new ArrayList<>();

    @Option(names = "--unit-type", paramLabel = "T", description = "The unit's type, such as dns-recursive.")
    @Nullable
    private String unitType;

    @Parameters(paramLabel = "PLAN.yaml", arity = "0..1", description = "The plan whose units are classified.")
    @Nullable
    private Path plan;

    ClassifyCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        if ((plan == null) == factors.isEmpty()) {
            throw Refusal.usage("classify: name a plan, or the factors of one unit (--factor I=3 --factor V=4 --factor"
                    + " R=2); one of both");
        }
        LocalDate today =
                options.asOf().orElseGet(clock::instant).atZone(ZoneOffset.UTC).toLocalDate();
        options.write(console, plan == null ? ofOptions(today) : ofPlan(plan, today));
        return ExitCode.HOLDS.code();
    }

    private Classified ofPlan(Path file, LocalDate today) {
        try {
            Plan read = new PlanReader(ProtocolCatalog.vocabulary(), TargetFile::read)
                    .ofLevelsAsked()
                    .read(file, Optional.ofNullable(options.profile));
            Duties usual = GradingMethods.of(GradingMethods.USUAL).duties();
            Map<String, UnitType> types = UnitTypes.shipped();
            return new Classified(
                    read.operator(),
                    today,
                    read.units().stream()
                            .map(unit -> ClassifiedUnit.of(
                                    unit.id(),
                                    unit.title(),
                                    Optional.ofNullable(types.get(unit.type())),
                                    unit.requirement(),
                                    usual,
                                    today))
                            .toList());
        } catch (MistakesException e) {
            throw usage(e);
        }
    }

    private Classified ofOptions(LocalDate today) {
        Optional<UnitType> type = Optional.ofNullable(unitType).map(ClassifyCommand::type);
        Classification found = classification();
        Requirement requirement =
                new Requirement(Optional.empty(), "", Optional.of(found), Review.NONE, Deadline.Done.NEVER);
        ClassifiedUnit unit =
                ClassifiedUnit.of("unit", "", type, requirement, found.method().duties(), today);
        return new Classified("", today, List.of(unit));
    }

    private static UnitType type(String id) {
        Map<String, UnitType> types = UnitTypes.shipped();
        UnitType type = types.get(id);
        if (type == null) {
            throw Refusal.usage("--unit-type: " + Spelling.notOneOf(id, types.keySet()));
        }
        return type;
    }

    private Classification classification() {
        try {
            GradingMethod read = GradingMethods.of(method);
            Map<String, List<String>> answers = named(read, factors, "--factor");
            Map<String, Fraction> counted = new TreeMap<>();
            named(read, weights, "--weight").forEach((id, values) -> counted.put(id, Fraction.of(values.get(0))));
            return new Classifier(read, counted)
                    .classify(
                            answers.entrySet().stream()
                                    .map(entry -> new Answer(entry.getKey(), entry.getValue(), ""))
                                    .toList(),
                            Review.NONE);
        } catch (MistakesException e) {
            throw usage(e);
        } catch (IllegalArgumentException e) {
            throw Refusal.usage("classify: " + e.getMessage());
        }
    }

    /** By question, whichever way it was named. */
    private static Map<String, List<String>> named(GradingMethod method, List<String> given, String option) {
        Map<String, List<String>> named = new TreeMap<>();
        for (String text : given) {
            String[] parts = text.split("=", 2);
            if (parts.length != 2) {
                throw Refusal.usage(option + ": \"" + text + "\" is not NAME=VALUE");
            }
            String id = method.questions().stream()
                    .filter(question -> question.symbol().equals(parts[0]))
                    .map(Question::id)
                    .findFirst()
                    .orElse(parts[0]);
            named.computeIfAbsent(id, name -> new ArrayList<>()).add(parts[1]);
        }
        return named;
    }

    private static Refusal usage(MistakesException e) {
        return Refusal.usage(e.mistakes().stream().map(Mistake::toString).toList());
    }
}
