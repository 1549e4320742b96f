// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import java.time.LocalDate;

/**
 * What a person found on inspecting what no network observation decides.
 *
 * @param unit that was inspected; empty for every unit
 * @param met whether the control was found to be met
 * @param by who inspected
 * @param inspected what was looked at
 * @param on the day of the inspection, the first on which it holds
 * @param validUntil the last day on which it holds
 */
public record Attestation(
        String id,
        String control,
        String unit,
        boolean met,
        String by,
        String inspected,
        LocalDate on,
        LocalDate validUntil) {

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(on) && !day.isAfter(validUntil);
    }
}
