// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.expression;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of which only some is known. Whoever walks it meets what is known first and can end there: so {@code all} is false
 * where a known one breaks it and {@code exists} true where a known one shows it. Whoever walks on, or asks for its size, its
 * order or whether it lacks something, asks for what was not seen, and is told so.
 */
final class OpenList extends AbstractList<Object> {
    private final List<?> known;

    OpenList(List<?> known) {
        this.known = known;
    }

    /**
     * What is known, its last element once more, and then no end. The library takes an element before it looks whether it
     * needs one: taking the last twice lets it see that the others have decided, and alters no {@code all} or
     * {@code exists}; what counts or collects elements walks on, and is stopped.
     */
    @Override
    public Iterator<Object> iterator() {
        return new Iterator<>() {
            private int taken;

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Object next() {
                taken++;
                if (known.isEmpty() || taken > known.size() + 1) {
                    throw new NotKnown("the rest of a list");
                }
                return known.get(Math.min(taken, known.size()) - 1);
            }
        };
    }

    @Override
    public boolean contains(@Nullable Object wanted) {
        if (known.contains(wanted)) {
            return true;
        }
        throw new NotKnown("the rest of a list");
    }

    @Override
    public Object get(int index) {
        throw new NotKnown("the order of a list");
    }

    @Override
    public int size() {
        throw new NotKnown("the size of a list");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        throw new NotKnown("the rest of a list");
    }

    @Override
    public int hashCode() {
        throw new NotKnown("the rest of a list");
    }

    @Override
    public String toString() {
        return known + " and what was not seen";
    }
}
