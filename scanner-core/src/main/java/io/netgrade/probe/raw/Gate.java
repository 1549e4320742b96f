// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import io.netgrade.endpoint.AddressRange;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Scope;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The scope in front of every packet, in a form that is quick enough for that: what it permits is turned into sorted numbers
 * once, and its times are asked anew each few milliseconds. It never permits what the scope refuses.
 */
final class Gate {
    private static final AddressRange ALL_IPV4 = AddressRange.of("0.0.0.0/0");
    private static final AddressRange ALL_IPV6 = AddressRange.of("::/0");
    private static final long RECHECK_NANOS = 5_000_000;

    private final Scope scope;
    private final InstantSource clock;
    private final BitSet ports = new BitSet(0x10000);
    private final long[] first4;
    private final long[] last4;
    private final List<Range6> ranges6;
    private boolean open;
    private long askedAt;
    private boolean asked;

    Gate(Scope scope, InstantSource clock) {
        this.scope = scope;
        this.clock = clock;
        scope.ports().stream().forEach(ports::set);
        List<AddressRange> four = sorted(scope.permitted(ALL_IPV4));
        this.first4 = four.stream().mapToLong(range -> number4(range.first())).toArray();
        this.last4 = four.stream().mapToLong(range -> number4(range.last())).toArray();
        for (int i = 1; i < last4.length; i++) {
            last4[i] = Math.max(last4[i], last4[i - 1]);
        }
        this.ranges6 = scope.permitted(ALL_IPV6).stream().map(Range6::of).toList();
    }

    /** Whether the endpoint may be sent something now. */
    boolean permits(Spot spot) {
        if (!spot.ipv6) {
            boolean loopback = spot.low >>> 24 == 127;
            return holds4(spot.low) && (loopback || (ports.get(spot.port) && open()));
        }
        boolean loopback = spot.high == 0 && spot.low == 1;
        return holds6(spot) && (loopback || (ports.get(spot.port) && open()));
    }

    /** Why not, in words. */
    Optional<String> refusal(Endpoint endpoint) {
        return scope.refusal(endpoint, clock.instant());
    }

    /** Whether authorisation and window hold. Asked of the scope seldom, as the answer changes seldom. */
    private boolean open() {
        long now = System.nanoTime();
        if (!asked || now - askedAt > RECHECK_NANOS) {
            asked = true;
            askedAt = now;
            open = !scope.expired(clock.instant()) && scope.times().open(clock.instant());
        }
        return open;
    }

    private boolean holds4(long address) {
        int found = Arrays.binarySearch(first4, address);
        int at = found < 0 ? -found - 2 : found;
        return at >= 0 && address <= last4[at];
    }

    private boolean holds6(Spot spot) {
        for (Range6 range : ranges6) {
            if (range.holds(spot.high, spot.low)) {
                return true;
            }
        }
        return false;
    }

    private static List<AddressRange> sorted(List<AddressRange> ranges) {
        return ranges.stream()
                .sorted(Comparator.comparing(AddressRange::first, Endpoint::compareAddresses))
                .toList();
    }

    private static long number4(InetAddress address) {
        Spot spot = new Spot();
        spot.set(address.getAddress(), 0);
        return spot.low;
    }

    private record Range6(long firstHigh, long firstLow, long lastHigh, long lastLow) {
        static Range6 of(AddressRange range) {
            Spot first = new Spot();
            Spot last = new Spot();
            first.set(range.first().getAddress(), 0);
            last.set(range.last().getAddress(), 0);
            return new Range6(first.high, first.low, last.high, last.low);
        }

        boolean holds(long high, long low) {
            return compare(firstHigh, firstLow, high, low) <= 0 && compare(high, low, lastHigh, lastLow) <= 0;
        }

        private static int compare(long high, long low, long otherHigh, long otherLow) {
            int order = Long.compareUnsigned(high, otherHigh);
            return order != 0 ? order : Long.compareUnsigned(low, otherLow);
        }
    }
}
