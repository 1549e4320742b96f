// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.endpoint;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Sets of addresses as ranges: what two of them share, and what is left of one. */
final class Addresses {
    static final List<AddressRange> LOOPBACK =
            Stream.of("127.0.0.0/8", "::1").map(AddressRange::of).toList();

    /** Unspecified, multicast and broadcast addresses. */
    static final List<AddressRange> OF_MANY_HOSTS = Stream.of(
                    "0.0.0.0", "::", "224.0.0.0/4", "255.255.255.255", "ff00::/8")
            .map(AddressRange::of)
            .toList();

    private Addresses() {}

    static Optional<AddressRange> shared(AddressRange one, AddressRange other) {
        if (one.first().getAddress().length != other.first().getAddress().length) {
            return Optional.empty();
        }
        InetAddress first = later(one.first(), other.first()) ? one.first() : other.first();
        InetAddress last = later(one.last(), other.last()) ? other.last() : one.last();
        return later(first, last) ? Optional.empty() : Optional.of(new AddressRange(first, last));
    }

    /** What is left of the ranges without the taken ones. */
    static List<AddressRange> without(List<AddressRange> ranges, List<AddressRange> taken) {
        List<AddressRange> left = ranges;
        for (AddressRange gone : taken) {
            left = left.stream().flatMap(range -> without(range, gone).stream()).toList();
        }
        return left;
    }

    private static List<AddressRange> without(AddressRange range, AddressRange gone) {
        Optional<AddressRange> cut = shared(range, gone);
        if (cut.isEmpty()) {
            return List.of(range);
        }
        List<AddressRange> left = new ArrayList<>();
        if (later(cut.get().first(), range.first())) {
            AddressRange.before(cut.get().first()).ifPresent(last -> left.add(new AddressRange(range.first(), last)));
        }
        if (later(range.last(), cut.get().last())) {
            AddressRange.after(cut.get().last()).ifPresent(first -> left.add(new AddressRange(first, range.last())));
        }
        return left;
    }

    private static boolean later(InetAddress one, InetAddress other) {
        return Endpoint.compareAddresses(one, other) > 0;
    }
}
