// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.capture.CaptureReader;
import io.netgrade.capture.NotACaptureException;
import io.netgrade.fact.Observation;
import io.netgrade.flow.FlowLimits;
import io.netgrade.flow.PacketEye;
import io.netgrade.packet.Packet;
import io.netgrade.wire.ByteView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * The same traffic shows the same, however it was recorded: with every frame twice, with the talk of different hosts
 * interleaved otherwise, or cut into several files.
 */
class SameTrafficTest {
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Frame(byte[] bytes, int linkType, long time, long onWire) {}

    @Test
    void showsTheSameWithEveryFrameTwice() throws NotACaptureException {
        showsTheSame(SameTrafficTest::twice, 0);
    }

    @Test
    void showsTheSameInAnotherOrderOfTheHosts() throws NotACaptureException {
        showsTheSame(SameTrafficTest::interleaved, 0);
    }

    @Test
    void showsTheSameInSeveralFiles() throws NotACaptureException {
        showsTheSame(frames -> frames, 17);
    }

    /** @param fileOf frames in one file; 0 for all */
    private static void showsTheSame(UnaryOperator<List<Frame>> change, int fileOf) throws NotACaptureException {
        List<Path> captures = new ArrayList<>(TestCaptures.all());
        captures.addAll(PublicCaptures.found());
        List<String> differences = new ArrayList<>();
        int facts = 0;
        for (Path capture : captures) {
            List<Frame> frames = frames(capture);
            Set<String> before = look(frames, 0);
            Set<String> after = look(change.apply(frames), fileOf);
            facts += before.size();
            if (!before.equals(after)) {
                differences.add(difference(capture, before, after));
            }
        }
        assertThat(facts).isGreaterThan(100);
        assertThat(differences).isEmpty();
    }

    private static String difference(Path capture, Set<String> before, Set<String> after) {
        Set<String> lost = new TreeSet<>(before);
        lost.removeAll(after);
        Set<String> gained = new TreeSet<>(after);
        gained.removeAll(before);
        return PublicCaptures.name(capture) + "\n  lost " + lost + "\n  gained " + gained;
    }

    private static List<Frame> twice(List<Frame> frames) {
        List<Frame> twice = new ArrayList<>();
        for (Frame frame : frames) {
            twice.add(frame);
            twice.add(frame);
        }
        return twice;
    }

    /** The order between two hosts stays. */
    private static List<Frame> interleaved(List<Frame> frames) {
        Map<Set<Long>, List<Frame>> talks = new LinkedHashMap<>();
        Packet packet = new Packet();
        for (Frame frame : frames) {
            Packet.Kind kind = packet.read(ByteView.of(frame.bytes()), frame.linkType(), frame.onWire());
            Set<Long> pair = new HashSet<>();
            if (kind == Packet.Kind.TCP || kind == Packet.Kind.UDP) {
                pair.add(packet.sourceHigh() * 31 + packet.sourceLow());
                pair.add(packet.destinationHigh() * 31 + packet.destinationLow());
            }
            talks.computeIfAbsent(pair, any -> new ArrayList<>()).add(frame);
        }
        List<List<Frame>> left = new ArrayList<>(talks.values());
        List<Frame> mixed = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(frames.size());
        while (!left.isEmpty()) {
            int chosen = random.nextInt(left.size());
            List<Frame> talk = left.get(chosen);
            mixed.add(talk.get(0));
            if (talk.size() == 1) {
                left.remove(chosen);
            } else {
                left.set(chosen, talk.subList(1, talk.size()));
            }
        }
        return mixed;
    }

    private static Set<String> look(List<Frame> frames, int fileOf) {
        List<Observation> seen = new ArrayList<>();
        try (PacketEye eye = new PacketEye(ProtocolCatalog.all(), FlowLimits.standard(), seen::add)) {
            eye.begin("0");
            long number = 0;
            for (Frame frame : frames) {
                if (fileOf > 0 && number > 0 && number % fileOf == 0) {
                    eye.end();
                    eye.begin("file " + number / fileOf);
                }
                number++;
                int length = frame.bytes().length;
                eye.frame(ByteView.of(frame.bytes()), frame.linkType(), frame.time(), length, frame.onWire(), number);
            }
            eye.end();
            eye.finish();
        }
        Set<String> said = new HashSet<>();
        seen.forEach(one -> said.add(one.service() + " " + one.fact()));
        return said;
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
