// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ss7;

import io.netgrade.fact.FactType;
import io.netgrade.protocol.CodeTable;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the identities of subscribers in the arguments of MAP operations, at the places that the table of operations
 * names, and states their kind and length. Digits are counted and never read.
 */
final class OperationIdentities {
    private static final int PLACES = 4;
    private static final int LAST_CODE = 255;
    private static final int CONSTRUCTED = 0x20;
    private static final int FILLER = 0xF;

    /** Tags that lead to an identity, the second 0 where there is only one, and its kind. */
    record Place(int outer, int tag, String kind) {
        private static Place read(String text) {
            String[] sides = text.split("=", 2);
            String[] tags = sides[0].split("/", 2);
            int first = Integer.parseInt(tags[0], 16);
            return tags.length == 1
                    ? new Place(0, first, sides[1])
                    : new Place(first, Integer.parseInt(tags[1], 16), sides[1]);
        }
    }

    private final FactType type;
    private final Said said;
    private final Map<Integer, List<Place>> places;

    OperationIdentities(FactType type, Said said, Map<Integer, List<Place>> places) {
        this.type = type;
        this.said = said;
        this.places = places;
    }

    /** The places of each operation, by its code. */
    static Map<Integer, List<Place>> places(CodeTable operations) {
        Map<Integer, List<Place>> all = new HashMap<>();
        for (int code = 0; code <= LAST_CODE; code++) {
            String column = operations.knows(code) ? operations.column(code, PLACES) : "-";
            if (!column.equals("-")) {
                List<Place> listed = new ArrayList<>();
                for (String text : column.split(",", -1)) {
                    listed.add(Place.read(text));
                }
                all.put(code, List.copyOf(listed));
            }
        }
        return Map.copyOf(all);
    }

    /** @param from where the argument begins */
    void read(int code, ByteView bytes, int from, int end) {
        List<Place> known = places.get(code);
        if (known == null || !TcapElement.begins(bytes, from, end)) {
            return;
        }
        boolean sequence = (bytes.u8(from) & CONSTRUCTED) != 0;
        int content = sequence ? TcapElement.content(bytes, from, end) : from;
        int contentEnd = sequence ? TcapElement.contentEnd(bytes, from, end) : end;
        for (Place place : known) {
            int first = place.outer() == 0 ? place.tag() : place.outer();
            int found = TcapElement.find(bytes, content, contentEnd, first);
            int at = place.outer() == 0 ? found : TcapElement.inside(bytes, found, contentEnd, place.tag());
            if (at != TcapElement.NONE) {
                state(place.kind(), bytes, at, contentEnd);
            }
        }
    }

    private void state(String kind, ByteView bytes, int at, int end) {
        int content = TcapElement.content(bytes, at, end);
        int last = TcapElement.contentEnd(bytes, at, end);
        // An address has an octet for the nature of its digits before them (TS 29.002 17.7.8).
        int from = kind.equals("msisdn") ? content + 1 : content;
        if (last > from) {
            int digits = 2 * (last - from) - (bytes.u8(last - 1) >> 4 == FILLER ? 1 : 0);
            if (said.isNew((long) kind.hashCode() << 16 | digits << 1 | 1L << 62)) {
                said.state(type.partial(kind, digits));
            }
        }
    }
}
