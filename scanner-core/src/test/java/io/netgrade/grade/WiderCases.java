// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.check.Bar;
import io.netgrade.check.Clause;
import io.netgrade.check.Comparator;
import io.netgrade.check.FieldCheck;
import io.netgrade.check.Seen;
import io.netgrade.expression.Expression;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.FactType;
import io.netgrade.profile.AnyOfChecks;
import io.netgrade.profile.Applies;
import io.netgrade.profile.Ask;
import io.netgrade.profile.Demand;
import io.netgrade.profile.Level;
import io.netgrade.profile.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Made-up cases of controls by expression, by one of several checks, and of a fact: services x, some of which speak y too. */
final class WiderCases {
    static final FactType NAMES = FactType.of("x.names", "").names("names", "");
    static final FactType OTHER = FactType.of("y.strength", "").number("bits", "");
    static final int STRONGEST = 40;
    static final Applies OF_NAMES = new Applies(Set.of("x"), Set.of(), Set.of(), false, false, Set.of(NAMES.id()));

    private static final Map<String, FactType> CATALOGUE =
            Map.of(NAMES.id(), NAMES, OTHER.id(), OTHER, Case.STRENGTH.id(), Case.STRENGTH);
    /** Each holds the more the stronger what was seen is. */
    private static final List<String> EXPRESSIONS = List.of(
            "facts['x.strength'].all(s, s.bits >= 10)",
            "facts['x.strength'].exists(s, s.bits >= 20)",
            "facts['x.strength'].all(s, s.bits >= 30) || facts['x.names'].exists(n, 'a' in n.names)",
            "facts['x.strength'].all(s, s.bits >= 5) && facts['x.names'].all(n, n.names.all(v, v != 'c'))",
            "!facts['x.strength'].exists(s, s.bits < 15)",
            "facts['x.names'].exists(n, size(n.names) == 2) ? facts['x.strength'].all(s, s.bits >= 8) : true");

    private static final List<Demand> READ = EXPRESSIONS.stream()
            .map(text -> (Demand) new Demand.OfExpression(
                    Expression.of(text, CATALOGUE, new ArrayList<>()).orElseThrow()))
            .toList();

    private WiderCases() {}

    static Case madeUp(Random random) {
        return madeUp(random, 3);
    }

    /** Without controls that apply by a fact. */
    static Case madeUpOfChecks(Random random) {
        return madeUp(random, 2);
    }

    private static Case madeUp(Random random, int kinds) {
        Case it = new Case();
        it.checks.put(OTHER.id(), FieldCheck.of(OTHER.id(), "", OTHER, "bits"));
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            control(it, i, random, kinds);
        }
        int servers = 1 + random.nextInt(3);
        for (int host = 1; host <= servers; host++) {
            server(it, host, random);
        }
        return it;
    }

    private static void control(Case it, int number, Random random, int kinds) {
        String level = Case.LEVELS.get(random.nextInt(Case.LEVELS.size())).id();
        switch (random.nextInt(kinds)) {
            case 0 -> it.control("E-0" + number, Set.of("x"), ask(level, READ.get(random.nextInt(READ.size()))));
            case 1 -> it.control("O-0" + number, Set.of("x"), ask(level, either(1 + random.nextInt(STRONGEST))));
            default -> it.control("F-0" + number, OF_NAMES, Case.ask(level, 1 + random.nextInt(STRONGEST), false));
        }
    }

    private static Ask ask(String level, Demand demand) {
        Level at = Case.LEVELS.stream()
                .filter(one -> one.id().equals(level))
                .findFirst()
                .orElseThrow();
        return new Ask(at, Severity.HIGH, false, List.of(demand));
    }

    private static Demand either(int bits) {
        return AnyOfChecks.of(List.of(List.of(atLeast("x.strength", bits)), List.of(atLeast("y.strength", bits))));
    }

    private static Demand.OfCheck atLeast(String check, int bits) {
        return new Demand.OfCheck(check, new Bar(List.of(Clause.of(Comparator.AT_LEAST, String.valueOf(bits)))));
    }

    private static void server(Case it, int host, Random random) {
        it.observations.add(Seen.recognised(Seen.endpoint(host, 22), "x"));
        boolean speaksOther = random.nextBoolean();
        if (speaksOther) {
            it.observations.add(Seen.recognised(Seen.endpoint(host, 22), "y"));
        }
        for (int i = 0; i < random.nextInt(4); i++) {
            int bits = random.nextInt(STRONGEST);
            FactType type = speaksOther && random.nextBoolean() ? OTHER : Case.STRENGTH;
            it.saw(host, random.nextBoolean() ? type.complete(bits) : type.partial(bits));
        }
        if (random.nextBoolean()) {
            List<String> names = List.of("a", "b", "c").subList(0, 1 + random.nextInt(3));
            it.saw(host, random.nextBoolean() ? NAMES.complete(names) : NAMES.partial(names));
        }
        attempt(it, host, "x.hello", random);
        attempt(it, host, "y.hello", random);
    }

    private static void attempt(Case it, int host, String question, Random random) {
        if (random.nextBoolean()) {
            Attempt.Status status = random.nextBoolean() ? Attempt.Status.ANSWERED : Attempt.Status.TIMED_OUT;
            it.attempts.add(Seen.attempt(Seen.endpoint(host, 22), question, status));
        }
    }
}
