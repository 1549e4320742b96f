// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.capture.CaptureReader;
import io.netgrade.capture.NotACaptureException;
import io.netgrade.fact.Observation;
import io.netgrade.flow.FlowLimits;
import io.netgrade.flow.PacketEye;
import io.netgrade.wire.ByteView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What holds for every public capture, whatever is in it. */
class PublicCapturesHoldTest {
    private static final int MUTATIONS = Integer.getInteger("mutations", 3);
    /** Of each frame; each one where it is more than a frame has octets. */
    private static final int BEGINNINGS = Integer.getInteger("beginnings", 12);

    /** Of each capture; each one where it is more than its longest frame has octets. */
    private static final int LENGTHS = Integer.getInteger("lengths", 3);

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Frame(byte[] bytes, int linkType, long time, long onWire) {}

    @Test
    void severalEyesSeeWhatOneSees() throws Exception {
        List<String> differences = new ArrayList<>();
        for (Path capture : PublicCaptures.all()) {
            Set<String> one = said(PublicCaptures.look(capture).observations());
            List<Observation> several = new ArrayList<>();
            try (Eyes eyes = new Eyes(several::addAll, new ReadingWatch())) {
                eyes.look(PublicCaptures.name(capture), capture);
                eyes.finish();
            }
            Set<String> more = said(several);
            if (!one.equals(more)) {
                Set<String> lost = new HashSet<>(one);
                lost.removeAll(more);
                more.removeAll(one);
                differences.add(PublicCaptures.name(capture) + " lost " + lost + " gained " + more);
            }
        }
        assertThat(differences).isEmpty();
    }

    private static Set<String> said(List<Observation> observations) {
        Set<String> said = new HashSet<>();
        observations.forEach(seen -> said.add(seen.service() + " " + seen.fact()));
        return said;
    }

    /** A capture may be cut anywhere. */
    @Test
    void everyBeginningIsReadWithoutAFault() throws NotACaptureException {
        for (Path capture : PublicCaptures.all()) {
            List<Frame> frames = frames(capture);
            try (PacketEye eye = new PacketEye(ProtocolCatalog.all(), FlowLimits.standard(), seen -> {})) {
                eye.begin(PublicCaptures.name(capture));
                for (Frame frame : frames) {
                    for (int cut = 1; cut < frame.bytes().length; cut += 1 + frame.bytes().length / BEGINNINGS) {
                        byte[] begin = java.util.Arrays.copyOf(frame.bytes(), cut);
                        eye.frame(ByteView.of(begin), frame.linkType(), frame.time(), cut, frame.onWire(), 1);
                    }
                }
                assertThat(eye.end().faults()).as(PublicCaptures.name(capture)).isEmpty();
            }
        }
    }

    /** A capture may have been made with any snapshot length. */
    @Test
    void everySnapshotLengthIsReadWithoutAFault() throws NotACaptureException {
        for (Path capture : PublicCaptures.all()) {
            List<Frame> frames = frames(capture);
            int longest = frames.stream()
                    .mapToInt(frame -> frame.bytes().length)
                    .max()
                    .orElse(0);
            for (int length = 1; length < longest; length += 1 + longest / LENGTHS) {
                try (PacketEye eye = new PacketEye(ProtocolCatalog.all(), FlowLimits.standard(), seen -> {})) {
                    eye.begin(PublicCaptures.name(capture));
                    for (Frame frame : frames) {
                        int captured = Math.min(length, frame.bytes().length);
                        byte[] begin = java.util.Arrays.copyOf(frame.bytes(), captured);
                        eye.frame(ByteView.of(begin), frame.linkType(), frame.time(), captured, frame.onWire(), 1);
                    }
                    assertThat(eye.end().faults())
                            .as(PublicCaptures.name(capture) + " cut at " + length)
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void noChangeOfItsBytesIsAFault() throws NotACaptureException {
        for (Path capture : PublicCaptures.all()) {
            List<Frame> frames = frames(capture);
            SplittableRandom random = new SplittableRandom(frames.size());
            for (int mutation = 0; mutation < MUTATIONS; mutation++) {
                try (PacketEye eye = new PacketEye(ProtocolCatalog.all(), FlowLimits.standard(), seen -> {})) {
                    eye.begin(PublicCaptures.name(capture));
                    for (Frame frame : frames) {
                        byte[] bytes = frame.bytes().clone();
                        for (int i = random.nextInt(6); i > 0 && bytes.length > 0; i--) {
                            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                        }
                        eye.frame(ByteView.of(bytes), frame.linkType(), frame.time(), bytes.length, frame.onWire(), 1);
                    }
                    assertThat(eye.end().faults())
                            .as(PublicCaptures.name(capture))
                            .isEmpty();
                }
            }
        }
    }

    private static List<Frame> frames(Path capture) throws NotACaptureException {
        List<Frame> frames = new ArrayList<>();
        CaptureReader.read(
                capture,
                (frame, linkType, time, captured, onWire, number) ->
                        frames.add(new Frame(frame.bytes(), linkType, time, onWire)));
        return frames;
    }
}
