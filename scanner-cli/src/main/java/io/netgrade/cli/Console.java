// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import java.io.OutputStream;
import java.io.PrintWriter;

/**
 * Where a command writes: results to {@code out}, everything else to {@code err}.
 *
 * @param bytes where {@code out} goes, for results that are bytes already
 * @param terminal whether results go to a terminal
 */
record Console(PrintWriter out, OutputStream bytes, PrintWriter err, boolean terminal) {
    /** One line for a person, on the error stream. */
    void say(String line) {
        err.println("netgrade: " + line);
        err.flush();
    }
}
