// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.msrp;

import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.Words;

/** The first line of a message: {@code MSRP transaction method}, or {@code MSRP transaction code comment} (RFC 4975 §9). */
final class MsrpGrammar {
    static final Words NAME = Words.of("MSRP ");
    private static final Words METHODS = Words.of("SEND\r\n", "REPORT\r\n", "AUTH\r\n", "NICKNAME\r\n");
    private static final int TRANSACTION = 5;
    private static final int LONGEST_TRANSACTION = 32;
    private static final int LONGEST_METHOD = 10;

    private MsrpGrammar() {}

    static Speaker speaker(ByteView said) {
        if (!NAME.at(said, 0)) {
            return NAME.mayBegin(said) ? Speaker.UNFINISHED : Speaker.NOBODY;
        }
        int space = said.indexOf(' ', TRANSACTION, TRANSACTION + LONGEST_TRANSACTION + 1);
        if (space < 0) {
            return said.length() <= TRANSACTION + LONGEST_TRANSACTION ? Speaker.UNFINISHED : Speaker.NOBODY;
        }
        if (METHODS.at(said, space + 1)) {
            return Speaker.CLIENT;
        }
        if (said.length() < space + 1 + LONGEST_METHOD && said.indexOf('\n', space, said.length()) < 0) {
            return Speaker.UNFINISHED;
        }
        return code(said, space + 1) ? Speaker.SERVER : Speaker.NOBODY;
    }

    private static boolean code(ByteView said, int from) {
        for (int at = from; at < from + 3; at++) {
            if (at >= said.length() || said.u8(at) < '0' || said.u8(at) > '9') {
                return false;
            }
        }
        return from + 3 < said.length() && said.u8(from + 3) <= ' ';
    }
}
