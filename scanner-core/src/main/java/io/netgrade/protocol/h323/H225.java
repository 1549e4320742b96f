// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.h323;

import io.netgrade.wire.ByteView;

/** What is told of H.225.0 by the object identifiers in a message, without its packed encoding being taken apart. */
final class H225 {
    private static final byte[] PROTOCOL = {6, 0, 8, (byte) 0x91, 0x4A, 0};
    private static final byte[] SECURITY = {0, 8, (byte) 0x81, 0x6B, 0};
    private static final int MOST_VERSION = 8;

    private H225() {}

    /** The version that an identifier {itu-t recommendation h 2250 version v} tells from {@code from} on; 0 where none does. */
    static int version(ByteView bytes, int from, int to) {
        int last = Math.min(to, bytes.length() - PROTOCOL.length - 1);
        for (int at = from; at <= last; at++) {
            if (bytes.holds(at, PROTOCOL)) {
                int version = bytes.u8(at + PROTOCOL.length);
                return version <= MOST_VERSION ? version : 0;
            }
        }
        return 0;
    }

    /** Whether an identifier of H.235 stands in the bytes. */
    static boolean security(ByteView bytes) {
        for (int at = 0; at + SECURITY.length <= bytes.length(); at++) {
            if (bytes.holds(at, SECURITY)) {
                return true;
            }
        }
        return false;
    }
}
