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
    private static final int FIRST = 256;
    private static final int NONE = -1;
    private static final List<Transport> TRANSPORTS = List.of(Transport.values());

    private final HostNumbers hosts = new HostNumbers();
    private final int[] numberOfPort = new int[PORTS];
    private final char[] portOfNumber = new char[PORTS];
    private int ports;

    private long[] keys = new long[FIRST];
    private long[] bits = new long[FIRST];
    private char[] common = new char[FIRST];
    private int[] others = new int[FIRST];
    private int rows;
    /** Row and one; 0 where there is none. */
    private int[] slots = new int[2 * FIRST];

    private long[] otherBits = new long[FIRST];
    private char[] otherHistory = new char[FIRST];
    private int[] nextOther = new int[FIRST];
    private int othersUsed;

    private final List<History> histories;

    /** @param histories by their numbers; grows meanwhile */
    HistoryTable(List<History> histories) {
        this.histories = histories;
        Arrays.fill(numberOfPort, NONE);
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
        return row < 0 || (bits[row] & bit) == 0 ? NONE : history(row, bit);
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
        if ((bits[row] & bit) != 0) {
            withoutOther(row, bit);
        }
        bits[row] |= bit;
        if (common[row] != history) {
            int other = other(row, history);
            otherBits[other] |= bit;
        }
    }

    /** Every row and history, with the ports that have it. */
    void forEach(Consumer<Alike> action) {
        for (int row = 0; row < rows; row++) {
            long left = bits[row];
            for (int other = others[row]; other != 0; other = nextOther[other]) {
                left &= ~otherBits[other];
                tell(row, otherBits[other], otherHistory[other], action);
            }
            tell(row, left, common[row], action);
        }
    }

    private void tell(int row, long those, int history, Consumer<Alike> action) {
        if (those != 0) {
            action.accept(new Alike(this, keys[row], those, histories.get(history)));
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
        for (int other = others[row]; other != 0; other = nextOther[other]) {
            if ((otherBits[other] & bit) != 0) {
                return otherHistory[other];
            }
        }
        return common[row];
    }

    private void withoutOther(int row, long bit) {
        for (int other = others[row]; other != 0; other = nextOther[other]) {
            otherBits[other] &= ~bit;
        }
    }

    /** Where a row keeps those of another history; a place that nothing is left in is used again. */
    private int other(int row, int history) {
        int empty = 0;
        for (int other = others[row]; other != 0; other = nextOther[other]) {
            if (otherHistory[other] == history) {
                return other;
            }
            empty = otherBits[other] == 0 ? other : empty;
        }
        if (empty == 0) {
            empty = ++othersUsed;
            if (empty == otherBits.length) {
                int more = empty + (empty >> 1);
                otherBits = Arrays.copyOf(otherBits, more);
                otherHistory = Arrays.copyOf(otherHistory, more);
                nextOther = Arrays.copyOf(nextOther, more);
            }
            nextOther[empty] = others[row];
            others[row] = empty;
        }
        otherHistory[empty] = (char) history;
        return empty;
    }

    private int row(long key, int history) {
        int slot = slot(key);
        if (slots[slot] == 0) {
            if (rows == keys.length) {
                grow();
                slot = slot(key);
            }
            keys[rows] = key;
            common[rows] = (char) history;
            slots[slot] = ++rows;
        }
        return slots[slot] - 1;
    }

    private void grow() {
        int more = rows + (rows >> 1);
        keys = Arrays.copyOf(keys, more);
        bits = Arrays.copyOf(bits, more);
        common = Arrays.copyOf(common, more);
        others = Arrays.copyOf(others, more);
        if (more + (more >> 2) > slots.length) {
            slots = new int[2 * slots.length];
            for (int row = 0; row < rows; row++) {
                slots[slot(keys[row])] = row + 1;
            }
        }
    }

    private int slot(long key) {
        int slot = Hashing.mixed(key) & (slots.length - 1);
        while (slots[slot] != 0 && keys[slots[slot] - 1] != key) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private static long key(int host, Transport transport, int port) {
        return ((((long) host << TRANSPORT_BITS) | TRANSPORTS.indexOf(transport)) << CHUNK_BITS) | (port >> 6);
    }
}
