// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Errands that wait, each host's in a row of its own; the hosts take turns. */
final class Waiting {
    private final Map<InetAddress, Deque<Turn>> hosts = new LinkedHashMap<>();
    private int size;

    void add(Turn turn) {
        row(turn).addLast(turn);
    }

    /** Before all others of its host. */
    void addFirst(Turn turn) {
        row(turn).addFirst(turn);
    }

    private Deque<Turn> row(Turn turn) {
        size++;
        return hosts.computeIfAbsent(turn.address(), any -> new ArrayDeque<>(4));
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Takes out the first, by turns of the hosts, that may go; null where none may. */
    @Nullable
    Turn next(Predicate<Turn> may) {
        for (Iterator<Deque<Turn>> rows = hosts.values().iterator(); rows.hasNext(); ) {
            Deque<Turn> row = rows.next();
            Turn turn = row.getFirst();
            if (may.test(turn)) {
                row.removeFirst();
                size--;
                if (hosts.size() > 1 || row.isEmpty()) {
                    rows.remove();
                    if (!row.isEmpty()) {
                        hosts.put(turn.address(), row);
                    }
                }
                return turn;
            }
        }
        return null;
    }

    /** Takes out all that an examination has waiting. */
    List<Turn> without(Examination examination) {
        List<Turn> taken = new ArrayList<>(0);
        Deque<Turn> row = hosts.get(examination.endpoint().address());
        if (row == null) {
            return taken;
        }
        row.removeIf(turn -> turn.examination() == examination && taken.add(turn));
        size -= taken.size();
        if (row.isEmpty()) {
            hosts.remove(examination.endpoint().address());
        }
        return taken;
    }

    /** Takes out all. */
    List<Turn> drained() {
        List<Turn> all = new ArrayList<>(size);
        hosts.values().forEach(all::addAll);
        hosts.clear();
        size = 0;
        return all;
    }
}
