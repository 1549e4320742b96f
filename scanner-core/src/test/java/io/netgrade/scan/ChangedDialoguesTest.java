// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.scan.DialogueFrames.Seen;
import io.netgrade.testing.WrittenDialogue;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whatever the bytes, no protocol's recognition or reader is at fault, and none states without end. */
class ChangedDialoguesTest {
    private static final int MUTATIONS = 60;
    private static final int MOST_FACTS = 2000;

    private static final List<WrittenDialogue> DIALOGUES = WrittenDialogue.allIn(DialoguesTest.FOLDER);

    @TestFactory
    Stream<DynamicTest> takesSomeChangesOfEveryDialogue() {
        return DIALOGUES.stream()
                .map(one -> DynamicTest.dynamicTest(one.name(), () -> {
                    SplittableRandom random = new SplittableRandom(one.name().hashCode());
                    for (int i = 0; i < MUTATIONS; i++) {
                        List<byte[]> frames = copies(one, random.nextInt(4));
                        for (int change = random.nextInt(1, 12); change > 0; change--) {
                            byte[] frame = frames.get(random.nextInt(frames.size()));
                            frame[random.nextInt(frame.length)] = (byte) random.nextInt(256);
                        }
                        holds(one, frames);
                    }
                }));
    }

    private static List<byte[]> copies(WrittenDialogue dialogue, int piece) {
        List<byte[]> frames = new ArrayList<>();
        for (byte[] frame : new DialogueFrames(dialogue, dialogue.port()).frames(true, piece == 0 ? 0 : piece * 9)) {
            frames.add(frame.clone());
        }
        return frames;
    }

    private static void holds(WrittenDialogue dialogue, List<byte[]> frames) {
        Seen seen = DialogueFrames.look(frames, new DialogueFrames(dialogue, dialogue.port()).linkType());
        assertThat(seen.coverage().faults()).isEmpty();
        assertThat(seen.observations()).hasSizeLessThan(MOST_FACTS);
    }
}
