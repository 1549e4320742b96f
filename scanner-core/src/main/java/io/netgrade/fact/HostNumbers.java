// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.fact;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/** Addresses, each numbered from 0 on by when it came first; IPv4 as IPv6 maps it (RFC 4291 section 2.5.5.2). */
final class HostNumbers {
    private static final int FIRST_SLOTS = 128;
    private static final long MAPPED = 0xFFFF_0000_0000L;

    private final LongPages high = new LongPages();
    private final LongPages low = new LongPages();
    /** Number and one; 0 where there is none. */
    private int[] slots = new int[FIRST_SLOTS];

    private int size;

    int size() {
        return size;
    }

    /** -1 where it is not there. */
    int of(InetAddress address) {
        ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
        return slots[slot(high(bytes), low(bytes))] - 1;
    }

    int add(InetAddress address) {
        ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
        long upper = high(bytes);
        long lower = low(bytes);
        int slot = slot(upper, lower);
        if (slots[slot] == 0) {
            if (size > slots.length / 4 * 3) {
                grow();
                slot = slot(upper, lower);
            }
            high.set(size, upper);
            low.set(size, lower);
            slots[slot] = ++size;
        }
        return slots[slot] - 1;
    }

    InetAddress at(int number) {
        long upper = high.at(number);
        long lower = low.at(number);
        boolean mapped = upper == 0 && lower >>> 32 == 0xFFFF;
        byte[] bytes = mapped
                ? ByteBuffer.allocate(4).putInt((int) lower).array()
                : ByteBuffer.allocate(16).putLong(upper).putLong(lower).array();
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 or 16 bytes", e);
        }
    }

    private static long high(ByteBuffer bytes) {
        return bytes.capacity() == 4 ? 0 : bytes.getLong(0);
    }

    private static long low(ByteBuffer bytes) {
        return bytes.capacity() == 4 ? MAPPED | (bytes.getInt(0) & 0xFFFF_FFFFL) : bytes.getLong(8);
    }

    /** The slots are let go of before there are new ones: the addresses tell all that is in them. */
    private void grow() {
        int more = 2 * slots.length;
        slots = new int[0];
        slots = new int[more];
        for (int number = 0; number < size; number++) {
            slots[slot(high.at(number), low.at(number))] = number + 1;
        }
    }

    private int slot(long upper, long lower) {
        int slot = Hashing.mixed((upper * 31) + lower) & (slots.length - 1);
        while (slots[slot] != 0 && (high.at(slots[slot] - 1) != upper || low.at(slots[slot] - 1) != lower)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }
}
