// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.check.Bar;

/**
 * What a control asks of one check.
 *
 * @param check the check's id, such as {@code ssh.cipher}
 */
public record Demand(String check, Bar bar) {}
