// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.evidence;

import io.netgrade.json.JsonFault;
import io.netgrade.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was read of groups of members that many lines have in common, by the bytes they are written with: what is written
 * alike is read once and held once. For one thread.
 *
 * @param <T> what such a group says
 */
final class Recurring<T> {
    /** Groups kept before all are forgotten, and the bytes of the longest: what is kept is bounded. */
    private static final int MOST = 8_192;

    private static final int LONGEST = 4_096;

    private final List<String> names;
    private final Reading<T> reading;
    private final Map<Piece, T> known = new HashMap<>();

    /** @param names of the members, in their order */
    Recurring(List<String> names, Reading<T> reading) {
        this.names = names;
        this.reading = reading;
    }

    /** Reads a group, which may be damaged. */
    @FunctionalInterface
    interface Reading<T> {
        T read(JsonObject json) throws JsonFault;
    }

    /** @throws JsonFault where the piece is no group of these members */
    T of(Piece piece) throws JsonFault {
        T before = known.get(piece);
        if (before != null) {
            return before;
        }
        JsonObject json = JsonObject.read("{" + piece.text() + "}");
        if (!json.names().equals(names)) {
            throw new JsonFault("other members than " + names);
        }
        T read = reading.read(json);
        if (piece.length() <= LONGEST) {
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(piece.copy(), read);
        }
        return read;
    }
}
