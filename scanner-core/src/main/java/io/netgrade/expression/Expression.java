// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.expression;

import io.netgrade.check.FieldCheck;
import io.netgrade.check.UnknownReason;
import io.netgrade.check.Verdict;
import io.netgrade.fact.FactType;
import io.netgrade.fact.Observation;
import io.netgrade.fact.Observations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A condition over facts in the Common Expression Language, three-valued: it holds where it is true whatever was not seen,
 * does not hold where it is false whatever was not seen, and is unknown else. {@code facts['ssh.host-key']} is the list of
 * all such facts at the endpoint. Equal where the text is.
 */
public final class Expression {
    /** What stands for a check where an expression decides. */
    public static final String CHECK = "expression";

    private static final Pattern OBSERVED = Pattern.compile("\\.\\s*observed\\b");
    private static final int LONGEST_SHOWN = 160;

    private final String text;
    private final List<FactType> facts;
    private final Evaluation evaluation;

    private Expression(String text, List<FactType> facts, Evaluation evaluation) {
        this.text = text;
        this.facts = facts;
        this.evaluation = evaluation;
    }

    /**
     * Empty, and faults noted, where it is at fault.
     *
     * @param catalogue all types of facts that there are, by id
     */
    public static Optional<Expression> of(String text, Map<String, FactType> catalogue, List<ExpressionFault> faults) {
        if (text.length() > Environment.MOST_CHARACTERS) {
            faults.add(new ExpressionFault(0, "is longer than " + Environment.MOST_CHARACTERS + " characters"));
            return Optional.empty();
        }
        FactMentions mentions = new FactMentions(text, catalogue);
        faults.addAll(mentions.faults());
        if (faults.isEmpty() && mentions.mentioned().isEmpty()) {
            faults.add(new ExpressionFault(0, "speaks of no fact: write facts['ssh.host-key'] or the like"));
        }
        if (!faults.isEmpty()) {
            return Optional.empty();
        }
        List<FactType> facts = mentions.mentioned().stream().distinct().toList();
        return Evaluation.of(mentions, faults).map(evaluation -> new Expression(text, facts, evaluation));
    }

    public String text() {
        return text;
    }

    /** The types of facts that it speaks of. */
    public List<FactType> facts() {
        return facts;
    }

    /** Whether it may depend on when a fact was observed. */
    public boolean comparesMoments() {
        return OBSERVED.matcher(text).find();
    }

    /**
     * @param seen everything seen at one endpoint
     * @param asOf the moment to judge as of; empty for the moment each fact was observed
     */
    public Verdict judge(Observations seen, Optional<Instant> asOf) {
        List<Observation> because = new ArrayList<>();
        facts.forEach(type -> because.addAll(new SeenFacts(type, seen).confirmed()));
        return switch (evaluation.of(seen, asOf)) {
            case HOLDS -> Verdict.pass("holds: " + shown(), because);
            case DOES_NOT_HOLD -> Verdict.fail("does not hold: " + shown(), because);
            case FAULTY ->
                Verdict.unknown(UnknownReason.EXPRESSION_FAULT, "cannot be computed here: " + shown(), because);
            case NOT_KNOWN -> open(seen, because);
        };
    }

    private Verdict open(Observations seen, List<Observation> because) {
        for (FactType type : facts) {
            SeenFacts facts = new SeenFacts(type, seen);
            if (facts.confirmed().isEmpty()) {
                return unseen(type, seen);
            }
        }
        String partly = String.join(
                ", ",
                facts.stream()
                        .filter(type -> !new SeenFacts(type, seen).whole())
                        .map(FactType::id)
                        .toList());
        return Verdict.unknown(
                UnknownReason.PARTLY_SEEN,
                partly.isEmpty()
                        ? "a field that it needs was not seen: " + shown()
                        : "only part of " + partly + " was seen",
                because);
    }

    /** Nothing sure was seen of a type: why, its own checks know. */
    private static Verdict unseen(FactType type, Observations seen) {
        List<Observation> guessed = seen.of(type);
        if (!guessed.isEmpty()) {
            return Verdict.unknown(
                    UnknownReason.HEURISTIC_ONLY,
                    "only a heuristic or one side of the talk shows " + type.id(),
                    guessed);
        }
        return type.fields().isEmpty()
                ? Verdict.unknown(UnknownReason.NOT_ASKED, type.id() + " was not asked", List.of())
                : FieldCheck.of(
                                type.id(),
                                type.meaning(),
                                type,
                                type.fields().get(0).name())
                        .unseen(seen);
    }

    private String shown() {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_SHOWN ? line : line.substring(0, LONGEST_SHOWN) + "...";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Expression expression && text.equals(expression.text));
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
