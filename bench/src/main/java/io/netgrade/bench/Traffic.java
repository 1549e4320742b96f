// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.bench;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Frames made for measuring: Ethernet, IPv4 and TCP with a payload that nothing recognises. */
final class Traffic {
    static final int FRAME = 14 + 20 + 20 + 400;
    private static final int RECORD = 16;

    private Traffic() {}

    /** A frame of the flow with this number; even ones go one way, odd ones back. */
    static byte[] frame(int flow, boolean back) {
        int client = 0x0A00_0000 + flow % 65_000;
        int server = 0x0B00_0000 + flow / 65_000;
        ByteBuffer frame = ByteBuffer.allocate(FRAME);
        frame.position(12).putShort((short) 0x0800);
        frame.put((byte) 0x45)
                .put((byte) 0)
                .putShort((short) (FRAME - 14))
                .putInt(0)
                .put((byte) 64)
                .put((byte) 6);
        frame.putShort((short) 0).putInt(back ? server : client).putInt(back ? client : server);
        frame.putShort((short) (back ? 9999 : 40_000)).putShort((short) (back ? 40_000 : 9999));
        frame.putInt(1000)
                .putInt(5000)
                .put((byte) 0x50)
                .put((byte) 16)
                .putShort((short) 1024)
                .putInt(0);
        return frame.array();
    }

    /** A pcap file of so many frames, of so many flows. */
    static byte[] capture(int frames, int flows) {
        ByteBuffer file = ByteBuffer.allocate(24 + frames * (RECORD + FRAME)).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(0xA1B2_C3D4)
                .putShort((short) 2)
                .putShort((short) 4)
                .putLong(0)
                .putInt(65_535)
                .putInt(1);
        for (int i = 0; i < frames; i++) {
            file.putInt(1_700_000_000 + i / 1000)
                    .putInt(i % 1000 * 1000)
                    .putInt(FRAME)
                    .putInt(FRAME);
            file.put(frame(i / 2 % flows, i % 2 == 1));
        }
        return file.array();
    }
}
