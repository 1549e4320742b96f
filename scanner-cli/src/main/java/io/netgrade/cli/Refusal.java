// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import java.util.List;

/** Ends a command with an exit code and one clear line per mistake. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitCode exit;
    private final transient List<String> lines;

    Refusal(ExitCode exit, List<String> lines) {
        super(String.join("\n", lines));
        this.exit = exit;
        this.lines = List.copyOf(lines);
    }

    static Refusal usage(String line) {
        return new Refusal(ExitCode.USAGE, List.of(line));
    }

    static Refusal usage(List<String> lines) {
        return new Refusal(ExitCode.USAGE, lines);
    }

    ExitCode exit() {
        return exit;
    }

    List<String> lines() {
        return lines;
    }
}
