// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netgrade.capture.CaptureReader;
import io.netgrade.capture.NotACaptureException;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.fact.Observation;
import io.netgrade.flow.FlowLimits;
import io.netgrade.flow.PacketEye;
import io.netgrade.scan.ProtocolCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What netgrade sees in the public captures, read once for all tests of this folder; they are skipped where it is absent. */
final class PublicCaptures {
    private static final Path FOLDER = Path.of(System.getProperty("netgrade.root", ".."), "..", "shared", "captures")
            .normalize();
    private static final Path EXPECTED = FOLDER.resolve("expected");

    private PublicCaptures() {}

    /** Observations by the capture's file name. */
    static Map<String, List<Observation>> seen() {
        assumeTrue(Files.isDirectory(EXPECTED), "skipped: no public captures at " + FOLDER);
        return Read.SEEN;
    }

    static List<String> expected(String file) throws IOException {
        return Files.readAllLines(EXPECTED.resolve(file));
    }

    static Stream<Observation> facts(List<Observation> seen, String... types) {
        List<String> wanted = List.of(types);
        return seen.stream().filter(one -> wanted.contains(one.fact().type()));
    }

    /** Address and port, a blank between. */
    static String place(Observation one) {
        Endpoint endpoint = one.service().endpoint();
        return Endpoint.text(endpoint.address()) + " " + endpoint.port();
    }

    /** A text of the fact, or a dash. */
    static String text(Observation one, String field) {
        return one.fact().text(field).orElse("-");
    }

    private static final class Read {
        private static final Map<String, List<Observation>> SEEN = all();

        private static Map<String, List<Observation>> all() {
            Map<String, List<Observation>> seen = new TreeMap<>();
            try (Stream<Path> all = Files.walk(FOLDER)) {
                for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                    if (!file.startsWith(EXPECTED)) {
                        seen.computeIfAbsent(file.getFileName().toString(), name -> new ArrayList<>())
                                .addAll(read(file));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return seen;
        }

        private static List<Observation> read(Path file) throws IOException {
            List<Observation> seen = new ArrayList<>();
            try (PacketEye eye = new PacketEye(ProtocolCatalog.all(), FlowLimits.standard(), seen::add)) {
                eye.begin(file.toString());
                CaptureReader.read(file, eye::frame);
                assertThat(eye.end().faults()).as("%s", file).isEmpty();
            } catch (NotACaptureException e) {
                assertThat(seen).isEmpty();
            }
            return seen;
        }
    }
}
