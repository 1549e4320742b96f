// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.fact;

/**
 * Something named that could not be examined: a missing file, a host that does not resolve. It makes a run incomplete.
 *
 * @param input as the user named it
 * @param message what is wrong, where, and what to do; one line
 * @param unreadable whether the input's data cannot be read at all (exit code 65 when nothing else was examined)
 */
public record Problem(String input, String message, boolean unreadable) {}
