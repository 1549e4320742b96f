// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.classify;

import java.util.List;

/** How the level that a unit must hold follows from what its owner says of it. */
public sealed interface GradingMethod permits FactorMethod, MatrixMethod {
    About about();

    Duties duties();

    /** Of this method, lowest first. */
    List<String> levels();

    /** What must be said of a unit, in the order of the method. */
    List<Question> questions();
}
