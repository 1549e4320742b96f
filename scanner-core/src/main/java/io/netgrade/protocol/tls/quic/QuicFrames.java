// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls.quic;

import io.netgrade.wire.ByteCursor;
import io.netgrade.wire.ByteView;
import java.util.OptionalInt;

/** The frames that an Initial packet may hold (RFC 9000 §12.4, §19). */
final class QuicFrames {
    private static final int PADDING = 0;
    private static final int PING = 1;
    private static final int ACK = 2;
    private static final int ACK_ECN = 3;
    private static final int CRYPTO = 6;
    private static final int CONNECTION_CLOSE = 0x1C;

    /** The alert of TLS is the last byte of these errors (RFC 9001 §4.8). */
    private static final long CRYPTO_ERROR = 0x100;

    private QuicFrames() {}

    /**
     * Puts what the CRYPTO frames hold into a stream.
     *
     * @return the alert with which the connection is closed; empty where it goes on
     */
    static OptionalInt read(byte[] frames, QuicCryptoStream stream) {
        ByteCursor cursor = ByteCursor.of(ByteView.of(frames));
        while (cursor.remaining() > 0) {
            switch (cursor.u8()) {
                case PADDING, PING -> {
                    // Nothing but bytes.
                }
                case ACK -> acknowledgement(cursor, false);
                case ACK_ECN -> acknowledgement(cursor, true);
                case CRYPTO -> crypto(cursor, frames, stream);
                case CONNECTION_CLOSE -> {
                    return alert(cursor);
                }
                default -> {
                    return OptionalInt.empty();
                }
            }
        }
        return OptionalInt.empty();
    }

    private static void crypto(ByteCursor cursor, byte[] frames, QuicCryptoStream stream) {
        long offset = varint(cursor);
        long length = varint(cursor);
        int from = cursor.position();
        cursor.skip(length);
        if (cursor.intact()) {
            stream.add(offset, frames, from, (int) length);
        }
    }

    private static void acknowledgement(ByteCursor cursor, boolean counts) {
        varint(cursor);
        varint(cursor);
        long ranges = varint(cursor);
        varint(cursor);
        for (long i = 0; i < ranges && cursor.remaining() > 0; i++) {
            varint(cursor);
            varint(cursor);
        }
        for (int i = 0; counts && i < 3; i++) {
            varint(cursor);
        }
    }

    private static OptionalInt alert(ByteCursor cursor) {
        long error = varint(cursor);
        boolean ofTls = cursor.intact() && (error & ~0xFFL) == CRYPTO_ERROR;
        return ofTls ? OptionalInt.of((int) error & 0xFF) : OptionalInt.empty();
    }

    /** A number of 1, 2, 4 or 8 bytes (RFC 9000 §16). */
    private static long varint(ByteCursor cursor) {
        int first = cursor.u8();
        long value = first & 0x3F;
        for (int more = (1 << (first >> 6)) - 1; more > 0; more--) {
            value = value << 8 | cursor.u8();
        }
        return value;
    }
}
