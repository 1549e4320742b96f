// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.endpoint.Target;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A failure that somebody answers for, for a time: it no longer stops a level, and both levels are always shown.
 *
 * @param id of the operator's own, never double
 * @param unit that it is for; empty for every unit
 * @param endpoint addresses, with or without a port, that it is for; none for all
 * @param product the product's usual name, in any case, that it is for; empty for all
 * @param compensating what holds in the failure's place
 * @param from the first day on which it holds
 * @param expires the last day on which it holds
 */
public record Waiver(
        String id,
        String control,
        String unit,
        Optional<Target.Addresses> endpoint,
        String product,
        String reason,
        Compensating compensating,
        String owner,
        String approver,
        LocalDate from,
        LocalDate expires) {

    /**
     * A compensating control.
     *
     * @param kind one of the kinds in {@code compensating-controls.yml}
     * @param says what it is there
     */
    public record Compensating(String kind, String says) {}

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(expires);
    }
}
