// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ssh;

import java.nio.ByteBuffer;
import java.util.Optional;

/** How the packets of one direction are encrypted and authenticated. Packets are handed over one by one, in order. */
interface SshProtection {
    /** What goes before the first NEWKEYS. */
    SshProtection NONE = new SshProtection() {
        @Override
        public long length(int sequence, byte[] head) {
            return lengthField(head);
        }

        @Override
        public Optional<byte[]> open(int sequence, byte[] packet) {
            return Optional.of(packet);
        }

        @Override
        public byte[] seal(int sequence, byte[] packet) {
            return packet;
        }
    };

    /** Bytes of a packet that must be there to tell its length. */
    default int head() {
        return 4;
    }

    /** Bytes that follow the packet proper: its MAC or tag. */
    default int tag() {
        return 0;
    }

    /** Packets are padded to a multiple of so many bytes. */
    default int block() {
        return 8;
    }

    /** Whether the length field counts among the padded bytes. */
    default boolean coversLength() {
        return true;
    }

    /** The packet's own length field, from its first {@link #head} bytes. Called once for each packet. */
    long length(int sequence, byte[] head);

    /**
     * @param packet as it was on the wire, from its length field to its tag
     * @return the same in plain text without the tag; empty where the tag is wrong
     */
    Optional<byte[]> open(int sequence, byte[] packet);

    /**
     * @param packet in plain text, from its length field to its padding
     * @return what goes on the wire
     */
    byte[] seal(int sequence, byte[] packet);

    static long lengthField(byte[] bytes) {
        return ByteBuffer.wrap(bytes).getInt() & 0xFFFF_FFFFL;
    }
}
