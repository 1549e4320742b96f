// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.profinet;

import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;
import org.jspecify.annotations.Nullable;

/**
 * One frame behind the EtherType. Only DCP frames are looked into.
 *
 * <pre>
 *  0 frame id  2 service  3 service type  4 transaction  8 delay or reserved  10 octets of blocks  12 blocks
 * </pre>
 */
final class ProfinetFrame {
    static final int SERVICE = 2;
    static final int BLOCKS = 12;
    static final int IDENTIFY = 5;

    private static final int FIRST_DCP = 0xFEFC;
    private static final int LAST_DCP = 0xFEFF;
    private static final int ANSWERS = 1;

    private ProfinetFrame() {}

    static boolean dcp(ByteView bytes) {
        return bytes.u16(0) >= FIRST_DCP && bytes.u16(0) <= LAST_DCP;
    }

    static boolean sound(ByteView bytes) {
        if (bytes.length() < 4) {
            return false;
        }
        if (!dcp(bytes)) {
            return kind(bytes.u16(0)) != null;
        }
        int service = bytes.length() < BLOCKS ? 0 : bytes.u8(SERVICE);
        return service >= 3 && service <= 6 && bytes.u8(3) <= 5 && BLOCKS + bytes.u16(10) <= bytes.length();
    }

    static boolean answers(ByteView bytes) {
        return (bytes.u8(3) & 3) == ANSWERS || bytes.u8(SERVICE) == 6;
    }

    static Speaker speaker(ByteView bytes) {
        if (!sound(bytes)) {
            return Speaker.NOBODY;
        }
        if (!dcp(bytes)) {
            return Speaker.PEER;
        }
        return answers(bytes) ? Speaker.SERVER : Speaker.CLIENT;
    }

    /** What a frame that is no DCP is for, by its id; null where the id is reserved. */
    static @Nullable String kind(int id) {
        if (id == 0xFC01 || id == 0xFE01) {
            return "alarm";
        }
        if ((id >= 0x0020 && id <= 0x0FFF) || id >= 0xFF00) {
            return (id >= 0xFF00 && id <= 0xFF43) || id <= 0x81 ? "time" : null;
        }
        return id >= 0x1000 && id <= 0xFBFF ? "cyclic-data" : null;
    }
}
