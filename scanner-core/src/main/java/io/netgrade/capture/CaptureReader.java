// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.capture;

import io.netgrade.capture.Packing.Unpacked;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Reads captures in the pcap and pcapng formats of either byte order, as they stand or packed with gzip, zstd, lz4 or xz,
 * from files, pipes and streams, in constant memory and without allocating per frame.
 *
 * <p>A capture that ends in the middle of a record or is damaged gives the frames before that place, and the place. A file
 * that grows meanwhile is read to where it ended when that was reached, and the extent says that it grew.
 */
public final class CaptureReader {
    /** Unpacked bytes in which {@link #firstTime} looks for a frame. */
    private static final int BEGINNING = 1 << 18;

    private static final FrameSink NOBODY = (frame, linkType, time, captured, original, number) -> {};

    private CaptureReader() {}

    /** Reads a file, or a named pipe, to its end. */
    public static CaptureExtent read(Path file, FrameSink sink) throws NotACaptureException {
        return read(file, UnaryOperator.identity(), sink);
    }

    /**
     * Reads a file, or a named pipe, to its end.
     *
     * @param through what the file's own bytes pass, to be counted or to be ended by an exception
     */
    public static CaptureExtent read(Path file, UnaryOperator<InputStream> through, FrameSink sink)
            throws NotACaptureException {
        if (Files.isDirectory(file)) {
            throw new NotACaptureException(file + ": a directory, not a capture; name the captures in it");
        }
        try (InputStream stream = open(file)) {
            long before = Files.size(file);
            CaptureExtent extent = read(file.toString(), through.apply(stream), sink);
            long after = Files.size(file);
            return after == before ? extent : extent.changed(before, after);
        } catch (NoSuchFileException e) {
            throw new NotACaptureException(file + ": no such file; check the name");
        } catch (AccessDeniedException e) {
            throw new NotACaptureException(file + ": no permission to read it; change its mode or run as its owner");
        } catch (IOException e) {
            throw new NotACaptureException(file + ": cannot be read: " + reason(e));
        }
    }

    /** Unlike the JDK's own stream of a file, this one ends when its thread is interrupted. */
    private static InputStream open(Path file) throws IOException {
        return Channels.newInputStream(FileChannel.open(file, StandardOpenOption.READ));
    }

    /**
     * Reads a stream, such as standard input, to its end; does not close it.
     *
     * @param name what messages call it
     */
    public static CaptureExtent read(String name, InputStream stream, FrameSink sink) throws NotACaptureException {
        Unpacked unpacked;
        try {
            unpacked = Packing.open(stream);
        } catch (IOException e) {
            throw unreadable(name, e);
        }
        CaptureInput input = new CaptureInput(unpacked.stream());
        return read(name, input, new FrameTally(sink, unpacked.isPacked() ? " of what it unpacks to" : ""));
    }

    static CaptureExtent read(String name, CaptureInput input, FrameTally tally) throws NotACaptureException {
        try {
            readRecords(name, input, tally);
        } catch (EOFException e) {
            refuseWithoutBeginning(name, input, e);
            tally.cutOff("packed stream", input.offset());
        } catch (InterruptedIOException e) {
            tally.interrupted(input.offset());
        } catch (IOException e) {
            refuseWithoutBeginning(name, input, e);
            tally.failed(reason(e), input.offset());
        }
        return tally.extent();
    }

    private static void refuseWithoutBeginning(String name, CaptureInput input, IOException why)
            throws NotACaptureException {
        if (input.offset() == 0) {
            throw unreadable(name, why);
        }
    }

    private static NotACaptureException unreadable(String name, IOException why) {
        return new NotACaptureException(name + ": cannot be read or unpacked: " + reason(why));
    }

    private static String reason(IOException why) {
        if (why instanceof EOFException) {
            return "it ends too early";
        }
        // Interrupting a thread closes the channel that it reads from.
        boolean interrupted = why instanceof ClosedByInterruptException;
        return interrupted
                ? "interrupted"
                : Objects.requireNonNullElse(why.getMessage(), why.getClass().getSimpleName());
    }

    /** Whether a file begins as a capture does, packed or not. */
    public static boolean isCapture(Path file) throws IOException {
        try (InputStream stream = open(file)) {
            return hasMagic(stream);
        }
    }

    private static boolean hasMagic(InputStream stream) {
        try {
            CaptureInput input = new CaptureInput(Packing.open(stream).stream());
            return input.have(4) && isMagic(input.window().i32(0));
        } catch (IOException damaged) {
            return false;
        }
    }

    private static boolean isMagic(int value) {
        return PcapRecords.isMagic(value)
                || PcapRecords.isMagic(Integer.reverseBytes(value))
                || value == PcapngBlocks.SECTION;
    }

    /** The time of the earliest frame at the beginning of a capture; empty where there is none, or no capture. */
    public static Optional<Instant> firstTime(Path file) {
        try (InputStream stream = open(file)) {
            byte[] beginning = Packing.open(stream).stream().readNBytes(BEGINNING);
            return read(file.toString(), new ByteArrayInputStream(beginning), NOBODY)
                    .firstTime();
        } catch (IOException | NotACaptureException unreadable) {
            return Optional.empty();
        }
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
        int magic = input.window().i32(input.at());
        boolean whole;
        if (PcapRecords.isMagic(magic)) {
            whole = PcapRecords.read(input, tally, magic);
        } else if (PcapRecords.isMagic(Integer.reverseBytes(magic))) {
            whole = PcapRecords.read(input, tally, Integer.reverseBytes(magic));
        } else if (magic == PcapngBlocks.SECTION) {
            whole = new PcapngBlocks(input, tally).readAll();
        } else {
            throw new NotACaptureException(name + ": not a capture: its first bytes (byte 0" + tally.place() + ") are "
                    + HexFormat.of().toHexDigits(magic)
                    + " where pcap or pcapng has its magic number; give a .pcap or .pcapng file");
        }
        if (!whole) {
            throw new NotACaptureException(
                    name + ": cut off at byte " + input.left() + ", within the file's header; record it again");
        }
    }
}
