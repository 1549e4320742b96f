// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.capture.CaptureExtent;
import io.netgrade.capture.CaptureReader;
import io.netgrade.capture.NotACaptureException;
import io.netgrade.check.Verdict.Result;
import io.netgrade.fact.Collected;
import io.netgrade.grade.Assessment;
import io.netgrade.grade.Finding;
import io.netgrade.grade.UnitScope;
import io.netgrade.profile.Profile;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every prefix of every capture is read without an exception, and more of the same capture only ever decides: UNKNOWN
 * becomes PASS or FAIL, and neither of these is ever taken back.
 *
 * <p>All prefixes go through the reader. A prefix that ends within a record gives the same frames as the one that ends
 * before it, so what follows the reader is run once for each number of frames.
 */
class CapturePrefixTest {
    private static final UnitScope UNIT =
            new UnitScope("all", "", "", "untrusted", Optional.empty(), seen -> true, tried -> true);

    @TestFactory
    Stream<DynamicTest> everyPrefixIsReadAndMoreOnlyDecides() {
        return TestCaptures.all().stream()
                .map(capture -> DynamicTest.dynamicTest(TestCaptures.name(capture), () -> decidesOnly(capture)));
    }

    @Test
    void theGateHasSomethingToHold() throws Exception {
        Map<String, Result> decided = decidesOnly(TestCaptures.root().resolve("ssh/openssh-9.2p1-weak.pcap"));

        assertThat(decided.values()).contains(Result.PASS, Result.FAIL);
    }

    private static Map<String, Result> decidesOnly(Path capture) throws Exception {
        Profile profile = Judging.profile("miit-telecom");
        byte[] bytes = Files.readAllBytes(capture);
        Map<String, Result> decided = new LinkedHashMap<>();
        for (int length : lengths(bytes)) {
            Collected collected = TestCaptures.examine(Arrays.copyOf(bytes, length));
            assertThat(collected.problems()).as("%s bytes", length).noneMatch(problem -> !problem.unreadable());
            Assessment assessment = Judging.judge(collected, profile, List.of(UNIT), Optional.empty());
            for (Finding finding : assessment.findings()) {
                Result result = finding.verdict().result();
                Result before = decided.get(finding.id());
                assertThat(result)
                        .as("%s at %s after %s bytes", finding.control().id(), finding.endpoint(), length)
                        .isIn(before == null ? List.of(Result.values()) : List.of(before));
                if (result == Result.PASS || result == Result.FAIL) {
                    decided.put(finding.id(), result);
                }
            }
        }
        return decided;
    }

    /** One prefix for each number of frames, the longest; every other length is given to the reader alone. */
    private static List<Integer> lengths(byte[] bytes) {
        TreeSet<Integer> lengths = new TreeSet<>();
        long frames = -1;
        for (int length = bytes.length; length >= 0; length--) {
            long now = frames(Arrays.copyOf(bytes, length));
            if (now != frames && now >= 0) {
                lengths.add(length);
            }
            frames = now;
        }
        return List.copyOf(lengths);
    }

    /** Frames in a prefix; -1 where it is too short to be a capture. */
    private static long frames(byte[] prefix) {
        long[] counted = new long[1];
        try {
            CaptureExtent extent = CaptureReader.read(
                    "prefix",
                    new ByteArrayInputStream(prefix),
                    (frame, linkType, time, captured, original, number) -> counted[0] = number);
            assertThat(extent.packets()).isEqualTo(counted[0]);
            return counted[0];
        } catch (NotACaptureException tooShort) {
            return -1;
        }
    }
}
