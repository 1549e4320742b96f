// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.fact;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Which endpoint has which history. A row is of one host and one transport, and 64 of its ports, a bit for each; ports are
 * numbered by when they came first, so that those of a list share rows. Most rows have one history in common; where a row has
 * others, they hang on it.
 */
final class HistoryTable {
    private static final int PORTS = 1 << 16;
    private static final int CHUNK_BITS = 10;
    private static final int TRANSPORT_BITS = 2;
    private static final int FIRST_SLOTS = 512;
    private static final int NONE = -1;
    private static final List<Transport> TRANSPORTS = List.of(Transport.values());

    private final HostNumbers hosts = new HostNumbers();
    private final int[] numberOfPort = new int[PORTS];
    private final char[] portOfNumber = new char[PORTS];
    private int ports;

    /** Of each row its key, its bits, and both its first other (upper half) and its common history. */
    private final LongPages rows = new LongPages();

    private int rowCount;
    /** Row and one; 0 where there is none. */
    private int[] slots = new int[FIRST_SLOTS];

    /** Of each other its bits, and both the next other of its row (upper half) and its history; that of 0 is none. */
    private final LongPages others = new LongPages();

    private int otherCount = 1;

    private final List<History> histories;

    /** @param histories by their numbers; grows meanwhile */
    HistoryTable(List<History> histories) {
        this.histories = histories;
        Arrays.fill(numberOfPort, NONE);
        others.set(0, 0);
        others.set(1, 0);
    }

    /** The number of an endpoint's history; -1 where it has none. */
    int of(Endpoint endpoint) {
        int host = hosts.of(endpoint.address());
        int port = numberOfPort[endpoint.port()];
        if (host < 0 || port < 0) {
            return NONE;
        }
        int row = slots[slot(key(host, endpoint.transport(), port))] - 1;
        long bit = 1L << port;
        return row < 0 || (bits(row) & bit) == 0 ? NONE : history(row, bit);
    }

    /** Gives an endpoint its history, in the place of one that it had. */
    void put(Endpoint endpoint, int history) {
        int port = numberOfPort[endpoint.port()];
        if (port < 0) {
            port = ports++;
            numberOfPort[endpoint.port()] = port;
            portOfNumber[port] = (char) endpoint.port();
        }
        int row = row(key(hosts.add(endpoint.address()), endpoint.transport(), port), history);
        long bit = 1L << port;
        if ((bits(row) & bit) != 0) {
            withoutOther(row, bit);
        }
        rows.set(3L * row + 1, bits(row) | bit);
        if (common(row) != history) {
            int other = other(row, history);
            others.set(2L * other, otherBits(other) | bit);
        }
    }

    /** Every row and history, with the ports that have it. */
    void forEach(Consumer<Alike> action) {
        for (int row = 0; row < rowCount; row++) {
            long left = bits(row);
            for (int other = firstOther(row); other != 0; other = nextOther(other)) {
                left &= ~otherBits(other);
                tell(row, otherBits(other), otherHistory(other), action);
            }
            tell(row, left, common(row), action);
        }
    }

    private void tell(int row, long those, int history, Consumer<Alike> action) {
        if (those != 0) {
            action.accept(new Alike(this, key(row), those, histories.get(history)));
        }
    }

    int hosts() {
        return hosts.size();
    }

    InetAddress host(int number) {
        return hosts.at(number);
    }

    /** -1 where it is not there. */
    int numberOf(InetAddress host) {
        return hosts.of(host);
    }

    static int hostOf(long key) {
        return (int) (key >>> (CHUNK_BITS + TRANSPORT_BITS));
    }

    static Transport transportOf(long key) {
        return TRANSPORTS.get((int) (key >>> CHUNK_BITS) & ((1 << TRANSPORT_BITS) - 1));
    }

    int portOf(long key, int bit) {
        return portOfNumber[(((int) key & ((1 << CHUNK_BITS) - 1)) << 6) | bit];
    }

    private int history(int row, long bit) {
        for (int other = firstOther(row); other != 0; other = nextOther(other)) {
            if ((otherBits(other) & bit) != 0) {
                return otherHistory(other);
            }
        }
        return common(row);
    }

    private void withoutOther(int row, long bit) {
        for (int other = firstOther(row); other != 0; other = nextOther(other)) {
            others.set(2L * other, otherBits(other) & ~bit);
        }
    }

    /** Where a row keeps those of another history; a place that nothing is left in is used again. */
    private int other(int row, int history) {
        int empty = 0;
        for (int other = firstOther(row); other != 0; other = nextOther(other)) {
            if (otherHistory(other) == history) {
                return other;
            }
            empty = otherBits(other) == 0 ? other : empty;
        }
        int next = empty == 0 ? firstOther(row) : nextOther(empty);
        if (empty == 0) {
            empty = otherCount++;
            rows.set(3L * row + 2, both(empty, common(row)));
        }
        others.set(2L * empty, 0);
        others.set(2L * empty + 1, both(next, history));
        return empty;
    }

    private int row(long key, int history) {
        int slot = slot(key);
        if (slots[slot] == 0) {
            if (rowCount > slots.length / 4 * 3) {
                grow();
                slot = slot(key);
            }
            rows.set(3L * rowCount, key);
            rows.set(3L * rowCount + 1, 0);
            rows.set(3L * rowCount + 2, both(0, history));
            slots[slot] = ++rowCount;
        }
        return slots[slot] - 1;
    }

    /** The slots are let go of before there are new ones: rows tell all that is in them. */
    private void grow() {
        int more = 2 * slots.length;
        slots = new int[0];
        slots = new int[more];
        for (int row = 0; row < rowCount; row++) {
            slots[slot(key(row))] = row + 1;
        }
    }

    private int slot(long key) {
        int slot = Hashing.mixed(key) & (slots.length - 1);
        while (slots[slot] != 0 && key(slots[slot] - 1) != key) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private long key(int row) {
        return rows.at(3L * row);
    }

    private long bits(int row) {
        return rows.at(3L * row + 1);
    }

    private int common(int row) {
        return (char) rows.at(3L * row + 2);
    }

    private int firstOther(int row) {
        return (int) (rows.at(3L * row + 2) >>> 32);
    }

    private long otherBits(int other) {
        return others.at(2L * other);
    }

    private int otherHistory(int other) {
        return (char) others.at(2L * other + 1);
    }

    private int nextOther(int other) {
        return (int) (others.at(2L * other + 1) >>> 32);
    }

    private static long both(int upper, int history) {
        return (long) upper << 32 | history;
    }

    private static long key(int host, Transport transport, int port) {
        return ((((long) host << TRANSPORT_BITS) | TRANSPORTS.indexOf(transport)) << CHUNK_BITS) | (port >> 6);
    }
}
