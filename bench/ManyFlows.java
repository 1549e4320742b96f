// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes a capture of flows that are all open at once: the SYN of each, then one segment of each that nobody answers.
 *
 * <p>{@code java ManyFlows.java OUT.pcap FLOWS http|unknown}: the segment is an HTTP request, or words of no protocol.
 */
final class ManyFlows {
    private static final int PORTS = 60_000;
    private static final int SERVERS = 200;
    private static final int HEADERS = 14 + 20 + 20;

    private ManyFlows() {}

    public static void main(String[] arguments) throws IOException {
        int flows = Integer.parseInt(arguments[1]);
        byte[] said = arguments[2].equals("http")
                ? "GET / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII)
                : new byte[] {7, (byte) 0x99, 'a', 'b'};
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[0])), 1 << 20)) {
            out.write(ByteBuffer.allocate(24)
                    .putInt(0xA1B2C3D4)
                    .putShort((short) 2)
                    .putShort((short) 4)
                    .putLong(0)
                    .putInt(65_535)
                    .putInt(1)
                    .array());
            for (int i = 0; i < flows; i++) {
                out.write(frame(i, i, 100, 0x02, new byte[0]));
            }
            for (int i = 0; i < flows; i++) {
                out.write(frame(i, flows + i, 101, 0x18, said));
            }
        }
    }

    private static byte[] frame(int flow, int micros, int sequence, int flags, byte[] said) {
        int length = HEADERS + said.length;
        return ByteBuffer.allocate(16 + length)
                .order(ByteOrder.BIG_ENDIAN)
                .putInt(1_700_000_000 + micros / 1_000_000)
                .putInt(micros % 1_000_000)
                .putInt(length)
                .putInt(length)
                .put(new byte[] {2, 2, 2, 2, 2, 2, 4, 4, 4, 4, 4, 4, 8, 0})
                .putShort((short) 0x4500)
                .putShort((short) (length - 14))
                .putInt(0x0001_0000)
                .putInt(0x4006_0000)
                .putInt(0x0A00_0000 + flow / PORTS)
                .putInt(0xC0A8_0001 + flow % SERVERS)
                .putShort((short) (1024 + flow % PORTS))
                .putShort((short) 80)
                .putInt(sequence)
                .putInt(flags == 0x02 ? 0 : 1)
                .putInt(0x5000_2000 | flags << 16)
                .putInt(0)
                .put(said)
                .array();
    }
}
