// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.capture.PcapngWriter;
import io.netgrade.packet.LinkType;
import io.netgrade.probe.PacketTap;
import io.netgrade.wire.ByteView;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Writes what a probe exchanges to a pcapng file that only its owner may read, as it comes: it holds all that was sent,
 * declared communities among it, and what was answered. Whatever fails ends the recording and not the probe.
 */
public final class Recording implements PacketTap, Closeable {
    private static final Duration LONGEST_HELD = Duration.ofSeconds(1);
    private static final String OWNER_ONLY = "rw-------";

    private final String name;
    private final Consumer<String> said;
    private final PcapngWriter writer;
    private Instant flushed = Instant.EPOCH;
    private boolean over;

    Recording(String name, WritableByteChannel channel, Consumer<String> said) throws IOException {
        this.name = name;
        this.said = said;
        this.writer = new PcapngWriter(channel);
    }

    /**
     * Makes a new file.
     *
     * @param said is told once, in one line, where the recording ends before its time
     * @throws IOException where the file exists already or cannot be made
     */
    public static Recording to(Path file, Consumer<String> said) throws IOException {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] attributes = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY))
                }
                : new FileAttribute<?>[0];
        return new Recording(
                file.toString(),
                Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes),
                said);
    }

    @Override
    public synchronized void packet(byte[] packet, Instant time) {
        if (over) {
            return;
        }
        try {
            long nanos = time.getEpochSecond() * 1_000_000_000L + time.getNano();
            writer.write(ByteView.of(packet), LinkType.RAW, nanos, packet.length);
            if (time.isAfter(flushed.plus(LONGEST_HELD))) {
                writer.flush();
                flushed = time;
            }
        } catch (IOException e) {
            ends(e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            writer.close();
        } catch (IOException e) {
            ends(e);
        }
    }

    private void ends(IOException why) {
        if (!over) {
            over = true;
            said.accept(name + ": the recording ends here, the probe goes on: " + why.getMessage());
        }
    }
}
