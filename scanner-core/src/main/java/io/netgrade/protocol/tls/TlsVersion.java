// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.util.HexFormat;

/** Version numbers of the wire, those of DTLS and TLCP too, and their names in facts. */
final class TlsVersion {
    static final int SSL_2 = 0x0002;
    static final int SSL_3 = 0x0300;
    static final int TLS_1_0 = 0x0301;
    static final int TLS_1_1 = 0x0302;
    static final int TLS_1_2 = 0x0303;
    static final int TLS_1_3 = 0x0304;
    /** GB/T 38636-2020 §6.3.2.1. */
    static final int TLCP_1_1 = 0x0101;
    /** What OpenSSL before 0.9.8f wrote for DTLS 1.0, and what AnyConnect still does. */
    static final int DTLS_0_9 = 0x0100;

    static final int DTLS_1_0 = 0xFEFF;
    static final int DTLS_1_2 = 0xFEFD;
    static final int DTLS_1_3 = 0xFEFC;

    private static final int DRAFT = 0x7F00;

    private TlsVersion() {}

    /** The name in facts; drafts of TLS 1.3 (0x7Fnn) bear their number, anything else is {@code UNASSIGNED_0xNNNN}. */
    static String name(int version) {
        return switch (version) {
            case SSL_2 -> "SSLv2";
            case SSL_3 -> "SSLv3";
            case TLS_1_0 -> "TLSv1.0";
            case TLS_1_1 -> "TLSv1.1";
            case TLS_1_2 -> "TLSv1.2";
            case TLS_1_3 -> "TLSv1.3";
            case TLCP_1_1 -> "TLCPv1.1";
            case DTLS_0_9 -> "DTLSv0.9";
            case DTLS_1_0 -> "DTLSv1.0";
            case DTLS_1_2 -> "DTLSv1.2";
            case DTLS_1_3 -> "DTLSv1.3";
            default -> (version & 0xFF00) == DRAFT ? "TLSv1.3-draft-" + (version & 0xFF) : unassigned(version, 4);
        };
    }

    /** The name in facts of a number that no registry names, with so many hexadecimal digits. */
    static String unassigned(int number, int digits) {
        return "UNASSIGNED_0x" + HexFormat.of().withUpperCase().toHexDigits(number, digits);
    }

    /** The short form that names questions: {@code 1.2}, {@code ssl3}. */
    static String shortName(int version) {
        return name(version).replace("TLSv", "").replace("SSLv", "ssl");
    }

    /** The number in its name alone, for the names of questions. */
    static String number(int version) {
        return name(version).replaceFirst("^[A-Z]+v", "");
    }

    /** What a hello bears in its field of old: versions since TLS 1.3 hide behind the one before (RFC 8446 §4.1.2). */
    static int legacy(int version) {
        return switch (version) {
            case TLS_1_3 -> TLS_1_2;
            case DTLS_1_3 -> DTLS_1_2;
            default -> version;
        };
    }

    /** Whether it goes over datagrams. */
    static boolean isOfDatagrams(int version) {
        return version >> 8 == 0xFE || version == DTLS_0_9;
    }

    /** Whether the handshake is that of TLS 1.3, drafts and DTLS 1.3 included. */
    static boolean hasHandshakeOf13(int version) {
        return version == TLS_1_3 || version == DTLS_1_3 || (version & 0xFF00) == DRAFT;
    }

    /** One of the reserved values of RFC 8701, which stand for nothing: 0x0A0A, 0x1A1A ... 0xFAFA. */
    static boolean isGrease(int value) {
        return (value & 0x0F0F) == 0x0A0A && value >> 8 == (value & 0xFF);
    }
}
