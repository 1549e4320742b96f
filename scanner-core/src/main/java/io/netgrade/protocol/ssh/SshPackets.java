// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ssh;

import io.netgrade.protocol.Inbox;
import io.netgrade.wire.ByteView;
import java.util.Arrays;
import java.util.Optional;

/**
 * The binary packets of one direction (RFC 4253 6), in clear until {@link #protect}. Counts them, as MACs and nonces
 * need the number; an object serves either for sending or for receiving.
 */
final class SshPackets {
    /** The longest packet that RFC 4253 6.1 asks for; no message that is read here comes near it. */
    private static final int MOST_LENGTH = 35_000;

    private static final int LENGTH_FIELD = 4;
    private static final int LEAST_PADDING = 4;

    private SshProtection protection = SshProtection.NONE;
    private int sequence;
    private int awaited = -1;
    private boolean broken;

    /** From the next packet on (RFC 4253 7.3). */
    void protect(SshProtection next, boolean countAfresh) {
        protection = next;
        if (countAfresh) {
            sequence = 0;
        }
    }

    /** Whether what came was no packet, or had a wrong tag. Nothing is read after that. */
    boolean broken() {
        return broken;
    }

    /** The payload of the next packet, never empty, consumed; nothing while it is not whole, or where it is broken. */
    Optional<byte[]> next(Inbox bytes) {
        ByteView view = bytes.unread();
        if (broken || (awaited < 0 && !begin(view)) || view.length() < awaited) {
            return Optional.empty();
        }
        Optional<byte[]> payload =
                protection.open(sequence++, view.bytes(0, awaited)).flatMap(SshPackets::payload);
        bytes.consume(awaited);
        awaited = -1;
        broken = payload.isEmpty();
        return payload;
    }

    /** Makes a packet of a payload, with zeros for padding: there is nothing in it that random bytes would have to hide. */
    byte[] seal(byte[] payload) {
        int covered = (protection.coversLength() ? LENGTH_FIELD : 0) + 1 + payload.length + LEAST_PADDING;
        int block = protection.block();
        int padding = LEAST_PADDING + (block - covered % block) % block;
        byte[] packet = SshMessage.fields()
                .u32(1L + payload.length + padding)
                .u8(padding)
                .raw(payload)
                .raw(new byte[padding])
                .bytes();
        return protection.seal(sequence++, packet);
    }

    /** Learns the length of the next packet with all that belongs to it. */
    private boolean begin(ByteView view) {
        if (view.length() < protection.head()) {
            return false;
        }
        long length = protection.length(sequence, view.bytes(0, protection.head()));
        broken = length < 2 || length > MOST_LENGTH || LENGTH_FIELD + length < protection.head();
        if (!broken) {
            awaited = LENGTH_FIELD + (int) length + protection.tag();
        }
        return !broken;
    }

    /** Of a packet in plain text with its length field, what lies between the padding's length and the padding. */
    private static Optional<byte[]> payload(byte[] packet) {
        int padding = packet[LENGTH_FIELD] & 0xFF;
        int end = packet.length - padding;
        return end > LENGTH_FIELD + 1
                ? Optional.of(Arrays.copyOfRange(packet, LENGTH_FIELD + 1, end))
                : Optional.empty();
    }
}
