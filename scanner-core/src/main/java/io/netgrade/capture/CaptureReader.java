// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.capture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;

/**
 * Reads captures in the pcap and pcapng formats of either byte order, files through a memory map and pipes through a
 * buffer, in constant memory and without allocating per frame.
 *
 * <p>A capture that ends in the middle of a record or is damaged gives the frames before that place, and the place.
 */
public final class CaptureReader {
    private static final int GZIP = 0x1F8B;
    private static final int ZSTANDARD = 0x28B5_2FFD;

    private CaptureReader() {}

    /** Reads a file, or a named pipe, to its end. */
    public static CaptureExtent read(Path file, FrameSink sink) throws NotACaptureException {
        if (Files.isDirectory(file)) {
            throw new NotACaptureException(file + ": a directory, not a capture; name the captures in it");
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                CaptureInput input = Files.isRegularFile(file) ? new MappedInput(channel) : new StreamInput(channel)) {
            return read(file.toString(), input, sink);
        } catch (NoSuchFileException e) {
            throw new NotACaptureException(file + ": no such file; check the name");
        } catch (AccessDeniedException e) {
            throw new NotACaptureException(file + ": no permission to read it; change its mode or run as its owner");
        } catch (IOException e) {
            throw new NotACaptureException(file + ": cannot be read: " + e.getMessage());
        }
    }

    /**
     * Reads a stream, such as standard input, to its end; does not close it.
     *
     * @param name what messages call it
     */
    public static CaptureExtent read(String name, InputStream stream, FrameSink sink) throws NotACaptureException {
        @SuppressWarnings("resource") // Closing it would close the caller's stream.
        CaptureInput input = new StreamInput(Channels.newChannel(stream));
        return read(name, input, sink);
    }

    static CaptureExtent read(String name, CaptureInput input, FrameSink sink) throws NotACaptureException {
        FrameTally tally = new FrameTally(sink);
        try {
            readRecords(name, input, tally);
        } catch (IOException e) {
            tally.failed(String.valueOf(e.getMessage()), input.offset());
        } catch (InternalError e) {
            // What the virtual machine makes of a mapped file that another process has shortened meanwhile.
            tally.failed("the file became shorter while it was read", input.offset());
        }
        return tally.extent();
    }

    private static void readRecords(String name, CaptureInput input, FrameTally tally)
            throws IOException, NotACaptureException {
        if (!input.have(4)) {
            throw new NotACaptureException(name
                    + (input.left() == 0
                            ? ": empty (0 bytes), not a capture"
                            : ": " + input.left() + " bytes, not a capture")
                    + "; give a .pcap or .pcapng file");
        }
        int magic = input.window().getInt(input.at());
        boolean whole;
        if (PcapRecords.isMagic(magic)) {
            whole = PcapRecords.read(input, tally, magic);
        } else if (PcapRecords.isMagic(Integer.reverseBytes(magic))) {
            whole = PcapRecords.read(input, tally, Integer.reverseBytes(magic));
        } else if (magic == PcapngBlocks.SECTION) {
            whole = new PcapngBlocks(input, tally).readAll();
        } else {
            throw new NotACaptureException(name + ": " + stranger(magic));
        }
        if (!whole) {
            throw new NotACaptureException(
                    name + ": cut off at byte " + input.left() + ", within the file's header; record it again");
        }
    }

    private static String stranger(int magic) {
        if (magic >>> 16 == GZIP || magic == ZSTANDARD) {
            return "compressed, not a capture as it stands (byte 0); unpack it first";
        }
        return "not a capture: its first bytes (byte 0) are " + HexFormat.of().toHexDigits(magic)
                + " where pcap or pcapng has its magic number; give a .pcap or .pcapng file";
    }
}
