// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http.hpack;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields that an index names: 61 that never change, and behind them those that were said last. */
final class HpackTable {
    /** RFC 7541 section 4.1: what an entry costs besides its texts. */
    private static final int ENTRY = 32;
    /** RFC 9113 section 6.5.2. */
    private static final int USUAL = 4096;
    /** More than any peer asks for. */
    private static final int LARGEST = 64 * 1024;

    private static final List<Field> STATIC = HpackResource.lines("static-table.txt").stream()
            .map(line -> line.split(" ", 2))
            .map(words -> new Field(words[0], words.length > 1 ? words[1] : ""))
            .toList();

    /** Newest last. */
    private final List<Field> dynamic = new ArrayList<>();

    private int size;
    private int limit = USUAL;

    record Field(String name, String value) {
        int size() {
            return ENTRY + name.length() + value.length();
        }
    }

    /** Null where the index names nothing. */
    @Nullable
    Field at(long index) {
        if (index <= 0 || index > STATIC.size() + dynamic.size()) {
            return null;
        }
        int at = (int) index - 1;
        return at < STATIC.size() ? STATIC.get(at) : dynamic.get(dynamic.size() - 1 - (at - STATIC.size()));
    }

    void add(Field field) {
        dynamic.add(field);
        size += field.size();
        evict();
    }

    /** @return whether a peer may ask for so much */
    boolean limit(long bytes) {
        if (bytes > LARGEST) {
            return false;
        }
        limit = (int) bytes;
        evict();
        return true;
    }

    private void evict() {
        int gone = 0;
        while (size > limit) {
            size -= dynamic.get(gone++).size();
        }
        dynamic.subList(0, gone).clear();
    }
}
