// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.fact;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import java.net.InetAddress;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Ports of one host that have one history. */
public final class Alike {
    private final HistoryTable table;
    private final long key;
    private final long bits;
    private final History history;

    Alike(HistoryTable table, long key, long bits, History history) {
        this.table = table;
        this.key = key;
        this.bits = bits;
        this.history = history;
    }

    public InetAddress host() {
        return table.host(hostNumber());
    }

    /** The host's number among those of {@link Attempts#alikeHosts}. */
    public int hostNumber() {
        return HistoryTable.hostOf(key);
    }

    public Transport transport() {
        return HistoryTable.transportOf(key);
    }

    public History history() {
        return history;
    }

    /** How many ports they are; at least one. */
    public int count() {
        return Long.bitCount(bits);
    }

    /** The ports, in no order. */
    public IntStream ports() {
        return IntStream.range(0, Long.SIZE)
                .filter(bit -> (bits & (1L << bit)) != 0)
                .map(bit -> table.portOf(key, bit));
    }

    /** The endpoints, one by one. */
    public Stream<Endpoint> endpoints() {
        InetAddress host = host();
        return ports().mapToObj(port -> new Endpoint(host, port, transport()));
    }
}
