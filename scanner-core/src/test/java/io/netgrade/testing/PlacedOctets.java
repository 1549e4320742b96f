// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.testing;

/** Octets that tell where in which stream they stand, so that whoever puts them together wrongly is found out. None is 0. */
public final class PlacedOctets {
    private static final int ODD = 0x9E37_79B9;

    private PlacedOctets() {}

    public static byte at(int stream, int place) {
        int mixed = (stream * 31 + place) * ODD;
        mixed = (mixed ^ mixed >>> 15) * ODD;
        return (byte) (1 + (mixed >>> 8 & 0xFFFF) % 251);
    }

    public static byte[] of(int stream, int from, int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = at(stream, from + i);
        }
        return bytes;
    }
}
