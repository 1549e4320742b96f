// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import io.netgrade.wire.ByteCursor;
import io.netgrade.wire.ByteView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The hellos of SSLv2 (the SSL 0.2 specification §2.5 and §2.6), which newer clients borrowed too (RFC 5246 §E.2).
 *
 * <p>A record begins with a length of 15 bits behind a set bit; both hellos fit one record.
 */
final class Ssl2 {
    static final int CLIENT_HELLO = 1;
    static final int SERVER_HELLO = 4;

    /** Bytes of a ClientHello before its kinds, header included. */
    static final int CLIENT_PREFIX = 11;
    /** Bytes of a ServerHello before its certificate, header included. */
    static final int SERVER_PREFIX = 13;

    private static final int HEADER_LENGTH = 2;

    private Ssl2() {}

    /**
     * A ClientHello.
     *
     * @param version what it asks for at most: SSLv2, or a newer version in the old dress
     * @param kinds cipher kinds; those below 0x10000 are suites of newer versions
     */
    record ClientHello(int version, List<Integer> kinds) {
        static Optional<ClientHello> read(ByteView bytes) {
            if (!isClientHello(bytes)) {
                return Optional.empty();
            }
            ByteCursor cursor = ByteCursor.of(bytes);
            cursor.skip(HEADER_LENGTH + 1);
            int version = cursor.u16();
            int kindsLength = cursor.u16();
            cursor.skip(4);
            List<Integer> kinds = numbers(cursor.sub(kindsLength));
            return cursor.intact() ? Optional.of(new ClientHello(version, kinds)) : Optional.empty();
        }

        /** The bytes that ask for SSLv2, with a challenge of 16 bytes. */
        static byte[] encode(List<Integer> kinds, byte[] challenge) {
            byte[] body = TlsWriter.written(writer -> {
                writer.u8(CLIENT_HELLO).u16(TlsVersion.SSL_2);
                writer.u16(3 * kinds.size()).u16(0).u16(challenge.length);
                kinds.forEach(writer::u24);
                writer.bytes(challenge);
            });
            return TlsWriter.written(writer -> writer.u16(0x8000 | body.length).bytes(body));
        }
    }

    /** A ServerHello: the server's certificate, and the kinds that both sides have. */
    @SuppressWarnings("ArrayRecordComponent") // the array is its own, and it is never compared
    record ServerHello(byte[] certificate, List<Integer> kinds) {
        static Optional<ServerHello> read(ByteView bytes) {
            if (!isServerHello(bytes)) {
                return Optional.empty();
            }
            ByteCursor cursor = ByteCursor.of(bytes);
            cursor.skip(HEADER_LENGTH + 5);
            int certificateLength = cursor.u16();
            int kindsLength = cursor.u16();
            cursor.skip(2);
            byte[] certificate = cursor.bytes(certificateLength);
            List<Integer> kinds = numbers(cursor.sub(kindsLength));
            return cursor.intact() ? Optional.of(new ServerHello(certificate, kinds)) : Optional.empty();
        }
    }

    /** Whether the fixed part is that of a ClientHello whose lengths add up. */
    static boolean isClientHello(ByteView bytes) {
        if (bytes.length() < CLIENT_PREFIX || bytes.u8(2) != CLIENT_HELLO) {
            return false;
        }
        int version = bytes.u16(3);
        int kinds = bytes.u16(5);
        int session = bytes.u16(7);
        int challenge = bytes.u16(9);
        return (version == TlsVersion.SSL_2 || (version >= TlsVersion.SSL_3 && version <= TlsVersion.TLS_1_3))
                && kinds > 0
                && kinds % 3 == 0
                && (session == 0 || session == 16)
                && challenge >= 16
                && challenge <= 32
                && recordLength(bytes) == CLIENT_PREFIX + kinds + session + challenge;
    }

    /** Whether the fixed part is that of a ServerHello whose lengths add up. */
    static boolean isServerHello(ByteView bytes) {
        if (bytes.length() < SERVER_PREFIX || bytes.u8(2) != SERVER_HELLO) {
            return false;
        }
        return bytes.u8(3) <= 1
                && bytes.u8(4) <= 1
                && bytes.u16(5) == TlsVersion.SSL_2
                && bytes.u16(9) % 3 == 0
                && recordLength(bytes) == SERVER_PREFIX + bytes.u16(7) + bytes.u16(9) + bytes.u16(11);
    }

    /** Length of the record with its header, in bytes; 0 where even that is not there yet. */
    static int recordLength(ByteView bytes) {
        return bytes.length() < HEADER_LENGTH ? 0 : HEADER_LENGTH + length(bytes);
    }

    /** Whether a stream begins with a record of SSLv2. */
    static boolean begins(ByteView bytes) {
        return bytes.length() > 0 && (bytes.u8(0) & 0x80) != 0;
    }

    private static int length(ByteView bytes) {
        return bytes.u16(0) & 0x7FFF;
    }

    private static List<Integer> numbers(ByteCursor vector) {
        List<Integer> kinds = new ArrayList<>();
        while (vector.remaining() >= 3) {
            kinds.add(vector.u24());
        }
        return kinds;
    }
}
