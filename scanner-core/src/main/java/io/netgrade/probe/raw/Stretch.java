// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import io.netgrade.fact.Attempt;
import io.netgrade.probe.ProbeTarget;
import java.util.List;
import java.util.Map;

/**
 * What one stretch of the order showed.
 *
 * @param open the endpoints that are open; their ports stand where those of the transport do
 * @param endings how many endpoints ended how: {@code ANSWERED} is open, {@code REFUSED} closed
 * @param end the place behind it, from where a later run goes on; its beginning where it was interrupted
 * @param interrupted whether it was stopped before its end
 * @param packets that were sent, retries and farewells among them
 */
public record Stretch(
        List<ProbeTarget> open, Map<Attempt.Status, Long> endings, long end, boolean interrupted, long packets) {
    public Stretch {
        open = List.copyOf(open);
        endings = Map.copyOf(endings);
    }
}
