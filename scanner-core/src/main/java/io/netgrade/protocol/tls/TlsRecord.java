// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

/**
 * One record, its payload copied out (RFC 8446 §5.1).
 *
 * @param type one of the content types below
 * @param version the legacy version of the record layer
 */
@SuppressWarnings("ArrayRecordComponent") // the array is its own, and it is never compared
record TlsRecord(int type, int version, byte[] fragment) {
    static final int CHANGE_CIPHER_SPEC = 20;
    static final int ALERT = 21;
    static final int HANDSHAKE = 22;
    static final int APPLICATION_DATA = 23;
    static final int HEARTBEAT = 24;

    static final int HEADER_LENGTH = 5;
    /** 2^14 bytes and the most that a cipher may add (RFC 5246 §6.2.3). */
    static final int MAX_LENGTH = (1 << 14) + 2048;

    /** Whether the first bytes of a record can be those of one. */
    static boolean isHeader(TlsFamily family, int type, int version, int length) {
        return type >= CHANGE_CIPHER_SPEC
                && type <= HEARTBEAT
                && family.hasRecords(version)
                && length <= MAX_LENGTH
                && (length > 0 || type == APPLICATION_DATA);
    }

    /** The bytes on the wire. */
    byte[] encode() {
        return TlsWriter.written(writer -> writer.u8(type).u16(version).vector16(body -> body.bytes(fragment)));
    }
}
