// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

/** Names of the IANA registry TLS Compression Method Identifiers. */
final class TlsCompression {
    private static final int DEFLATE = 1;
    private static final int LZS = 64;

    private TlsCompression() {}

    static String name(int number) {
        return switch (number) {
            case 0 -> "NULL";
            case DEFLATE -> "DEFLATE";
            case LZS -> "LZS";
            default -> String.format("UNASSIGNED_0x%02X", number);
        };
    }
}
