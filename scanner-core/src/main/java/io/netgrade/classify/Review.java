// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.classify;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What became of a grading in its review by experts (MIIT Order 11, article 7).
 *
 * @param by who reviewed it; may be empty
 * @param level where the review settled on another level than the arithmetic
 * @param reason for that; never empty where there is such a level
 */
public record Review(Optional<LocalDate> on, String by, Optional<String> level, String reason) {
    public static final Review NONE = new Review(Optional.empty(), "", Optional.empty(), "");
}
