// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * From what was collected to the level a unit holds: findings, intervals, gaps, coverage. A pure function of (evidence,
 * profile, units, date): no clock, no I/O, the same answer on any machine.
 */
package io.netgrade.grade;
