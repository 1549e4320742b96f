// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.wireguard;

import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;
import java.util.List;

/** One message: type(1) zero(3), then for data receiver(4) counter(8, little-endian) and what is encrypted in words of 16. */
final class WireguardMessage {
    static final int NONE = 0;
    static final int INITIATION = 1;
    static final int RESPONSE = 2;
    static final int COOKIE = 3;
    static final int DATA = 4;

    private static final int INITIATION_LENGTH = 148;
    private static final int RESPONSE_LENGTH = 92;
    private static final int COOKIE_LENGTH = 64;
    private static final int SHORTEST_DATA = 32;
    private static final List<String> NAMES = List.of("", "initiation", "response", "cookie-reply", "data");

    private WireguardMessage() {}

    static int type(ByteView bytes) {
        if (bytes.length() < SHORTEST_DATA || bytes.u24(1) != 0 || bytes.i32(4) == 0) {
            return NONE;
        }
        int type = bytes.u8(0);
        boolean fits = switch (type) {
            case INITIATION -> bytes.length() == INITIATION_LENGTH;
            case RESPONSE -> bytes.length() == RESPONSE_LENGTH && bytes.i32(8) != 0;
            case COOKIE -> bytes.length() == COOKIE_LENGTH;
            // A key is renewed every two minutes: its counter does not come to 2^32.
            case DATA -> bytes.length() % 16 == 0 && bytes.i32(12) == 0;
            default -> false;
        };
        return fits ? type : NONE;
    }

    static boolean read(Inbox datagram, Said said) {
        int type = type(datagram.unread());
        if (type != NONE && said.isNew(type)) {
            said.state(WireguardFacts.MESSAGE.partial(NAMES.get(type)));
        }
        return type != NONE;
    }
}
