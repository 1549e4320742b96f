// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netgrade.capture.CaptureReader;
import io.netgrade.capture.NotACaptureException;
import io.netgrade.fact.Observation;
import io.netgrade.flow.FlowCoverage;
import io.netgrade.flow.FlowLimits;
import io.netgrade.flow.PacketEye;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The public captures with reference answers, where somebody has put them beside the project. */
final class PublicCaptures {
    static final Path ROOT = Path.of(System.getProperty("netgrade.root", ".."), "..", "shared", "captures")
            .normalize();

    private PublicCaptures() {}

    /** What one eye that knows every protocol saw. */
    record Seen(List<Observation> observations, FlowCoverage coverage) {}

    /** Every capture, in name order; skips the test where there are none. */
    static List<Path> all() {
        assumeTrue(Files.isDirectory(ROOT), "skipped: no public captures at " + ROOT);
        return found();
    }

    /** Every capture, in name order, if there are any. */
    static List<Path> found() {
        if (!Files.isDirectory(ROOT)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(ROOT)) {
            return all.filter(file -> file.toString().matches(".*\\.(pcap|pcapng|cap)$"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String name(Path capture) {
        return String.valueOf(capture.getFileName());
    }

    static Seen look(Path capture) throws NotACaptureException {
        List<Observation> seen = new ArrayList<>();
        try (PacketEye eye = new PacketEye(ProtocolCatalog.all(), FlowLimits.standard(), seen::add)) {
            eye.begin(name(capture));
            CaptureReader.read(capture, eye::frame);
            FlowCoverage coverage = eye.end();
            eye.finish();
            return new Seen(seen, coverage);
        }
    }
}
