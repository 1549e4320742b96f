// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netgrade.capture.CaptureReader;
import io.netgrade.packet.Packet.Kind;
import io.netgrade.wire.ByteView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Frames of the public captures, damaged and cut at random, are read or refused, and what is read lies within them. */
class DamagedFramesTest {
    private static final Path CAPTURES = Path.of(System.getProperty("netgrade.root", ".."), "..", "shared", "captures")
            .normalize();
    private static final int TIMES = 6;
    /** Headers stand at the front: most damage is done there. */
    private static final int FRONT = 80;

    private final Random random = new Random(20);
    private final Packet packet = new Packet(new Fragments(16, 1 << 18, 5_000_000_000L));
    private final Set<Kind> seen = EnumSet.noneOf(Kind.class);
    private long damaged;

    @Test
    void readsOrRefusesEveryDamagedFrame() throws Exception {
        assumeTrue(Files.isDirectory(CAPTURES), "skipped: no public captures at " + CAPTURES);
        List<Path> files;
        try (Stream<Path> all = Files.walk(CAPTURES)) {
            files = all.filter(one -> one.toString().matches(".*\\.(pcap|pcapng|cap)$"))
                    .toList();
        }
        for (Path file : files) {
            CaptureReader.read(file, (frame, linkType, time, captured, original, number) -> {
                byte[] bytes = frame.bytes();
                for (int i = 0; i < TIMES && bytes.length > 0; i++) {
                    read(damaged(bytes), linkType, time, original);
                }
            });
        }
        assertThat(damaged).isGreaterThan(500_000);
        assertThat(seen).containsAll(EnumSet.complementOf(EnumSet.of(Kind.UNSUPPORTED_LINK)));
    }

    private byte[] damaged(byte[] bytes) {
        byte[] copy =
                random.nextInt(4) == 0 ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes.clone();
        for (int flips = random.nextInt(4); flips > 0 && copy.length > 0; flips--) {
            copy[random.nextInt(Math.min(copy.length, FRONT))] = (byte) random.nextInt();
        }
        return copy;
    }

    private void read(byte[] bytes, int linkType, long time, long original) {
        Kind kind = packet.read(ByteView.of(bytes), linkType, Math.max(original, bytes.length), time);
        seen.add(kind);
        damaged++;
        switch (kind) {
            case TCP, UDP, SCTP, OTHER, LINK ->
                assertThat((long) packet.payload().bytes().length).isBetween(0L, packet.payloadOnWire());
            default -> assertThat(packet.fragment()).isFalse();
        }
    }
}
