// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.fact;

import java.time.Instant;

/**
 * The run that collected the evidence.
 *
 * @param vantage {@code untrusted}, {@code internal} or {@code management}: where the run looked from
 * @param vantageDeclared whether someone said so; what is not declared is taken as untrusted
 */
public record Run(
        String id,
        String toolVersion,
        String command,
        Instant started,
        Instant finished,
        String vantage,
        boolean vantageDeclared) {
    /** The same, begun at another moment: with the run that it takes up. */
    public Run startedAt(Instant moment) {
        return new Run(id, toolVersion, command, moment, finished, vantage, vantageDeclared);
    }
}
