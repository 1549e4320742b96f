// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The ways to addresses, as the kernel has them: its tables, rules and neighbours decide, not ours. It is asked once for all
 * addresses of IPv4 that it sends the same way ({@link RouteClasses}), for others one by one; what it said of these is kept
 * for the addresses asked last, in a table of fixed size.
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
    private static final int ROUTE_VIA = 18;
    /** A router has told of a better way to this address (RFC 792). */
    private static final int REDIRECTED = 0x0004_0000;
    /** After so long all is asked again. */
    private static final long FRESH_NANOS = 10_000_000_000L;

    private static final int NEIGHBOUR_ADDRESS = 1;
    private static final int NEIGHBOUR_STATION = 2;
    private static final int LINK_STATION = 1;
    private static final int LINK_NAME = 3;
    private static final int LOOPBACK_FLAG = 8;
    /** Reachable, stale, delay, probe, permanent (linux/neighbour.h). */
    private static final int USABLE = 0x02 | 0x04 | 0x08 | 0x10 | 0x80;

    private final LongSupplier nanoTime;
    private final Netlink kernel = new Netlink();
    private RouteClasses classes = RouteClasses.NONE;
    private @Nullable Way[] ways = new @Nullable Way[0];
    private long readAt;
    private boolean read;
    private final long[] keptHigh = new long[KEPT];
    private final long[] keptLow = new long[KEPT];
    private final @Nullable Hop[] kept = new @Nullable Hop[KEPT];
    private final Map<Integer, Hop.Interface> interfaces = new HashMap<>();
    private final Map<HopKey, Hop> hops = new HashMap<>();

    Routes() throws RawSocketException {
        this(System::nanoTime);
    }

    Routes(LongSupplier nanoTime) throws RawSocketException {
        this.nanoTime = nanoTime;
    }

    /** The way to an address, with the station where the kernel knows it; {@link Hop#NONE} where there is none. */
    Hop to(Spot target) throws RawSocketException {
        long now = nanoTime.getAsLong();
        if (!read || now - readAt > FRESH_NANOS) {
            read = true;
            readAt = now;
            classes = RouteClasses.now();
            ways = new @Nullable Way[classes.size()];
            Arrays.fill(kept, null);
        }
        Way way = target.ipv6 ? null : common(target);
        Hop hop = way == null || way.all == null ? own(target, way) : way.all;
        if (hop != Hop.NONE && hop.due(now)) {
            hop.resolved(station(hop));
        }
        return hop;
    }

    /** The way of all addresses of the target's class; null where it is to be asked for by itself. */
    private @Nullable Way common(Spot target) throws RawSocketException {
        int number = classes.of(target.low);
        if (number < 0) {
            return null;
        }
        Way way = ways[number];
        if (way == null) {
            Way found = asked(target);
            way = found.single ? null : found;
            ways[number] = way;
        }
        return way;
    }

    /** @param way of its class, where the target itself is the next station */
    private Hop own(Spot target, @Nullable Way way) throws RawSocketException {
        int slot = (int) ((target.low * 0x9E37_79B9_7F4A_7C15L ^ target.high) >>> 50) & (KEPT - 1);
        Hop hop = kept[slot];
        if (hop == null || keptLow[slot] != target.low || keptHigh[slot] != target.high) {
            Way known = way == null ? asked(target) : way;
            hop = known.all == null ? hop(known.out, known.source, target.address()) : known.all;
            kept[slot] = hop;
            keptLow[slot] = target.low;
            keptHigh[slot] = target.high;
        }
        return hop;
    }

    @Override
    public void close() {
        kernel.close();
    }

    private Way asked(Spot target) throws RawSocketException {
        byte[] address = target.address();
        byte[] fixed = new byte[12];
        fixed[0] = (byte) (target.ipv6 ? Libc.AF_INET6 : Libc.AF_INET);
        fixed[1] = (byte) (8 * address.length);
        Optional<Netlink.Reply> reply = kernel.ask(Netlink.GET_ROUTE, fixed, ROUTE_DESTINATION, address);
        if (reply.isEmpty() || (reply.get().u8(7) != UNICAST && reply.get().u8(7) != LOCAL)) {
            return Way.NONE;
        }
        Netlink.Reply route = reply.get();
        Optional<Integer> index = route.number(ROUTE_INTERFACE);
        byte[] source = route.attribute(ROUTE_SOURCE).orElse(new byte[0]);
        byte[] router = router(route);
        if (index.isEmpty() || source.length != address.length) {
            return Way.NONE;
        }
        Hop.Interface out = interfaceOf(index.get());
        boolean single = (route.i32(8) & REDIRECTED) != 0 || Arrays.equals(source, address);
        return new Way(router.length == 0 && out.ethernet() ? null : hop(out, source, router), out, source, single);
    }

    /** Not always of the target's family: IPv4 may go by way of a router of IPv6. Empty where there is none. */
    private static byte[] router(Netlink.Reply route) {
        return route.attribute(ROUTE_GATEWAY)
                .or(() -> route.attribute(ROUTE_VIA)
                        .filter(via -> via.length > 2)
                        .map(via -> Arrays.copyOfRange(via, 2, via.length)))
                .filter(router -> router.length == 4 || router.length == 16)
                .orElse(new byte[0]);
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

    /** What the kernel said of an address. */
    private static final class Way {
        static final Way NONE = new Way(Hop.NONE, Hop.NONE.out(), new byte[0], false);

        private final @Nullable Hop all;
        private final Hop.Interface out;
        private final byte[] source;
        private final boolean single;

        /**
         * @param all the hop that is the same for all addresses that go this way; null where each is its own next station
         * @param single whether it holds for this address only, and not for others of its class
         */
        Way(@Nullable Hop all, Hop.Interface out, byte[] source, boolean single) {
            this.all = all;
            this.out = out;
            this.source = source;
            this.single = single;
        }
    }

    private record HopKey(Hop.Interface out, ByteBuffer source, ByteBuffer next) {}
}
