// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.capture;

/** One interface of a pcapng section: its link type, the length it cuts at, and how its clock counts. */
final class PcapngInterface {
    private static final int TIMESTAMP_RESOLUTION = 9;
    private static final int TIMESTAMP_OFFSET = 14;
    private static final int DROPPED_BY_INTERFACE = 5;
    private static final int DROPPED_BY_SYSTEM = 7;
    private static final long BILLION = 1_000_000_000L;

    private final int linkType;
    private final long snapshotLength;
    private int resolution = 6;
    private long offsetSeconds;
    private long dropped;

    PcapngInterface(int linkType, long snapshotLength) {
        this.linkType = linkType;
        this.snapshotLength = snapshotLength == 0 ? Long.MAX_VALUE : snapshotLength;
    }

    void option(PcapngOptions option) {
        if (option.code() == TIMESTAMP_RESOLUTION && option.length() == 1) {
            resolution = option.u8();
        } else if (option.code() == TIMESTAMP_OFFSET && option.length() == 8) {
            offsetSeconds = option.i64();
        }
    }

    /** The counters are totals since the capture began: the last statistics block counts. */
    void statistics(PcapngOptions options) {
        long sum = 0;
        while (options.next()) {
            boolean drops = options.code() == DROPPED_BY_INTERFACE || options.code() == DROPPED_BY_SYSTEM;
            sum += drops && options.length() == 8 ? Math.max(0, options.i64()) : 0;
        }
        dropped = Math.max(dropped, sum);
    }

    int linkType() {
        return linkType;
    }

    long snapshotLength() {
        return snapshotLength;
    }

    long dropped() {
        return dropped;
    }

    /** Nanoseconds since 1970 of an unsigned number of ticks (if_tsresol: a power of ten, or of two with the top bit). */
    long nanos(long ticks) {
        int exponent = resolution & 0x7F;
        long nanos = (resolution & 0x80) == 0 ? decimal(ticks, exponent) : binary(ticks, exponent);
        return nanos + offsetSeconds * BILLION;
    }

    private static long decimal(long ticks, int exponent) {
        long nanos = ticks;
        for (int power = exponent; power < 9; power++) {
            nanos *= 10;
        }
        for (int power = 9; power < Math.min(exponent, 29); power++) {
            nanos = Long.divideUnsigned(nanos, 10);
        }
        return nanos;
    }

    private static long binary(long ticks, int exponent) {
        if (exponent > 63) {
            return 0;
        }
        long fraction = ticks & (1L << exponent) - 1;
        int keep = Math.min(exponent, 32);
        long parts = fraction >>> (exponent - keep);
        return (ticks >>> exponent) * BILLION + ((parts * BILLION) >>> keep);
    }
}
