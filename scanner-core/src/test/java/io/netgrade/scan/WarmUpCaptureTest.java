// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.capture.PcapngWriter;
import io.netgrade.fact.Observation;
import io.netgrade.packet.LinkType;
import io.netgrade.testing.WrittenDialogue;
import io.netgrade.wire.ByteView;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * {@code bench/warm-up.pcapng}: a word of every protocol, from which the launcher learns which classes a run loads. It is
 * written out of the dialogues with {@code -Dtest=WarmUpCaptureTest -Dwarm-up=write}; it need not be written again for
 * every new dialogue.
 */
class WarmUpCaptureTest {
    private static final Path CAPTURE =
            Path.of(Objects.requireNonNull(System.getProperty("netgrade.root")), "bench", "warm-up.pcapng");

    private static final int SOURCE = 12;
    private static final int DESTINATION = 16;

    @Test
    void holdsAWordOfNearlyEveryProtocol() throws IOException {
        if (System.getProperty("warm-up", "").equals("write")) {
            write();
        }
        Set<String> seen = TestCaptures.examine(Files.readAllBytes(CAPTURE)).observations().stream()
                .map(Observation::service)
                .map(service -> service.protocol())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(seen).hasSizeGreaterThan(ProtocolCatalog.all().size() * 3 / 4);
    }

    private static void write() throws IOException {
        try (PcapngWriter writer = PcapngWriter.to(CAPTURE)) {
            long time = 0;
            int dialogues = 0;
            for (WrittenDialogue dialogue : WrittenDialogue.allIn(DialoguesTest.FOLDER)) {
                dialogues++;
                DialogueFrames frames = new DialogueFrames(dialogue, dialogue.port());
                List<byte[]> sent = frames.frames(true, 0);
                for (byte[] frame : sent) {
                    time += 1_000_000;
                    byte[] own = frames.linkType() == LinkType.RAW ? apart(frame, dialogues) : frame;
                    writer.write(ByteView.of(own), frames.linkType(), time, own.length);
                }
            }
        }
    }

    /** With addresses of its own in 198.18.0.0/15, which RFC 2544 keeps for measurements. */
    private static byte[] apart(byte[] frame, int dialogue) {
        byte[] own = frame.clone();
        ByteBuffer view = ByteBuffer.wrap(own);
        boolean fromClient = view.getInt(SOURCE) == DialogueFrames.CLIENT;
        int client = 0xC612_0000 + 2 * dialogue;
        view.putInt(SOURCE, fromClient ? client : client + 1);
        view.putInt(DESTINATION, fromClient ? client + 1 : client);
        return own;
    }
}
