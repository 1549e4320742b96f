// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.check.Bar;

/**
 * What a control asks from one level on. A control whose bar tightens has several, lowest level first; at a level, the
 * ask with the highest level that is not above it holds (and those below it hold with it).
 *
 * @param advisory shown, but blocks no level
 */
public record Ask(Level level, Severity severity, boolean advisory, Bar bar) {}
