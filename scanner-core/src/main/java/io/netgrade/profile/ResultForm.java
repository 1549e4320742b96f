// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.yaml.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How one report template of a scheme comes from the marks of items to a verdict.
 *
 * @param verified whether its words were read in the scheme's own text
 * @param note what is to be known of it
 * @param mandatoryAfter the day after which reports must have this form
 * @param marks of an item
 * @param deductions empty where the form asks for a conformity rate
 * @param verdicts the best first; the first whose conditions all hold is the result, and the last has none
 */
public record ResultForm(
        String id,
        Text title,
        boolean verified,
        Optional<Text> note,
        Optional<LocalDate> mandatoryAfter,
        Marks marks,
        Optional<Deductions> deductions,
        List<Verdict> verdicts) {
    public ResultForm {
        verdicts = List.copyOf(verdicts);
    }

    /** What an item counts for, each from 0 to 1. */
    public record Marks(BigDecimal met, BigDecimal partial, BigDecimal notMet) {}

    /**
     * From 100 points, those of what is not met are taken, and of each half no more than it has.
     *
     * @param balance the share of the technical items in the points, from 0 to 1
     * @param least how often the points of an item count at least
     * @param most how often they count at most
     */
    public record Deductions(BigDecimal balance, BigDecimal least, BigDecimal most) {}

    /** A kind of finding that shuts a verdict out. */
    public enum Risk {
        MEDIUM,
        HIGH,
        MAJOR_HIDDEN;

        /** Kebab-case, as files and reports write it. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * One result.
     *
     * @param bound that the points or the rate must reach; empty for any
     * @param beyond whether they must lie above the bound, not at it
     * @param without the risks of which there must be none
     */
    public record Verdict(String id, Text title, Optional<BigDecimal> bound, boolean beyond, Set<Risk> without) {
        public Verdict {
            without = Set.copyOf(without);
        }
    }
}
