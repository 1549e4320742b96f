// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.yaml.Text;
import java.time.LocalDate;

/**
 * One version of a profile, and what it changed.
 *
 * @param says what whoever compares a grade with an earlier one must know
 */
public record Release(String version, LocalDate date, Text says) {}
