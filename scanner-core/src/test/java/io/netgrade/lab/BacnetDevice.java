// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A BACnet/IP device: ANSI/ASHRAE 135-2020 annex J.2 (virtual link), clause 6.2 (network layer), clauses 15.5 and 20.1
 * (ReadProperty and its encoding). It lets itself be read, or denies that to whoever is not known to it (clause 18.4).
 */
public final class BacnetDevice extends HandmadeServer {
    private static final int ANY_DEVICE = 8 << 22 | 4_194_303;
    private static final int THIS_DEVICE = 8 << 22 | 12_345;

    private final boolean readable;

    private BacnetDevice(int port, boolean readable) throws IOException {
        super(port, false);
        this.readable = readable;
    }

    public static BacnetDevice readable() throws IOException {
        return new BacnetDevice(47_808, true);
    }

    public static BacnetDevice denying() throws IOException {
        return new BacnetDevice(47_808, false);
    }

    public static BacnetDevice onUnusualPort() throws IOException {
        return new BacnetDevice(0, true);
    }

    @Override
    protected byte[] message(DataInputStream in) {
        throw new IllegalStateException("BACnet/IP has no streams");
    }

    @Override
    protected Reply reply(byte[] datagram) throws NotAllowed {
        must(datagram.length == 17, "a datagram of " + datagram.length + " octets");
        ByteBuffer in = ByteBuffer.wrap(datagram);
        must((in.get() & 0xFF) == 0x81 && in.get() == 0x0A, "no unicast of BACnet/IP");
        must(in.getShort() == datagram.length, "a length that is not the datagram's");
        must(in.get() == 1 && in.get() == 4, "no network layer that expects a reply");
        must(in.get() == 0, "segments, or another kind than a confirmed request");
        int longest = in.get();
        must(longest >= 0 && longest <= 5, "a longest answer of kind " + longest);
        byte invocation = in.get();
        must(in.get() == 12, "another service than ReadProperty");
        must(in.get() == 0x0C, "no object identifier");
        int object = in.getInt();
        must(object == ANY_DEVICE || object == THIS_DEVICE, "another object than the device");
        must(in.get() == 0x19, "no property of one octet");
        int property = in.get() & 0xFF;
        return Reply.of(readable ? read(invocation, property) : error(invocation, 4, 27));
    }

    private static byte[] read(byte invocation, int property) {
        String value = switch (property) {
            case 44 -> "3.2.1";
            case 70 -> "LAB-AHU";
            case 121 -> "netgrade lab";
            default -> "";
        };
        return value.isEmpty() ? error(invocation, 2, 32) : property(invocation, property, value);
    }

    /** Complex acknowledgement; in property-value a character string of UTF-8, longer than four octets (20.2.9). */
    private static byte[] property(byte invocation, int property, String value) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.allocate(21 + text.length);
        out.put(hex("810a")).putShort((short) out.capacity()).put(hex("0100"));
        out.put((byte) 0x30).put(invocation).put((byte) 12);
        out.put((byte) 0x0C).putInt(THIS_DEVICE).put((byte) 0x19).put((byte) property);
        out.put((byte) 0x3E)
                .put((byte) 0x75)
                .put((byte) (text.length + 1))
                .put((byte) 0)
                .put(text);
        return out.put((byte) 0x3F).array();
    }

    private static byte[] error(byte invocation, int errorClass, int code) {
        return ByteBuffer.allocate(13)
                .put(hex("810a000d0100 50"))
                .put(invocation)
                .put((byte) 12)
                .put(new byte[] {(byte) 0x91, (byte) errorClass, (byte) 0x91, (byte) code})
                .array();
    }
}
