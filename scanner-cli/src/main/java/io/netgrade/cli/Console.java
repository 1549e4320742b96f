// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import java.io.PrintWriter;

/**
 * Where a command writes: results to {@code out}, everything else to {@code err}.
 *
 * @param terminal whether results go to a terminal
 */
record Console(PrintWriter out, PrintWriter err, boolean terminal) {
    /** One line for a person, on the error stream. */
    void say(String line) {
        err.println("netgrade: " + line);
        err.flush();
    }
}
