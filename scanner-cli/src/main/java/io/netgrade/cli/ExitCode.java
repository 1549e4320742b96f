// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import java.util.Arrays;
import java.util.Optional;

/** How netgrade ends. The numbers are a contract; see {@code docs/exit-codes.md}. */
public enum ExitCode {
    HOLDS(0, "Every unit holds the level asked of it; where no level was asked, everything named was examined."),
    BELOW(1, "At least one unit is below the level asked of it."),
    UNDECIDED(
            2,
            "No unit was shown to be below, but a unit's interval holds the level asked, or part of what was named"
                    + " could not be examined."),
    REGRESSED(3, "No unit is below its level, but worse than the baseline (--fail-on regression)."),
    LOCKED(4, "Another run of the same plan holds the lock, or the window is closed: nothing was done."),
    USAGE(64, "Options, plan, profile, target or scope are at fault; every mistake is listed with file and line."),
    BAD_DATA(65, "Input data cannot be read at all: not a capture, or damaged evidence."),
    UNAVAILABLE(69, "Something needed is not available: capture rights, a library, a database."),
    FAULT(70, "netgrade's own fault: a report file is written and its path printed."),
    INTERRUPTED(130, "Interrupted: what was collected is kept."),
    TERMINATED(143, "Terminated: what was collected is kept.");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    public int code() {
        return code;
    }

    public String meaning() {
        return meaning;
    }

    static Optional<ExitCode> of(String number) {
        return Arrays.stream(values())
                .filter(exit -> number.equals(String.valueOf(exit.code)))
                .findFirst();
    }
}
