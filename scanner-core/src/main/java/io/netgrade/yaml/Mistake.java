// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.yaml;

/**
 * One mistake in a file that the operator wrote, as {@code plan.yaml:12: level "33" is not one of 1, 2, 3.1}.
 *
 * @param line from 1; 0 for the file as a whole
 * @param column from 1, where it is within a text; else 0
 */
public record Mistake(String file, int line, int column, String message) {
    /** One of a whole line, or of the file. */
    public Mistake(String file, int line, String message) {
        this(file, line, 0, message);
    }

    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + (column > 0 ? ":" + column : "") + ": " + message;
    }
}
