// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.util.concurrent.atomic.AtomicInteger;

/** Addresses of 127.0.0.0/8 that no other server of this or another test run has, so that a usual port is free there. */
public final class LoopbackAddress {
    private static final AtomicInteger GIVEN = new AtomicInteger();
    private static final int LAST = 250;

    private LoopbackAddress() {}

    public static String next() {
        int process = (int) (ProcessHandle.current().pid() & Short.MAX_VALUE);
        int number = GIVEN.getAndIncrement();
        return "127.%d.%d.%d"
                .formatted(64 + process % 64 + 64 * (number / LAST % 3), process / 64 % 256, 1 + number % LAST);
    }
}
