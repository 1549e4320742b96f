// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.expression;

/**
 * What is wrong with an expression, and where.
 *
 * @param at how many characters of its text stand before the place
 */
public record ExpressionFault(int at, String message) {}
