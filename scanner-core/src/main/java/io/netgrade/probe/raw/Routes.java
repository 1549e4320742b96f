// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ways to addresses, as the kernel has them: its tables, rules and neighbours decide, not ours. What it said is kept for
 * the addresses asked last, in a table of fixed size.
 */
final class Routes implements AutoCloseable {
    private static final int KEPT = 1 << 14;
    private static final int MOST_HOPS = 1 << 16;
    private static final int UNICAST = 1;
    private static final int LOCAL = 2;
    private static final int ETHERNET = 1;
    private static final int ROUTE_DESTINATION = 1;
    private static final int ROUTE_INTERFACE = 4;
    private static final int ROUTE_GATEWAY = 5;
    private static final int ROUTE_SOURCE = 7;
    private static final int NEIGHBOUR_ADDRESS = 1;
    private static final int NEIGHBOUR_STATION = 2;
    private static final int LINK_STATION = 1;
    private static final int LINK_NAME = 3;
    private static final int LOOPBACK_FLAG = 8;
    /** Reachable, stale, delay, probe, permanent (linux/neighbour.h). */
    private static final int USABLE = 0x02 | 0x04 | 0x08 | 0x10 | 0x80;

    private final Netlink kernel = new Netlink();
    private final long[] keptHigh = new long[KEPT];
    private final long[] keptLow = new long[KEPT];
    private final @Nullable Hop[] kept = new @Nullable Hop[KEPT];
    private final Map<Integer, Hop.Interface> interfaces = new HashMap<>();
    private final Map<HopKey, Hop> hops = new HashMap<>();

    Routes() throws RawSocketException {
        // The kernel is asked when the first address is.
    }

    /** The way to an address, with the station where the kernel knows it; {@link Hop#NONE} where there is none. */
    Hop to(Spot target) throws RawSocketException {
        int slot = (int) ((target.low * 0x9E37_79B9_7F4A_7C15L ^ target.high) >>> 50) & (KEPT - 1);
        Hop hop = kept[slot];
        if (hop == null || keptLow[slot] != target.low || keptHigh[slot] != target.high) {
            hop = asked(target);
            kept[slot] = hop;
            keptLow[slot] = target.low;
            keptHigh[slot] = target.high;
        }
        if (hop != Hop.NONE && hop.due(System.nanoTime())) {
            hop.resolved(station(hop));
        }
        return hop;
    }

    @Override
    public void close() {
        kernel.close();
    }

    private Hop asked(Spot target) throws RawSocketException {
        byte[] address = target.address();
        byte[] fixed = new byte[12];
        fixed[0] = (byte) (target.ipv6 ? Libc.AF_INET6 : Libc.AF_INET);
        fixed[1] = (byte) (8 * address.length);
        Optional<Netlink.Reply> reply = kernel.ask(Netlink.GET_ROUTE, fixed, ROUTE_DESTINATION, address);
        if (reply.isEmpty() || (reply.get().u8(7) != UNICAST && reply.get().u8(7) != LOCAL)) {
            return Hop.NONE;
        }
        Netlink.Reply route = reply.get();
        Optional<Integer> index = route.number(ROUTE_INTERFACE);
        Optional<byte[]> source = route.attribute(ROUTE_SOURCE);
        byte[] next = route.attribute(ROUTE_GATEWAY).orElse(address);
        if (index.isEmpty() || source.isEmpty() || next.length != address.length) {
            return Hop.NONE;
        }
        Hop.Interface out = interfaceOf(index.get());
        return hop(out, source.get(), next);
    }

    private Hop hop(Hop.Interface out, byte[] from, byte[] next) {
        HopKey key = new HopKey(out, ByteBuffer.wrap(from), ByteBuffer.wrap(next));
        Hop known = hops.get(key);
        if (known != null) {
            return known;
        }
        Spot source = new Spot();
        source.set(from, 0);
        Hop hop = new Hop(out, source.high, source.low, next);
        if (hops.size() < MOST_HOPS) {
            hops.put(key, hop);
        }
        return hop;
    }

    private Hop.Interface interfaceOf(int index) throws RawSocketException {
        Hop.Interface known = interfaces.get(index);
        if (known != null) {
            return known;
        }
        byte[] fixed = new byte[16];
        ByteBuffer.wrap(fixed).order(ByteOrder.nativeOrder()).putInt(4, index);
        Netlink.Reply link = kernel.ask(Netlink.GET_LINK, fixed, 0, new byte[0])
                .orElseThrow(() -> new RawSocketException("the kernel knows no interface " + index));
        byte[] name = link.attribute(LINK_NAME).orElse(new byte[1]);
        boolean framed = link.u16(2) == ETHERNET && (link.i32(8) & LOOPBACK_FLAG) == 0;
        byte[] station = framed ? link.attribute(LINK_STATION).orElse(new byte[0]) : new byte[0];
        Hop.Interface found = new Hop.Interface(
                index, new String(name, 0, name.length - 1, java.nio.charset.StandardCharsets.US_ASCII), station);
        interfaces.put(index, found);
        return found;
    }

    private byte @Nullable [] station(Hop hop) throws RawSocketException {
        byte[] fixed = new byte[12];
        fixed[0] = (byte) (hop.next().length == 16 ? Libc.AF_INET6 : Libc.AF_INET);
        ByteBuffer.wrap(fixed)
                .order(ByteOrder.nativeOrder())
                .putInt(4, hop.out().index());
        return kernel.ask(Netlink.GET_NEIGHBOUR, fixed, NEIGHBOUR_ADDRESS, hop.next())
                .filter(neighbour -> (neighbour.u16(8) & USABLE) != 0)
                .flatMap(neighbour -> neighbour.attribute(NEIGHBOUR_STATION))
                .filter(station -> station.length == 6)
                .map(station -> Arrays.copyOf(station, 6))
                .orElse(null);
    }

    private record HopKey(Hop.Interface out, ByteBuffer source, ByteBuffer next) {}
}
