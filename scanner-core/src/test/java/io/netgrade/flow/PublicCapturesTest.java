// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netgrade.capture.CaptureExtent;
import io.netgrade.capture.CaptureReader;
import io.netgrade.fact.Observation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every public capture, odd and broken ones among them, is read to its end or to the place it tells. */
class PublicCapturesTest {
    private static final Path CAPTURES = Path.of(System.getProperty("netgrade.root", ".."), "..", "shared", "captures")
            .normalize();

    @Test
    void readsEveryPublicCaptureWithoutAFault() throws Exception {
        assumeTrue(Files.isDirectory(CAPTURES), "skipped: no public captures at " + CAPTURES);
        List<Path> files;
        try (Stream<Path> all = Files.walk(CAPTURES)) {
            files = all.filter(file -> file.toString().matches(".*\\.(pcap|pcapng|cap)$"))
                    .toList();
        }
        List<Observation> seen = new ArrayList<>();
        long packets = 0;
        long flows = 0;

        try (PacketEye eye =
                new PacketEye(List.of(FakeProtocol.saying("http", "GET ")), FlowLimits.standard(), seen::add)) {
            for (Path file : files) {
                eye.begin(file.toString());
                CaptureExtent extent = CaptureReader.read(file, eye::frame);
                FlowCoverage coverage = eye.end();
                assertThat(extent.truncated() || extent.problem().isEmpty())
                        .as("%s: %s", file, extent)
                        .isTrue();
                assertThat(coverage.faults()).isEmpty();
                packets += extent.packets();
                flows += coverage.flows();
            }
        }

        assertThat(files).hasSizeGreaterThan(100);
        assertThat(packets).isGreaterThan(10_000);
        assertThat(flows).isGreaterThan(1000);
        assertThat(seen).isNotEmpty();
    }
}
