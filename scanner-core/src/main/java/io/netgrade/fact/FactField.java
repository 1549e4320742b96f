// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.fact;

/**
 * One field of a fact.
 *
 * @param name kebab-case, such as {@code algorithms}
 * @param meaning one sentence: what it holds, its unit, and the RFC or clause it comes from
 */
public record FactField(String name, FieldKind kind, String meaning) {}
