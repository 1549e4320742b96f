// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.classify;

/**
 * What another answer to one question, all others left, would make of the level.
 *
 * @param choice the other answer
 */
public record Effect(String question, String choice, String level) {}
