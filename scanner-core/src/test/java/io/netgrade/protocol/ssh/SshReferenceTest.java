// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netgrade.capture.CaptureReader;
import io.netgrade.capture.NotACaptureException;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.fact.Fact;
import io.netgrade.fact.FactType;
import io.netgrade.fact.Observation;
import io.netgrade.flow.FlowLimits;
import io.netgrade.flow.PacketEye;
import io.netgrade.json.JsonFault;
import io.netgrade.json.JsonObject;
import io.netgrade.scan.ProtocolCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What public captures show of SSH servers, compared with what tshark reads in them. */
class SshReferenceTest {
    private static final Path CAPTURES = Path.of(System.getProperty("netgrade.root", ".."), "..", "shared", "captures")
            .normalize();
    private static final Path ANSWERS = CAPTURES.resolve("expected").resolve("tshark-facts.jsonl");

    private final Map<String, List<Observation>> observed = new HashMap<>();

    @Test
    void agreesWithTshark() throws IOException, JsonFault, NotACaptureException {
        assumeTrue(Files.isReadable(ANSWERS), "skipped: no public captures with answers at " + CAPTURES);
        int compared = 0;
        for (String line : Files.readAllLines(ANSWERS)) {
            JsonObject answer = JsonObject.read(line);
            if (answer.text("kind").equals("ssh") && answer.number("sender_port") == 22) {
                compared += compare(answer);
            }
        }

        assertThat(compared).isGreaterThan(30);
    }

    /** How many values were compared. */
    private int compare(JsonObject answer) throws IOException, JsonFault, NotACaptureException {
        String capture = answer.text("capture");
        List<Observation> seen = observed(capture).stream()
                .filter(one -> Endpoint.text(one.service().endpoint().address()).equals(address(answer)))
                .toList();
        int compared = 0;
        for (String identification : answer.texts("identification")) {
            assertThat(seen)
                    .as(capture)
                    .anyMatch(one -> one.evidence().excerpt().equals(identification));
            compared++;
        }
        compared += lists(answer, "kex", seen, SshFacts.KEY_EXCHANGES, "algorithms");
        compared += lists(answer, "host_keys", seen, SshFacts.HOST_KEY_ALGORITHMS, "algorithms");
        compared += lists(answer, "encryption_s2c", seen, SshFacts.CIPHERS, "server-to-client");
        compared += lists(answer, "mac_s2c", seen, SshFacts.MACS, "server-to-client");
        return compared;
    }

    private static int lists(JsonObject answer, String member, List<Observation> seen, FactType type, String field)
            throws JsonFault {
        List<String> lists = answer.texts(member);
        for (String list : lists) {
            assertThat(seen.stream().map(Observation::fact).filter(fact -> fact.is(type)))
                    .as(answer.text("capture") + " " + member)
                    .extracting(fact -> String.join(",", fact.names(field)))
                    .contains(list);
        }
        return lists.size();
    }

    private static String address(JsonObject answer) {
        return answer.optionalText("sender").orElse("");
    }

    private List<Observation> observed(String capture) throws IOException, NotACaptureException {
        List<Observation> known = observed.get(capture);
        if (known != null) {
            return known;
        }
        List<Observation> seen = new ArrayList<>();
        try (Stream<Path> all = Files.walk(CAPTURES);
                PacketEye eye = new PacketEye(ProtocolCatalog.all(), FlowLimits.standard(), seen::add)) {
            for (Path file : all.filter(file -> file.endsWith(capture)).toList()) {
                eye.begin(file.toString());
                CaptureReader.read(file, eye::frame);
                assertThat(eye.end().faults()).isEmpty();
            }
        }
        assertThat(seen.stream().map(Observation::fact).filter(Fact::complete)).isNotEmpty();
        observed.put(capture, seen);
        return seen;
    }
}
