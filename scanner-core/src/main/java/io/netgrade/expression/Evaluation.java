// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.expression;

import dev.cel.common.CelErrorCode;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import io.netgrade.fact.FactType;
import io.netgrade.fact.Observations;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An expression that was read, put to what was seen at one endpoint. */
final class Evaluation {
    private final CelRuntime.Program program;
    private final List<String> variables;
    private final List<FactType> types;

    private Evaluation(CelRuntime.Program program, FactMentions mentions) {
        this.program = program;
        this.variables = List.copyOf(mentions.variables());
        this.types = List.copyOf(mentions.mentioned());
    }

    /** Empty, and faults noted, where it is at fault. */
    static Optional<Evaluation> of(FactMentions mentions, List<ExpressionFault> faults) {
        return new Environment(mentions, faults).program().map(program -> new Evaluation(program, mentions));
    }

    /** What it comes to; neither true nor false where that rests on what was not seen. */
    Outcome of(Observations seen, Optional<Instant> asOf) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < variables.size(); i++) {
            values.put(variables.get(i), new SeenFacts(types.get(i), seen).list(asOf));
        }
        try {
            Object value = program.eval(values);
            if (value instanceof Boolean holds) {
                return holds ? Outcome.HOLDS : Outcome.DOES_NOT_HOLD;
            }
            return Outcome.FAULTY;
        } catch (CelEvaluationException stopped) {
            boolean unseen = stopped.getErrorCode() == CelErrorCode.ATTRIBUTE_NOT_FOUND || isOfTheUnseen(stopped);
            return unseen ? Outcome.NOT_KNOWN : Outcome.FAULTY;
        }
    }

    private static boolean isOfTheUnseen(Throwable stopped) {
        for (Throwable cause = stopped; cause != null; cause = cause.getCause()) {
            if (cause instanceof NotKnown) {
                return true;
            }
        }
        return false;
    }

    /** How an evaluation ends. */
    enum Outcome {
        DOES_NOT_HOLD,
        /** It divides by zero, costs too much or the like. */
        FAULTY,
        HOLDS,
        NOT_KNOWN
    }
}
