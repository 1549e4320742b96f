// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.packet;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Lays out frames for tests; it shares no code with what it tests. Checksums are left zero: nobody reads them. */
public final class FrameBytes {
    public static final int FIN = 1;
    public static final int SYN = 2;
    public static final int RST = 4;
    public static final int PSH = 8;
    public static final int ACK = 16;

    private FrameBytes() {}

    public static byte[] ethernet(int etherType, byte[] payload) {
        return ByteBuffer.allocate(14 + payload.length)
                .position(12)
                .putShort((short) etherType)
                .put(payload)
                .array();
    }

    /** One VLAN tag, to stand in front of a payload whose own type it names. */
    public static byte[] tag(int vlan, int etherType, byte[] payload) {
        return ByteBuffer.allocate(4 + payload.length)
                .putShort((short) vlan)
                .putShort((short) etherType)
                .put(payload)
                .array();
    }

    public static byte[] ipv4(int protocol, int source, int destination, byte[] payload) {
        return ipv4(protocol, source, destination, 0, new byte[0], payload);
    }

    /**
     * @param fragment the flags and the offset as they stand
     * @param options a multiple of four bytes
     */
    public static byte[] ipv4(int protocol, int source, int destination, int fragment, byte[] options, byte[] payload) {
        int header = 20 + options.length;
        return ByteBuffer.allocate(header + payload.length)
                .put((byte) (0x40 | header / 4))
                .put((byte) 0)
                .putShort((short) (header + payload.length))
                .putShort((short) 1)
                .putShort((short) fragment)
                .put((byte) 64)
                .put((byte) protocol)
                .putShort((short) 0)
                .putInt(source)
                .putInt(destination)
                .put(options)
                .put(payload)
                .array();
    }

    /** Addresses end in the given numbers. */
    public static byte[] ipv6(int nextHeader, int source, int destination, byte[] payload) {
        return ByteBuffer.allocate(40 + payload.length)
                .putInt(0x6000_0000)
                .putShort((short) payload.length)
                .put((byte) nextHeader)
                .put((byte) 64)
                .putLong(0x2001_0db8_0000_0000L)
                .putLong(source)
                .putLong(0x2001_0db8_0000_0000L)
                .putLong(destination)
                .put(payload)
                .array();
    }

    public static byte[] tcp(int from, int to, int sequence, int acknowledgment, int flags, byte[] payload) {
        return ByteBuffer.allocate(20 + payload.length)
                .putShort((short) from)
                .putShort((short) to)
                .putInt(sequence)
                .putInt(acknowledgment)
                .put((byte) 0x50)
                .put((byte) flags)
                .putShort((short) 1024)
                .putInt(0)
                .put(payload)
                .array();
    }

    public static byte[] udp(int from, int to, byte[] payload) {
        return ByteBuffer.allocate(8 + payload.length)
                .putShort((short) from)
                .putShort((short) to)
                .putShort((short) (8 + payload.length))
                .putShort((short) 0)
                .put(payload)
                .array();
    }

    public static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
