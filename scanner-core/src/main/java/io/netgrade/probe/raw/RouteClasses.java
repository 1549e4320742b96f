// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Ranges of IPv4 addresses that the kernel sends the same way: no prefix of its tables (rtnetlink(7)), and none that one of
 * its rules asks for, tells two addresses of a range apart. Whatever else a rule may ask for is the same for all that we
 * send. Not so where a route has several next hops, among which the kernel chooses by the whole address.
 */
final class RouteClasses {
    /** Where each address is to be asked for by itself. */
    static final RouteClasses NONE = new RouteClasses(new long[0], new BitSet());

    /** Prefixes; with more, reading them would cost more than it saves. */
    private static final int MOST = 1 << 16;

    private static final int DESTINATION = 1;
    private static final int SEVERAL_HOPS = 9;
    private static final int HOP_OBJECT = 30;
    /** Where addresses of another kind begin: of this network, other unicast, multicast, reserved, broadcast. */
    private static final long[] KINDS = {0, 1, 0xE000_0000L, 0xF000_0000L, 0xFFFF_FFFFL};

    private final long[] firsts;
    private final BitSet apart;

    private RouteClasses(long[] firsts, BitSet apart) {
        this.firsts = firsts;
        this.apart = apart;
    }

    /** Of what the kernel has now; {@link #NONE} where it does not tell all of it, or has too much. */
    static RouteClasses now() throws RawSocketException {
        byte[] fixed = new byte[12];
        fixed[0] = Libc.AF_INET;
        Prefixes prefixes = new Prefixes();
        try (Netlink kernel = new Netlink()) {
            return kernel.dump(Netlink.GET_RULE, fixed, prefixes::rule)
                            && kernel.dump(Netlink.GET_ROUTE, fixed, prefixes::route)
                    ? prefixes.classes()
                    : NONE;
        }
    }

    /** How many there are. */
    int size() {
        return firsts.length;
    }

    /** The number of the range that an address is in; -1 where the address is to be asked for by itself. */
    int of(long address) {
        int at = place(address);
        return apart.get(Math.max(0, at)) ? -1 : at;
    }

    private int place(long address) {
        int found = Arrays.binarySearch(firsts, address);
        return found < 0 ? -found - 2 : found;
    }

    /** First and last address of what the kernel tells apart. */
    private static final class Prefixes {
        private final List<long[]> all = new ArrayList<>();
        private final List<long[]> several = new ArrayList<>();

        boolean rule(Netlink.Reply rule) {
            return all.size() < MOST && all.add(range(rule));
        }

        boolean route(Netlink.Reply route) {
            long[] range = range(route);
            boolean many = route.attribute(SEVERAL_HOPS).isPresent()
                    || route.attribute(HOP_OBJECT).isPresent();
            return all.size() < MOST && all.add(range) && (!many || several.add(range));
        }

        /** Both messages begin with family and length of the prefix; that of all addresses has no attribute. */
        private static long[] range(Netlink.Reply message) {
            int length = Math.min(32, message.u8(1));
            byte[] prefix = message.attribute(DESTINATION)
                    .filter(value -> value.length == 4)
                    .orElse(new byte[4]);
            long mask = (1L << (32 - length)) - 1;
            long first = ByteBuffer.wrap(prefix).getInt() & 0xFFFF_FFFFL & ~mask;
            return new long[] {first, first | mask};
        }

        RouteClasses classes() {
            long[] firsts = LongStream.concat(
                            LongStream.of(KINDS),
                            all.stream().flatMapToLong(range -> LongStream.of(range[0], range[1] + 1)))
                    .filter(first -> first <= 0xFFFF_FFFFL)
                    .sorted()
                    .distinct()
                    .toArray();
            RouteClasses classes = new RouteClasses(firsts, new BitSet());
            several.forEach(range -> classes.apart.set(classes.place(range[0]), classes.place(range[1]) + 1));
            return classes;
        }
    }
}
