// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import org.jspecify.annotations.Nullable;

/** How packets come to an address: out of which interface, from which of our addresses, to which station. */
final class Hop {
    /** The way to an address that nothing leads to. */
    static final Hop NONE = new Hop(new Interface(0, "", new byte[0]), 0, 0, new byte[0]);

    /** After so long without the station's address, or with it, the kernel is asked again. */
    private static final long UNRESOLVED_NANOS = 1_000_000;

    private static final long RESOLVED_NANOS = 10_000_000_000L;

    /** One of this machine's interfaces; each is one object. */
    static final class Interface {
        private final int index;
        private final String name;
        private final byte[] station;

        /**
         * @param station our own address on the link; empty where frames are not of Ethernet, or never leave the machine
         */
        Interface(int index, String name, byte[] station) {
            this.index = index;
            this.name = name;
            this.station = station;
        }

        int index() {
            return index;
        }

        String name() {
            return name;
        }

        byte[] station() {
            return station;
        }

        boolean ethernet() {
            return station.length == 6;
        }
    }

    private final Interface out;
    private final long sourceHigh;
    private final long sourceLow;
    private final byte[] next;
    private byte @Nullable [] station;
    private long askedAt;
    private boolean asked;

    /** @param next the address of the next router, or the target's own */
    Hop(Interface out, long sourceHigh, long sourceLow, byte[] next) {
        this.out = out;
        this.sourceHigh = sourceHigh;
        this.sourceLow = sourceLow;
        this.next = next;
    }

    Interface out() {
        return out;
    }

    long sourceHigh() {
        return sourceHigh;
    }

    long sourceLow() {
        return sourceLow;
    }

    byte[] next() {
        return next;
    }

    /** The next station's address on the link; null where frames cannot be made, and the kernel must. */
    byte @Nullable [] station() {
        return station;
    }

    /** Whether it is time to ask the kernel for the station; says yes once. */
    boolean due(long now) {
        boolean due =
                out.ethernet() && (!asked || now - askedAt > (station == null ? UNRESOLVED_NANOS : RESOLVED_NANOS));
        if (due) {
            asked = true;
            askedAt = now;
        }
        return due;
    }

    void resolved(byte @Nullable [] found) {
        station = found;
    }
}
