// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Sends probes, and the farewells of what they began. For one thread at a time. */
final class Sender implements AutoCloseable {
    private final ProbeOrder order;
    private final Outlet outlet;
    private final Probe probe;
    private final Cookie cookie;
    private final Ears ears;
    private final Queue<Farewell> farewells;
    private final Spot spot = new Spot();
    private final AtomicLong pushedBack = new AtomicLong();
    private Hop.@Nullable Interface heard;

    /** @param farewells that wait to be sent; other threads take of them too */
    Sender(ProbeOrder order, Outlet outlet, Probe probe, Cookie cookie, Ears ears, Queue<Farewell> farewells) {
        this.order = order;
        this.outlet = outlet;
        this.probe = probe;
        this.cookie = cookie;
        this.ears = ears;
        this.farewells = farewells;
    }

    /** Adds a probe to what leaves next, or notes why there is none. */
    void add(Board visited, int index) throws RawSocketException {
        order.locate(visited.place(index), spot);
        Hop hop = outlet.way(spot);
        if (hop == Hop.NONE) {
            visited.answered(index, Finding.NO_ROUTE);
            return;
        }
        if (hop.out() != heard) {
            ears.at(hop.out().name());
            heard = hop.out();
        }
        long made = cookie.of(spot, hop.sourceHigh(), hop.sourceLow());
        if (!outlet.add(spot, hop, probe, cookie.sourcePort(made), Cookie.number(made))) {
            visited.answered(index, Finding.OUT_OF_SCOPE);
        }
    }

    /** Ends what open ports began, and sends what waits to be sent. */
    void flush() throws RawSocketException {
        ears.due(System.nanoTime()).forEach(farewells::offer);
        for (Farewell each = farewells.poll(); each != null; each = farewells.poll()) {
            outlet.add(each, outlet.way(each.target()), probe.protocol());
        }
        outlet.flush();
        pushedBack.set(outlet.pushedBack());
    }

    /** Packets that were sent so far; not to be asked while another thread sends. */
    long packets() {
        return outlet.packets();
    }

    /** How often the system had no room for packets; for any thread. */
    long pushedBack() {
        return pushedBack.get();
    }

    @Override
    public void close() {
        outlet.close();
    }
}
