// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.fact;

import java.util.Arrays;

/** Numbers by their places from 0 on, as many as are set; growing copies none of them. */
final class LongPages {
    /** Of a page, in numbers: 32 KiB. */
    private static final int BITS = 12;

    private static final int LENGTH = 1 << BITS;

    private long[][] pages = new long[4][];
    private int used;

    /** 0 where none was set; the place is on a page of one that was. */
    long at(long place) {
        return pages[(int) (place >>> BITS)][(int) place & (LENGTH - 1)];
    }

    /** Places are set for the first time one after another. */
    void set(long place, long number) {
        int page = (int) (place >>> BITS);
        if (page == used) {
            if (used == pages.length) {
                pages = Arrays.copyOf(pages, 2 * used);
            }
            pages[used++] = new long[LENGTH];
        }
        pages[page][(int) place & (LENGTH - 1)] = number;
    }
}
