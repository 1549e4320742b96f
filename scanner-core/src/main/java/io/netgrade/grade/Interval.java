// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.profile.Level;
import java.util.Optional;

/**
 * What evidence can say of a level.
 *
 * @param achieved the floor: the highest level up to which every applicable control is shown to be met; empty for none
 * @param possible the ceiling: the highest level that nothing seen contradicts; empty for none
 */
public record Interval(Optional<Level> achieved, Optional<Level> possible) {}
