// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.capture;

import io.netgrade.wire.ByteView;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes frames to a pcapng file (draft-ietf-opsawg-pcapng): one section, big-endian, times in nanoseconds, one interface
 * for each link type met. A {@link FrameSink}, so that what is read or heard live can be recorded; a disk that fails
 * shows as {@link UncheckedIOException} there.
 */
public final class PcapngWriter implements FrameSink, Closeable {
    private static final int BUFFER = 1 << 16;
    private static final String SOFTWARE = "netgrade";

    private final WritableByteChannel channel;
    private final Map<Integer, Integer> interfaceOfLinkType = new LinkedHashMap<>();
    private ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

    public PcapngWriter(WritableByteChannel channel) throws IOException {
        this.channel = channel;
        writeSection();
    }

    /** Makes a new file; an old one is written over. */
    public static PcapngWriter to(Path file) throws IOException {
        return new PcapngWriter(FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE));
    }

    @Override
    public void frame(
            ByteView frame, int linkType, long timeNanos, int capturedLength, long originalLength, long number) {
        try {
            write(frame, linkType, timeNanos, originalLength);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes one frame (an Enhanced Packet Block). */
    public void write(ByteView frame, int linkType, long timeNanos, long originalLength) throws IOException {
        int id = interfaceOf(linkType);
        int padded = frame.length() + 3 & ~3;
        begin(0x6, 20 + padded);
        buffer.putInt(id).putInt((int) (timeNanos >>> 32)).putInt((int) timeNanos);
        buffer.putInt(frame.length()).putInt((int) originalLength);
        frame.copyTo(buffer.array(), buffer.position(), 0, frame.length());
        buffer.position(buffer.position() + frame.length());
        pad(padded - frame.length());
        end(20 + padded);
    }

    /** Writes how many frames the capturing machine has lost of a link type so far (an Interface Statistics Block). */
    public void writeDropped(int linkType, long timeNanos, long frames) throws IOException {
        int id = interfaceOf(linkType);
        begin(0x5, 28);
        buffer.putInt(id).putInt((int) (timeNanos >>> 32)).putInt((int) timeNanos);
        buffer.putShort((short) 5).putShort((short) 8).putLong(frames);
        buffer.putInt(0);
        end(28);
    }

    public void flush() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }

    @Override
    public void close() throws IOException {
        flush();
        channel.close();
    }

    private void writeSection() throws IOException {
        byte[] software = SOFTWARE.getBytes(StandardCharsets.US_ASCII);
        begin(PcapngBlocks.SECTION, 32);
        buffer.putInt(PcapngBlocks.BYTE_ORDER).putShort((short) 1).putShort((short) 0);
        // The section's length is not known beforehand: all ones.
        buffer.putLong(-1);
        // Option 4 (shb_userappl), then the end of options; the name is a multiple of four bytes long.
        buffer.putShort((short) 4).putShort((short) software.length).put(software);
        buffer.putInt(0);
        end(32);
    }

    private int interfaceOf(int linkType) throws IOException {
        Integer known = interfaceOfLinkType.get(linkType);
        if (known != null) {
            return known;
        }
        begin(0x1, 20);
        buffer.putShort((short) linkType).putShort((short) 0).putInt(0);
        // Option 9 (if_tsresol): nanoseconds.
        buffer.putShort((short) 9).putShort((short) 1).put((byte) 9);
        pad(3);
        buffer.putInt(0);
        end(20);
        int id = interfaceOfLinkType.size();
        interfaceOfLinkType.put(linkType, id);
        return id;
    }

    private void begin(int type, int body) throws IOException {
        if (buffer.remaining() < body + 12) {
            flush();
        }
        if (buffer.capacity() < body + 12) {
            buffer = ByteBuffer.allocate(body + 12);
        }
        buffer.putInt(type).putInt(body + 12);
    }

    private void pad(int count) {
        for (int i = 0; i < count; i++) {
            buffer.put((byte) 0);
        }
    }

    private void end(int body) {
        buffer.putInt(body + 12);
    }
}
