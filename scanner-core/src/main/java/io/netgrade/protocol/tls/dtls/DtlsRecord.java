// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls.dtls;

import io.netgrade.wire.ByteView;
import io.netgrade.wire.Octets;

/**
 * The header of a record (RFC 6347 §4.1), read in place.
 *
 * <pre>
 * 0     type: 20 to 24, 26 an acknowledgement (RFC 9147), 25 ciphered, with a connection id before the length
 * 1..2  version
 * 3..4  epoch: 0 in clear
 * 5..10 sequence number
 * 11..12 length
 * </pre>
 */
final class DtlsRecord {
    static final int CHANGE_CIPHER_SPEC = 20;
    static final int ALERT = 21;
    static final int HANDSHAKE = 22;
    static final int APPLICATION_DATA = 23;
    static final int HEADER_LENGTH = 13;

    private static final int HEARTBEAT = 24;
    private static final int WITH_CONNECTION_ID = 25;
    private static final int ACKNOWLEDGEMENT = 26;
    /** 2^14 bytes and the most that a cipher may add. */
    /** Every type that a record has. */
    static final Octets BEGINNINGS = Octets.between(CHANGE_CIPHER_SPEC, ACKNOWLEDGEMENT);

    private static final int MAX_LENGTH = (1 << 14) + 2048;
    /** What the shortest cipher adds to a payload (CCM with 8 bytes and an explicit nonce). */
    private static final int LEAST_CIPHERED = 16;

    private static final int DTLS_0_9 = 0x0100;
    private static final int DTLS_1_0 = 0xFEFF;
    private static final int DTLS_1_2 = 0xFEFD;
    private static final int DTLS_1_3 = 0xFEFC;

    private DtlsRecord() {}

    /** Bytes of the record at a place, header included; 0 where none can begin there or it is not whole. */
    static int length(ByteView datagram, int at) {
        int have = datagram.length() - at;
        if (have < HEADER_LENGTH || !isVersion(datagram.u16(at + 1))) {
            return 0;
        }
        if (datagram.u8(at) == WITH_CONNECTION_ID) {
            return epoch(datagram, at) > 0 && datagram.u16(at + 5) == 0 ? have : 0;
        }
        int length = datagram.u16(at + 11);
        boolean fits = length > 0 && length <= MAX_LENGTH && length <= have - HEADER_LENGTH;
        return fits && isSound(datagram, at, length) ? HEADER_LENGTH + length : 0;
    }

    static int type(ByteView datagram, int at) {
        return datagram.u8(at);
    }

    static int epoch(ByteView datagram, int at) {
        return datagram.u16(at + 3);
    }

    /** Whether the whole datagram is records one after another. */
    static boolean fill(ByteView datagram) {
        int at = 0;
        while (at < datagram.length()) {
            int length = length(datagram, at);
            if (length == 0) {
                // What DTLS 1.3 ciphers has another header, behind records of the old form (RFC 9147 §4).
                return at > 0 && isCiphered13(datagram, at);
            }
            at += length;
        }
        return at > 0;
    }

    /** Whether what begins there can be a ciphered record of DTLS 1.3: 001 in the first bits. */
    static boolean isCiphered13(ByteView datagram, int at) {
        return datagram.u8(at) >> 5 == 1;
    }

    private static boolean isVersion(int version) {
        return version == DTLS_1_2 || version == DTLS_1_0 || version == DTLS_0_9 || version == DTLS_1_3;
    }

    private static boolean isSound(ByteView datagram, int at, int length) {
        int epoch = epoch(datagram, at);
        if (datagram.u16(at + 5) != 0) {
            // Nobody sends 2^32 records under one key.
            return false;
        }
        return switch (type(datagram, at)) {
            case CHANGE_CIPHER_SPEC -> epoch > 0 || length <= 3;
            case ALERT -> epoch == 0 ? length == 2 : length >= LEAST_CIPHERED;
            case HANDSHAKE -> epoch > 0 ? length >= LEAST_CIPHERED : DtlsFragment.isSound(datagram, at, length);
            case APPLICATION_DATA, HEARTBEAT -> epoch > 0 && length >= LEAST_CIPHERED;
            case ACKNOWLEDGEMENT -> length % 16 == 2;
            default -> false;
        };
    }
}
