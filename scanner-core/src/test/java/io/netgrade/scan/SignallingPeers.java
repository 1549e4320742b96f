// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** What lives on SCTP in the tests, written after its documents; each notes what netgrade must not say to it. */
final class SignallingPeers {
    private SignallingPeers() {}

    /** A signalling gateway that lets every process in (RFC 4666 §4.3.4.1), and tells of its server's state (§4.3.4.5). */
    static List<byte[]> openGateway(List<String> faults, long payloadProtocol, byte[] message) {
        int kind = kind(faults, payloadProtocol, message);
        return switch (kind) {
            case 0x0301 -> List.of(m3ua(0x0304), m3ua(0x0001, 0x00, 0x0D, 0x00, 0x08, 0x00, 0x01, 0x00, 0x02));
            case 0x0302 -> List.of(m3ua(0x0305));
            default -> {
                faults.add("message " + Integer.toHexString(kind));
                yield List.of();
            }
        };
    }

    /** One that wants an identifier (§3.8.1, error 0x0e). */
    static List<byte[]> strictGateway(List<String> faults, long payloadProtocol, byte[] message) {
        if (kind(faults, payloadProtocol, message) != 0x0301) {
            faults.add("spoke on after it was refused");
        }
        return List.of(m3ua(0x0000, 0x00, 0x0C, 0x00, 0x08, 0x00, 0x00, 0x00, 0x0E));
    }

    private static int kind(List<String> faults, long payloadProtocol, byte[] message) {
        ByteBuffer bytes = ByteBuffer.wrap(message);
        if (payloadProtocol != 3 || bytes.getShort(0) != 0x0100 || bytes.getInt(4) != message.length) {
            faults.add("no M3UA, or not marked as it");
        }
        return bytes.getShort(2) & 0xFFFF;
    }

    private static byte[] m3ua(int kind, int... parameters) {
        ByteBuffer message = ByteBuffer.allocate(8 + parameters.length)
                .putShort((short) 0x0100)
                .putShort((short) kind)
                .putInt(8 + parameters.length);
        Arrays.stream(parameters).forEach(octet -> message.put((byte) octet));
        return message.array();
    }

    /** A Diameter node (RFC 6733 §5.3, §5.4): success to any peer, with AVPs enough to need several fragments. */
    static List<byte[]> node(List<String> faults, long payloadProtocol, byte[] message) {
        ByteBuffer request = ByteBuffer.wrap(message);
        int command = request.getInt(4) & 0xFF_FFFF;
        boolean sound = payloadProtocol == 46
                && (request.getInt(0) & 0xFF_FFFF) == message.length
                && (request.get(4) & 0x80) != 0
                && (command == 257 || command == 282);
        if (!sound) {
            faults.add("no request of a peer, or not marked as Diameter");
        }
        byte[] avps = command == 282
                ? concatenated(avp(268, 2001), avp(264, "dra.example"), avp(296, "example"))
                : concatenated(
                        avp(268, 2001),
                        avp(264, "dra.example"),
                        avp(296, "example"),
                        avp(266, 0),
                        avp(269, "a relay of the tests"),
                        avp(258, 16777251));
        return List.of(ByteBuffer.allocate(20 + avps.length)
                .putInt(0x0100_0000 | (20 + avps.length))
                .putInt(command)
                .put(message, 8, 12)
                .put(avps)
                .array());
    }

    private static byte[] avp(int code, int value) {
        return ByteBuffer.allocate(12)
                .putInt(code)
                .putInt(0x4000_000C)
                .putInt(value)
                .array();
    }

    private static byte[] avp(int code, String value) {
        int length = 8 + value.length();
        return ByteBuffer.allocate(length + 3 & ~3)
                .putInt(code)
                .putInt(0x4000_0000 | length)
                .put(value.getBytes(StandardCharsets.US_ASCII))
                .array();
    }

    private static byte[] concatenated(byte[]... parts) {
        ByteBuffer all = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        Arrays.stream(parts).forEach(all::put);
        return all.array();
    }
}
