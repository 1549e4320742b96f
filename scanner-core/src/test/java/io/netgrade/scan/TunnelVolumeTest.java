// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.flow.FlowCoverage;
import io.netgrade.flow.FlowLimits;
import io.netgrade.flow.Limit;
import io.netgrade.flow.PacketEye;
import io.netgrade.testing.WrittenDialogue;
import io.netgrade.wire.ByteView;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TunnelVolumeTest {
    private static final int TURNS = 2_000;

    /** One tunnel between two nodes carries all subscribers: a limit for one flow must not end it. */
    @Test
    void aTunnelIsReadHoweverMuchGoesThroughIt() {
        WrittenDialogue dialogue = WrittenDialogue.allIn(DialoguesTest.FOLDER).stream()
                .filter(one -> one.name().equals("gtp/user-plane-packets"))
                .findFirst()
                .orElseThrow();
        DialogueFrames frames = new DialogueFrames(dialogue, dialogue.port());
        List<byte[]> sent = frames.frames(true, 0);
        List<String> seen = new ArrayList<>();
        FlowLimits few = new FlowLimits(16, 4096, 8, 1 << 17, 1 << 17, 1 << 20, 64);

        FlowCoverage coverage;
        try (PacketEye eye = new PacketEye(
                ProtocolCatalog.all(), few, one -> seen.add(one.fact().type()))) {
            eye.begin("tunnel");
            for (int turn = 0; turn < TURNS; turn++) {
                for (byte[] frame : sent) {
                    eye.frame(ByteView.of(frame), frames.linkType(), turn, frame.length, frame.length, turn + 1);
                }
            }
            coverage = eye.end();
        }

        assertThat(seen).contains("gtp-u.user-traffic");
        assertThat(coverage.limits()).doesNotContainKey(Limit.READ_BYTES.id());
    }
}
