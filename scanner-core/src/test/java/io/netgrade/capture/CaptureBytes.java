// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.capture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Lays out captures for tests, field by field and in either byte order; it shares no code with what it tests. */
final class CaptureBytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private ByteOrder order;

    CaptureBytes(ByteOrder order) {
        this.order = order;
    }

    static CaptureBytes pcap(ByteOrder order, int magic, int linkType) {
        CaptureBytes bytes = new CaptureBytes(order);
        return bytes.ints(magic).shorts(2, 4).ints(0, 0, 65_535, linkType);
    }

    CaptureBytes record(int seconds, int fraction, int original, byte... frame) {
        return ints(seconds, fraction, frame.length, original).raw(frame);
    }

    CaptureBytes section(ByteOrder newOrder) {
        order = newOrder;
        return block(
                0x0A0D0D0A,
                new CaptureBytes(order).ints(0x1A2B3C4D).shorts(1, 0).longs(-1));
    }

    /** An interface; a resolution below zero is left out. */
    CaptureBytes interfaceOf(int linkType, int snapshotLength, int resolution) {
        CaptureBytes body = new CaptureBytes(order).shorts(linkType, 0).ints(snapshotLength);
        if (resolution >= 0) {
            body.shorts(9, 1)
                    .raw((byte) resolution, (byte) 0, (byte) 0, (byte) 0)
                    .shorts(0, 0);
        }
        return block(1, body);
    }

    CaptureBytes enhanced(int id, long ticks, int original, byte... frame) {
        CaptureBytes body = new CaptureBytes(order).ints(id, (int) (ticks >>> 32), (int) ticks, frame.length, original);
        return block(6, body.raw(frame).padded());
    }

    CaptureBytes block(int type, CaptureBytes body) {
        byte[] content = body.bytes();
        int length = content.length + 12;
        return ints(type, length).raw(content).ints(length);
    }

    CaptureBytes padded() {
        while (out.size() % 4 != 0) {
            out.write(0);
        }
        return this;
    }

    CaptureBytes ints(int... values) {
        for (int value : values) {
            raw(ByteBuffer.allocate(4).order(order).putInt(value).array());
        }
        return this;
    }

    CaptureBytes shorts(int... values) {
        for (int value : values) {
            raw(ByteBuffer.allocate(2).order(order).putShort((short) value).array());
        }
        return this;
    }

    CaptureBytes longs(long... values) {
        for (long value : values) {
            raw(ByteBuffer.allocate(8).order(order).putLong(value).array());
        }
        return this;
    }

    CaptureBytes raw(byte... bytes) {
        out.writeBytes(bytes);
        return this;
    }

    int size() {
        return out.size();
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
