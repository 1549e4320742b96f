// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.expression;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.netgrade.fact.FactType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads one expression: every variable has the type of its fact, and what an expression may cost has an end. */
final class Environment {
    /** Elements visited in one evaluation, by all comprehensions together. */
    private static final int MOST_ITERATIONS = 10_000;

    static final int MOST_CHARACTERS = 2_000;
    private static final int DEEPEST = 32;
    private static final int LARGEST_PATTERN = 1_000;

    private static final CelOptions OPTIONS = CelOptions.current()
            .comprehensionMaxIterations(MOST_ITERATIONS)
            .maxExpressionCodePointSize(MOST_CHARACTERS)
            .maxParseRecursionDepth(DEEPEST)
            .maxRegexProgramSize(LARGEST_PATTERN)
            .build();
    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.legacyCelRuntimeBuilder().setOptions(OPTIONS).build();

    private final FactMentions mentions;
    private final List<ExpressionFault> faults;

    Environment(FactMentions mentions, List<ExpressionFault> faults) {
        this.mentions = mentions;
        this.faults = faults;
    }

    /** Empty, and faults noted, where it is at fault. */
    Optional<CelRuntime.Program> program() {
        CelValidationResult result = compiler().compile(mentions.text());
        if (result.hasError()) {
            result.getErrors().forEach(this::fault);
            return Optional.empty();
        }
        try {
            CelAbstractSyntaxTree tree = result.getAst();
            faults.addAll(new Comparisons(tree).faults());
            return faults.isEmpty() ? Optional.of(RUNTIME.createProgram(tree)) : Optional.empty();
        } catch (CelValidationException | CelEvaluationException refused) {
            faults.add(new ExpressionFault(0, firstLine(String.valueOf(refused.getMessage()))));
            return Optional.empty();
        }
    }

    private CelCompiler compiler() {
        Map<String, StructType> structs = new LinkedHashMap<>();
        mentions.mentioned().forEach(fact -> structs.computeIfAbsent(fact.id(), any -> FactStruct.of(fact)));
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setTypeProvider(new FactTypes(ImmutableMap.copyOf(structs)))
                .setResultType(SimpleType.BOOL);
        for (int i = 0; i < mentions.variables().size(); i++) {
            StructType struct = structs.get(mentions.mentioned().get(i).id());
            if (struct != null) {
                builder.addVar(mentions.variables().get(i), ListType.create(struct));
            }
        }
        return builder.build();
    }

    private void fault(CelIssue issue) {
        String message = firstLine(mentions.inOwnWords(issue.getMessage())).replace(" (in container '')", "");
        boolean ofAName = message.startsWith("undefined field") || message.startsWith("undeclared reference");
        faults.add(new ExpressionFault(place(issue.getSourceLocation()), message + (ofAName ? allowed() : "")));
    }

    /** The names that may be meant. */
    private String allowed() {
        if (mentions.mentioned().isEmpty()) {
            return "; an expression is about facts['...']";
        }
        return mentions.mentioned().stream().distinct().map(Environment::fields).collect(Collectors.joining());
    }

    private static String fields(FactType fact) {
        List<String> names = new ArrayList<>();
        fact.fields().forEach(field -> names.add(FactStruct.named(field)));
        names.add(FactStruct.OBSERVED);
        return "; " + fact.id() + " has " + String.join(", ", names);
    }

    /** The library counts lines from 1 and columns from 0, by code points. */
    private int place(CelSourceLocation location) {
        String text = mentions.text();
        int line = 0;
        for (int skip = location.getLine(); skip > 1 && text.indexOf('\n', line) >= 0; skip--) {
            line = text.indexOf('\n', line) + 1;
        }
        int left = text.codePointCount(line, text.length());
        return text.offsetByCodePoints(line, Math.max(0, Math.min(left, location.getColumn())));
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    /** The types of the facts that are mentioned. */
    private record FactTypes(ImmutableMap<String, StructType> structs) implements CelTypeProvider {
        @Override
        public ImmutableCollection<CelType> types() {
            return ImmutableMap.<String, CelType>copyOf(structs).values();
        }

        @Override
        public Optional<CelType> findType(String id) {
            return Optional.ofNullable(structs.get(id));
        }
    }
}
