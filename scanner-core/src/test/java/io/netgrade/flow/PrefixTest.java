// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netgrade.capture.CaptureReader;
import io.netgrade.capture.NotACaptureException;
import io.netgrade.fact.Observation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A capture that was cut off anywhere is read as far as it goes, and says no more than the whole one. */
class PrefixTest {
    private static final Path CAPTURES = Path.of(System.getProperty("netgrade.root", ".."), "..", "shared", "captures")
            .normalize();

    @ParameterizedTest
    @ValueSource(strings = {"mercury", "arkime"})
    void readsEveryPrefix(String folder) throws IOException {
        assumeTrue(Files.isDirectory(CAPTURES), "skipped: no public captures at " + CAPTURES);
        byte[] whole = Files.readAllBytes(smallHttp(CAPTURES.resolve(folder)));
        List<Observation> all = seen(whole, whole.length);

        for (int length = 0; length <= whole.length; length += length < 300 ? 1 : 37) {
            List<Observation> some = seen(whole, length);

            assertThat(some).isEqualTo(all.subList(0, some.size()));
        }
        assertThat(all).isNotEmpty();
    }

    private static Path smallHttp(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted()
                    .filter(file -> file.getFileName().toString().contains("http"))
                    .filter(file -> file.toFile().length() < 100_000)
                    .filter(PrefixTest::holdsARequest)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static boolean holdsARequest(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return !seen(bytes, bytes.length).isEmpty();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<Observation> seen(byte[] bytes, int length) {
        List<Observation> seen = new ArrayList<>();
        try (PacketEye eye =
                new PacketEye(List.of(FakeProtocol.saying("http", "GET ")), FlowLimits.standard(), seen::add)) {
            eye.begin("prefix");
            CaptureReader.read("prefix", new ByteArrayInputStream(Arrays.copyOf(bytes, length)), eye::frame);
            assertThat(eye.end().faults()).isEmpty();
        } catch (NotACaptureException e) {
            assertThat(length).isLessThan(28);
        }
        return seen;
    }
}
