// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ss7;

import io.netgrade.fact.Fact;
import io.netgrade.fact.FactType;
import io.netgrade.wire.ByteView;
import org.jspecify.annotations.Nullable;

/**
 * The address parameter of SUA (RFC 3868 3.10.2): how it is routed, then parameters of its own, a subsystem number and a
 * global title among them. Digits are counted and never read.
 */
final class SuaAddress {
    private static final int HEADER = 4;
    private static final int GLOBAL_TITLE = 0x8001;
    private static final int SUBSYSTEM = 0x8003;
    private static final int TITLE_HEADER = 8;
    private static final int BY_GLOBAL_TITLE = 1;

    private SuaAddress() {}

    /** The subsystem number of the address at {@code value}; -1 where there is none. */
    static int subsystem(ByteView bytes, int value) {
        int at = find(bytes, value, SUBSYSTEM, 4);
        return at == LayerMessage.NONE ? -1 : bytes.u8(at + 3);
    }

    static Fact fact(FactType fact, String party, ByteView bytes, int value) {
        int number = subsystem(bytes, value);
        int title = find(bytes, value, GLOBAL_TITLE, TITLE_HEADER);
        boolean titled = title != LayerMessage.NONE;
        @Nullable String subsystem = number < 0 ? null : SccpAddress.subsystemName(number);
        return fact.partial(
                party,
                bytes.u16(value) == BY_GLOBAL_TITLE ? "global-title" : "subsystem",
                subsystem,
                titled ? SccpAddress.plan(bytes.u8(title + 6)) : null,
                titled ? SccpAddress.nature(bytes.u8(title + 7)) : null,
                titled ? bytes.u8(title + 4) : null);
    }

    /** Where the value of an inner parameter of at least so many octets begins; NONE where there is none. */
    private static int find(ByteView bytes, int value, int tag, int least) {
        int end = LayerMessage.valueEnd(bytes, value);
        int next;
        for (int at = value + HEADER; at < end; at = next) {
            next = LayerMessage.next(bytes, at, end);
            if (next == LayerMessage.NONE) {
                return LayerMessage.NONE;
            }
            if (bytes.u16(at) == tag && bytes.u16(at + 2) >= HEADER + least) {
                return at + HEADER;
            }
        }
        return LayerMessage.NONE;
    }

    /** Whether the address has the indicators that it begins with. */
    static boolean sound(ByteView bytes, int value) {
        return value != LayerMessage.NONE && LayerMessage.valueEnd(bytes, value) - value >= HEADER;
    }
}
