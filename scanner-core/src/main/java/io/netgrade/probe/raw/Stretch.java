// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import io.netgrade.fact.Attempt;
import io.netgrade.probe.ProbeTarget;
import java.net.InetAddress;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What one stretch of the order showed.
 *
 * @param open the endpoints that are open; their ports stand where those of the transport do
 * @param others of each host in {@code open}, how many ports were tried and were not open
 * @param endings how many endpoints ended how: {@code ANSWERED} is open, {@code REFUSED} closed
 * @param end the place behind it, from where a later run goes on; its beginning where it was interrupted
 * @param interrupted whether it was stopped before its end
 * @param packets that were sent, retries and farewells among them
 */
public record Stretch(
        List<ProbeTarget> open,
        Map<InetAddress, Integer> others,
        Map<Attempt.Status, Long> endings,
        long end,
        boolean interrupted,
        long packets) {
    public Stretch {
        open = List.copyOf(open);
        others = Map.copyOf(others);
        endings = Map.copyOf(endings);
    }

    Stretch besides(Map<InetAddress, Integer> tried) {
        return new Stretch(open, tried, endings, end, interrupted, packets);
    }

    /** The same, where so many that seemed open are held to be filtered. */
    Stretch without(long untold) {
        if (untold == 0) {
            return this;
        }
        Map<Attempt.Status, Long> other = new EnumMap<>(endings);
        other.merge(Attempt.Status.ANSWERED, -untold, (had, less) -> had + less == 0 ? null : had + less);
        other.merge(Attempt.Status.FILTERED, untold, Long::sum);
        return new Stretch(open, others, other, end, interrupted, packets);
    }
}
