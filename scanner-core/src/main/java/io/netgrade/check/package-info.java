// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * A question about one endpoint ({@link io.netgrade.check.Check}), the bar that a profile sets for it
 * ({@link io.netgrade.check.Bar}), and the three-valued answer ({@link io.netgrade.check.Verdict}). Checks measure;
 * profiles judge: nothing here knows a level or a list of good algorithms.
 */
package io.netgrade.check;
