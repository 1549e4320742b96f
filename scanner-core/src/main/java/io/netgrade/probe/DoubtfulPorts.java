// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.fact.Attempt.Status;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * TCP ports of one host that seemed closed or filtered since the host last proved to answer us: if it turns out to have
 * turned us away meanwhile, they are unknown. Each is numbered, from 0 on, by when it was added.
 */
final class DoubtfulPorts {
    private static final int REFUSED = 1 << 16;
    private static final int FORGOTTEN = -1;

    private int[] ports = {};
    private int size;
    private long dropped;

    /** A port, and how its first contact ended: refused or filtered. */
    record Doubt(int port, Status status) {}

    void add(int port, Status status) {
        if (size == ports.length) {
            ports = Arrays.copyOf(ports, Math.max(8, 2 * size));
        }
        ports[size++] = port | (status == Status.REFUSED ? REFUSED : 0);
    }

    /** It will be contacted again, as if it had not been. */
    void forget(int port) {
        for (int i = 0; i < size; i++) {
            if (ports[i] == port) {
                ports[i] = FORGOTTEN;
            }
        }
    }

    int size() {
        return size;
    }

    /** The number of the next. */
    long next() {
        return dropped + size;
    }

    /** Those with a lower number are no longer in doubt. */
    void dropBefore(long number) {
        int gone = (int) Math.max(0, Math.min(size, number - dropped));
        System.arraycopy(ports, gone, ports, 0, size - gone);
        size -= gone;
        dropped += gone;
    }

    /** All that are left; none is left afterwards. */
    List<Doubt> taken() {
        List<Doubt> taken = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            if (ports[i] == FORGOTTEN) {
                continue;
            }
            taken.add(new Doubt(ports[i] & 0xFFFF, (ports[i] & REFUSED) != 0 ? Status.REFUSED : Status.FILTERED));
        }
        dropBefore(next());
        return taken;
    }
}
