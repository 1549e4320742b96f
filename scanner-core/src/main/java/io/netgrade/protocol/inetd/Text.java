// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.inetd;

import io.netgrade.wire.ByteView;

/** Whether bytes are plain text. */
final class Text {
    private Text() {}

    static boolean plain(ByteView bytes, int from, int to) {
        boolean plain = to > from;
        for (int at = from; at < to && plain; at++) {
            int octet = bytes.u8(at);
            plain = octet == '\r' || octet == '\n' || octet == '\t' || (octet >= ' ' && octet != 0x7F);
        }
        return plain;
    }

    static boolean digit(int octet) {
        return octet >= '0' && octet <= '9';
    }
}
