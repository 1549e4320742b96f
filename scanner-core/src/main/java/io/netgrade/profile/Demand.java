// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.check.Bar;
import io.netgrade.check.Check;
import io.netgrade.check.UnknownReason;
import io.netgrade.check.Verdict;
import io.netgrade.expression.Expression;
import io.netgrade.fact.FactType;
import io.netgrade.fact.Observations;
import io.netgrade.profile.Ask.Decision;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One of the things that an ask demands, all of which must hold. */
public sealed interface Demand permits AnyOfChecks, Demand.OfCheck, Demand.OfExpression {

    /** The ids of the checks that it rests on, in the order of the profile. */
    List<String> checks();

    /** The demands of single checks in it. */
    List<OfCheck> parts();

    /** The types of facts that it looks at. */
    Stream<FactType> looksAt(Map<String, Check> checks);

    /** Whether it may depend on when a fact was observed, beyond what its {@link #parts} compare. */
    default boolean comparesMoments() {
        return false;
    }

    /** It as it is put at an endpoint; empty where it is about a protocol that the control names and nobody speaks there. */
    Optional<Demand> at(Applies applies, Observations seen);

    /**
     * @param seen everything seen at one endpoint
     * @param asOf the moment to judge as of; empty for the moment each fact was observed
     */
    Decision judge(Map<String, Check> checks, Observations seen, Optional<Instant> asOf);

    /**
     * What is asked of one check.
     *
     * @param check the check's id, such as {@code ssh.cipher}
     */
    record OfCheck(String check, Bar bar) implements Demand {
        @Override
        public List<String> checks() {
            return List.of(check);
        }

        @Override
        public List<OfCheck> parts() {
            return List.of(this);
        }

        @Override
        public Stream<FactType> looksAt(Map<String, Check> checks) {
            return Stream.ofNullable(checks.get(check)).map(Check::fact);
        }

        @Override
        public Optional<Demand> at(Applies applies, Observations seen) {
            return applies.puts(check, seen) ? Optional.of(this) : Optional.empty();
        }

        @Override
        public Decision judge(Map<String, Check> checks, Observations seen, Optional<Instant> asOf) {
            Check known = checks.get(check);
            return new Decision(
                    check,
                    known == null
                            ? Verdict.unknown(UnknownReason.NOT_ASKED, "this build has no check " + check, List.of())
                            : known.judge(seen, bar, asOf));
        }
    }

    /** A condition over facts that must hold. */
    record OfExpression(Expression expression) implements Demand {
        @Override
        public List<String> checks() {
            return List.of(Expression.CHECK);
        }

        @Override
        public List<OfCheck> parts() {
            return List.of();
        }

        @Override
        public Stream<FactType> looksAt(Map<String, Check> checks) {
            return expression.facts().stream();
        }

        @Override
        public boolean comparesMoments() {
            return expression.comparesMoments();
        }

        @Override
        public Optional<Demand> at(Applies applies, Observations seen) {
            return Optional.of(this);
        }

        @Override
        public Decision judge(Map<String, Check> checks, Observations seen, Optional<Instant> asOf) {
            return new Decision(Expression.CHECK, expression.judge(seen, asOf));
        }
    }
}
