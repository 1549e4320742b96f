// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the types alone would let through: comparing whole facts or lists, whose equality cannot be told where they are known
 * in part, and taking a value's type away, so that such a comparison could hide.
 */
final class Comparisons {
    private static final Set<String> EQUALITIES = Set.of("_==_", "_!=_", "@in", "_in_", "in");
    private static final Set<String> UNTYPED = Set.of("dyn", "type");
    private static final Set<CelKind> PLAIN = EnumSet.of(
            CelKind.BOOL,
            CelKind.BYTES,
            CelKind.DOUBLE,
            CelKind.DURATION,
            CelKind.INT,
            CelKind.STRING,
            CelKind.TIMESTAMP,
            CelKind.UINT);

    private final CelAbstractSyntaxTree tree;
    private final List<ExpressionFault> faults = new ArrayList<>();

    Comparisons(CelAbstractSyntaxTree tree) {
        this.tree = tree;
        CelNavigableAst.fromAst(tree).getRoot().allNodes().forEach(this::look);
    }

    List<ExpressionFault> faults() {
        return faults;
    }

    private void look(CelNavigableExpr node) {
        if (node.getKind() != CelExpr.ExprKind.Kind.CALL) {
            return;
        }
        CelExpr.CelCall call = node.expr().call();
        if (UNTYPED.contains(call.function())) {
            fault(node.expr(), call.function() + "() is not allowed: every value has the type of its field");
        } else if (EQUALITIES.contains(call.function())
                && !call.args().isEmpty()
                && !isPlain(call.args().get(0))) {
            fault(node.expr(), "only single values are compared; write all, exists or in for lists");
        }
    }

    private boolean isPlain(CelExpr value) {
        Optional<CelType> type = tree.getType(value.id());
        return type.filter(known -> PLAIN.contains(known.kind())).isPresent();
    }

    private void fault(CelExpr where, String message) {
        int at = tree.getSource().getPositionsMap().getOrDefault(where.id(), 0);
        faults.add(new ExpressionFault(at, message));
    }
}
