// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects every mistake of one reading, so that an operator mends a file in one go. */
public final class Mistakes {
    private static final int MOST = 200;
    private static final Comparator<Mistake> ORDER =
            Comparator.comparing(Mistake::file).thenComparingInt(Mistake::line).thenComparingInt(Mistake::column);

    private final List<Mistake> all = new ArrayList<>();

    /** @param line from 1; 0 for the file as a whole */
    public void add(String file, int line, String message) {
        add(file, line, 0, message);
    }

    /** @param column from 1; 0 where the line says it all */
    public void add(String file, int line, int column, String message) {
        if (all.size() < MOST) {
            all.add(new Mistake(file, line, column, message));
        }
    }

    public boolean none() {
        return all.isEmpty();
    }

    /** In the order of files and lines. */
    public List<Mistake> all() {
        return all.stream().sorted(ORDER).distinct().toList();
    }

    public void throwIfAny() throws MistakesException {
        if (!all.isEmpty()) {
            throw new MistakesException(all());
        }
    }
}
