// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * Expressions over facts, written in the Common Expression Language (CEL): where the comparators of a bar do not reach.
 * The only door to the library that reads and evaluates them; no class of it is loaded before an expression is read.
 */
package io.netgrade.expression;
