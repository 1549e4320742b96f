// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * Graded protection profiles, plans and what else an operator writes, read whole with every mistake listed by file and
 * line.
 */
package io.netgrade.profile;
