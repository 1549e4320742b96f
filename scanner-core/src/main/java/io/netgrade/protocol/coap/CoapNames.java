// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.coap;

/** The numbers of the IANA registry "CoRE Parameters" that netgrade tells apart. */
final class CoapNames {
    private CoapNames() {}

    /** Whether an option is known and may be so long (RFC 7252 §5.10, 7641, 7959, 8613, 8768, 9175, 9177). */
    static boolean fits(int option, int length) {
        return switch (option) {
            case 1, 4, 252, 292 -> length <= 40;
            case 3 -> length >= 1;
            case 5, 21 -> length == 0;
            case 6, 14, 60, 28 -> length <= 4;
            case 7, 12, 17 -> length <= 2;
            case 8, 11, 15, 20, 9 -> length <= 255;
            case 16 -> length == 1;
            case 19, 23, 27, 31 -> length <= 3;
            case 35 -> length >= 1 && length <= 1034;
            case 39 -> length >= 1;
            case 258 -> length <= 1;
            default -> false;
        };
    }

    /** GET to iPATCH (RFC 7252 §5.8, RFC 8132). */
    static boolean request(int code) {
        return code >= 1 && code <= 7;
    }

    static boolean response(int code) {
        return switch (code) {
            case 0x41, 0x42, 0x43, 0x44, 0x45, 0x5F -> true;
            case 0x80, 0x81, 0x82, 0x83, 0x84, 0x85, 0x86, 0x88, 0x89, 0x8C, 0x8D, 0x8F, 0x96, 0x9D -> true;
            case 0xA0, 0xA1, 0xA2, 0xA3, 0xA4, 0xA5, 0xA8 -> true;
            default -> false;
        };
    }

    static String text(int code) {
        int detail = code & 0x1F;
        return (code >> 5) + (detail < 10 ? ".0" : ".") + detail;
    }

    static String category(int code) {
        return switch (code >> 5) {
            case 2 -> "success";
            case 4 -> "client-error";
            default -> "server-error";
        };
    }
}
