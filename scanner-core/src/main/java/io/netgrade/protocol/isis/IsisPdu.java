// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.isis;

import io.netgrade.wire.ByteView;

/**
 * The header of one PDU (ISO/IEC 10589 clause 9).
 *
 * <pre>
 *  0x83  header length(1)  1  id length(1)  type(1)  1  0  areas(1)
 *  hello     circuit(1) system(6) holding(2) length(2) ...
 *  LSP       length(2) lifetime(2) system(6) ...
 *  CSNP PSNP length(2) system(6) ...
 * </pre>
 */
final class IsisPdu {
    static final int HELLO_1 = 15;
    static final int HELLO_2 = 16;
    static final int HELLO_POINT_TO_POINT = 17;
    static final int LSP_1 = 18;
    static final int LSP_2 = 20;
    static final int CSNP_1 = 24;
    static final int CSNP_2 = 25;
    static final int PSNP_1 = 26;
    static final int PSNP_2 = 27;

    private static final int DISCRIMINATOR = 0x83;
    private static final int SHORTEST_HEADER = 17;

    private IsisPdu() {}

    static boolean isSound(ByteView bytes) {
        if (bytes.length() < SHORTEST_HEADER
                || bytes.u8(0) != DISCRIMINATOR
                || bytes.u8(2) != 1
                || bytes.u16(5) != 0x0100) {
            return false;
        }
        int header = headerLength(type(bytes));
        boolean sized = (bytes.u8(3) == 0 || bytes.u8(3) == 6) && bytes.u8(1) == header && bytes.length() >= header;
        return header > 0 && sized && length(bytes) >= header && length(bytes) <= bytes.length() && hasSoundTlvs(bytes);
    }

    private static boolean hasSoundTlvs(ByteView bytes) {
        int end = length(bytes);
        int at = bytes.u8(1);
        while (end - at >= 2) {
            at += 2 + bytes.u8(at + 1);
        }
        return at == end;
    }

    static int type(ByteView bytes) {
        return bytes.u8(4);
    }

    /** Octets of the whole PDU as it says. */
    static int length(ByteView bytes) {
        return bytes.u16(isHello(type(bytes)) ? 17 : 8);
    }

    /** Where the sender's system id stands. */
    static int systemAt(ByteView bytes) {
        int type = type(bytes);
        return isHello(type) ? 9 : type == LSP_1 || type == LSP_2 ? 12 : 10;
    }

    static boolean isHello(int type) {
        return type >= HELLO_1 && type <= HELLO_POINT_TO_POINT;
    }

    private static int headerLength(int type) {
        return switch (type) {
            case HELLO_1, HELLO_2, LSP_1, LSP_2 -> 27;
            case HELLO_POINT_TO_POINT -> 20;
            case CSNP_1, CSNP_2 -> 33;
            case PSNP_1, PSNP_2 -> 17;
            default -> 0;
        };
    }
}
