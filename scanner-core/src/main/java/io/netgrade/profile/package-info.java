// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * Graded protection profiles, plans and what else an operator writes in YAML, read whole with every mistake listed by
 * file and line. The only package that knows the YAML reader.
 */
package io.netgrade.profile;
