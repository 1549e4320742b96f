// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import io.netgrade.wire.ByteCursor;
import io.netgrade.wire.ByteView;
import java.util.Arrays;
import java.util.Optional;

/** Joins the fragments of handshake records into messages. Holds at most one message and one record. */
final class TlsHandshakeReader {
    private byte[] held = new byte[0];
    private int from;
    private int to;
    private boolean broken;

    void add(byte[] fragment) {
        if (held.length - to < fragment.length) {
            byte[] larger = new byte[Math.max(2 * (to - from), to - from + fragment.length)];
            System.arraycopy(held, from, larger, 0, to - from);
            to -= from;
            from = 0;
            held = larger;
        }
        System.arraycopy(fragment, 0, held, to, fragment.length);
        to += fragment.length;
    }

    Optional<TlsMessage> next() {
        if (broken || to - from < TlsMessage.HEADER_LENGTH) {
            return Optional.empty();
        }
        ByteCursor cursor = new ByteCursor().over(ByteView.of(held), from, to - from);
        int type = cursor.u8();
        int length = cursor.u24();
        broken = length > TlsMessage.MAX_LENGTH;
        if (broken || cursor.remaining() < length) {
            return Optional.empty();
        }
        from += TlsMessage.HEADER_LENGTH + length;
        return Optional.of(new TlsMessage(TlsRecord.HANDSHAKE, type, Arrays.copyOfRange(held, from - length, from)));
    }

    /** Whether a message announced more than {@link TlsMessage#MAX_LENGTH}. */
    boolean broken() {
        return broken;
    }
}
