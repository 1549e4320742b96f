// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls.dtls;

import io.netgrade.wire.ByteView;

/**
 * A fragment of a handshake message (RFC 6347 §4.2.2), as it lies in a datagram.
 *
 * @param type of the handshake message
 * @param length of the whole message, in bytes
 * @param number of the message, from 0 in each direction
 * @param offset of the fragment in the message
 * @param from where the fragment's bytes begin in the datagram
 * @param count of the fragment's bytes
 */
record DtlsFragment(int type, int length, int number, int offset, int from, int count) {
    static final int HEADER_LENGTH = 12;
    /** More than the largest message that is of use. */
    static final int MAX_LENGTH = 1 << 16;

    private static final int LAST_TYPE = 25;

    /** The fragment that begins at a place before the record's end. */
    static DtlsFragment at(ByteView datagram, int at) {
        return new DtlsFragment(
                datagram.u8(at),
                datagram.u24(at + 1),
                datagram.u16(at + 4),
                datagram.u24(at + 6),
                at + HEADER_LENGTH,
                datagram.u24(at + 9));
    }

    /** Whether a record in clear is filled by fragments whose numbers bind each other. */
    static boolean isSound(ByteView datagram, int record, int length) {
        int end = record + DtlsRecord.HEADER_LENGTH + length;
        int at = record + DtlsRecord.HEADER_LENGTH;
        while (at < end) {
            if (end - at < HEADER_LENGTH) {
                return false;
            }
            int count = datagram.u24(at + 9);
            boolean within = datagram.u24(at + 6) + count <= datagram.u24(at + 1);
            if (!within || count > end - at - HEADER_LENGTH || !isType(datagram.u8(at))) {
                return false;
            }
            at += HEADER_LENGTH + count;
        }
        return true;
    }

    private static boolean isType(int type) {
        return type <= LAST_TYPE && type != 6 && type != 7;
    }
}
