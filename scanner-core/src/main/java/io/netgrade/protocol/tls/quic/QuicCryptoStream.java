// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls.quic;

import io.netgrade.protocol.tls.TlsMessage;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/** The handshake of one side (RFC 9001 §4.1.3), out of CRYPTO frames that come in any order and more than once. */
final class QuicCryptoStream {
    /** More than any hello of use; what lies behind is not kept. */
    private static final int MOST = 1 << 16;

    private static final int HEADER_LENGTH = 4;

    private byte[] bytes = new byte[0];
    private final BitSet there = new BitSet();
    private int read;

    void add(long offset, byte[] frames, int from, int length) {
        if (offset + length > MOST || length == 0) {
            return;
        }
        int at = (int) offset;
        if (bytes.length < at + length) {
            bytes = Arrays.copyOf(bytes, Math.max(at + length, Math.min(MOST, 2 * bytes.length)));
        }
        System.arraycopy(frames, from, bytes, at, length);
        there.set(at, at + length);
    }

    /** The next message that is whole. */
    Optional<TlsMessage> next() {
        int whole = there.nextClearBit(read);
        if (whole - read < HEADER_LENGTH) {
            return Optional.empty();
        }
        int length = (bytes[read + 1] & 0xFF) << 16 | (bytes[read + 2] & 0xFF) << 8 | (bytes[read + 3] & 0xFF);
        int end = read + HEADER_LENGTH + length;
        if (end > whole) {
            return Optional.empty();
        }
        TlsMessage message =
                TlsMessage.handshake(bytes[read] & 0xFF, Arrays.copyOfRange(bytes, read + HEADER_LENGTH, end));
        read = end;
        return Optional.of(message);
    }
}
