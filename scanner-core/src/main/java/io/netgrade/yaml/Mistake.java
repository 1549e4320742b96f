// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.yaml;

/** One mistake in a file that the operator wrote, as {@code plan.yaml:12: level "33" is not one of 1, 2, 3.1}. */
public record Mistake(String file, int line, String message) {
    @Override
    public String toString() {
        return line > 0 ? file + ":" + line + ": " + message : file + ": " + message;
    }
}
