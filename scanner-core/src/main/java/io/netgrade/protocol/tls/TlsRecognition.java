// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Recognition;
import io.netgrade.wire.ByteView;

/** Tells from the first bytes of a flow whether it is TLS, or its kin, and who serves. Allocates nothing. */
final class TlsRecognition {
    /** Content type, version and length of the record, handshake type and length, version of the hello. */
    private static final int HELLO_PREFIX = 11;

    /** A ciphered payload is at least this long, in bytes: what the shortest cipher adds. */
    private static final int LEAST_CIPHERED = 17;

    /** What one direction begins with. */
    private enum Said {
        /** The header of a ciphered record that is longer than what is there. */
        CIPHERED,
        CLIENT_HELLO,
        /** One ciphered record, from its first byte to its last. */
        ONE_RECORD,
        OTHER,
        /** Records of TLS one after another that are no hello: a flow joined late, exactly at a record. */
        RECORDS,
        SERVER_HELLO,
        TOO_LITTLE
    }

    private final TlsFamily family;

    TlsRecognition(TlsFamily family) {
        this.family = family;
    }

    Recognition of(Opening opening) {
        if (opening.transport() != Transport.TCP) {
            return Recognition.NO;
        }
        Said first = said(opening.fromInitiator());
        Said second = said(opening.fromResponder());
        if (first == Said.OTHER || second == Said.OTHER) {
            return Recognition.NO;
        }
        if (first == Said.CLIENT_HELLO || second == Said.SERVER_HELLO) {
            return Recognition.RESPONDER_SERVES;
        }
        if (first == Said.SERVER_HELLO || second == Said.CLIENT_HELLO) {
            return Recognition.INITIATOR_SERVES;
        }
        boolean records = first == Said.RECORDS
                || second == Said.RECORDS
                || (!opening.initiatorKnown() && isJoinedLate(first, second));
        return records ? Recognition.BY_SHAPE : Recognition.NEED_MORE;
    }

    /** Ciphered from the first byte that was seen, and one record to its end or one begun by each side. */
    private static boolean isJoinedLate(Said first, Said second) {
        return first == Said.ONE_RECORD
                || second == Said.ONE_RECORD
                || (first == Said.CIPHERED && second == Said.CIPHERED);
    }

    private Said said(ByteView bytes) {
        if (bytes.length() == 0) {
            return Said.TOO_LITTLE;
        }
        return family.isTls() && Ssl2.begins(bytes) ? ssl2(bytes) : records(bytes);
    }

    private Said records(ByteView bytes) {
        if (!canBeHeader(bytes, 0)) {
            return Said.OTHER;
        }
        if (bytes.u8(0) == TlsRecord.HANDSHAKE && isHelloSoFar(bytes)) {
            return hello(bytes);
        }
        int next = bytes.length() < TlsRecord.HEADER_LENGTH ? 0 : TlsRecord.HEADER_LENGTH + bytes.u16(3);
        if (next == 0 || next >= bytes.length()) {
            return next == 0 ? Said.TOO_LITTLE : oneRecord(bytes, next);
        }
        if (!canBeHeader(bytes, next)) {
            return Said.OTHER;
        }
        return bytes.length() - next < TlsRecord.HEADER_LENGTH ? Said.TOO_LITTLE : Said.RECORDS;
    }

    private static Said oneRecord(ByteView bytes, int length) {
        int type = bytes.u8(0);
        boolean ciphered = (type == TlsRecord.APPLICATION_DATA || type == TlsRecord.ALERT)
                && length >= TlsRecord.HEADER_LENGTH + LEAST_CIPHERED
                && (bytes.u8(2) != 0 || bytes.u8(1) != 3);
        if (!ciphered) {
            return Said.TOO_LITTLE;
        }
        return length == bytes.length() ? Said.ONE_RECORD : Said.CIPHERED;
    }

    private static Said hello(ByteView bytes) {
        if (bytes.length() < TlsRecord.HEADER_LENGTH + 1) {
            return Said.TOO_LITTLE;
        }
        int length = bytes.u16(3);
        int needed =
                length < HELLO_PREFIX - TlsRecord.HEADER_LENGTH ? 2 * TlsRecord.HEADER_LENGTH + length : HELLO_PREFIX;
        if (bytes.length() < needed) {
            return Said.TOO_LITTLE;
        }
        return bytes.u8(5) == TlsMessage.CLIENT_HELLO ? Said.CLIENT_HELLO : Said.SERVER_HELLO;
    }

    /** Whether the bytes that are there do not rule out a hello; one in tiny records is judged by its second header. */
    private boolean isHelloSoFar(ByteView bytes) {
        int have = bytes.length();
        int length = have >= TlsRecord.HEADER_LENGTH ? bytes.u16(3) : TlsRecord.MAX_LENGTH;
        if (have > 5 && bytes.u8(5) != TlsMessage.CLIENT_HELLO && bytes.u8(5) != TlsMessage.SERVER_HELLO) {
            return false;
        }
        if (length < HELLO_PREFIX - TlsRecord.HEADER_LENGTH) {
            int next = TlsRecord.HEADER_LENGTH + length;
            return have <= next || (bytes.u8(next) == TlsRecord.HANDSHAKE && canBeHeader(bytes, next));
        }
        return (have <= 6 || bytes.u8(6) <= TlsMessage.MAX_LENGTH >> 16)
                && (have <= 9 || family.hasHellos(bytes.u8(9)))
                && (have <= 10 || family.hasHellos(bytes.u8(9), bytes.u8(10)));
    }

    private boolean canBeHeader(ByteView bytes, int at) {
        int have = bytes.length() - at;
        int type = bytes.u8(at);
        int any = family.sample();
        return TlsRecord.isHeader(
                family,
                type,
                (have > 1 ? bytes.u8(at + 1) : any >> 8) << 8 | (have > 2 ? bytes.u8(at + 2) : any & 0xFF),
                have > 4 ? bytes.u16(at + 3) : 1);
    }

    private static Said ssl2(ByteView bytes) {
        int have = bytes.length();
        boolean client = have > 2 && bytes.u8(2) == Ssl2.CLIENT_HELLO;
        boolean server = have > 2 && bytes.u8(2) == Ssl2.SERVER_HELLO;
        if (have > 2 && !client && !server) {
            return Said.OTHER;
        }
        if (have < (client ? Ssl2.CLIENT_PREFIX : Ssl2.SERVER_PREFIX)) {
            return Said.TOO_LITTLE;
        }
        if (client) {
            return Ssl2.isClientHello(bytes) ? Said.CLIENT_HELLO : Said.OTHER;
        }
        return Ssl2.isServerHello(bytes) ? Said.SERVER_HELLO : Said.OTHER;
    }
}
