// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * One {@link io.netgrade.grade.Assessment} shown in several forms. A report shows and never judges: what is in no
 * assessment is in no report.
 */
package io.netgrade.report;
