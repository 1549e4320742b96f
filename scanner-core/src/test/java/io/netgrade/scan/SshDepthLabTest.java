// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Fact;
import io.netgrade.fact.FactType;
import io.netgrade.lab.DropbearServer;
import io.netgrade.lab.Lab;
import io.netgrade.lab.LabServer;
import io.netgrade.lab.OpenSshServer;
import io.netgrade.lab.RunningServer;
import io.netgrade.protocol.ssh.SshFacts;
import io.netgrade.protocol.ssh.SshProtocol;
import io.netgrade.testing.SideBySide;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** OpenSSH and Dropbear of the lab, strong and weak, as netgrade and as ssh-audit of the lab tree see them. */
class SshDepthLabTest {

    static Stream<LabServer> servers() {
        return Stream.of(OpenSshServer.strong(), OpenSshServer.weak(), DropbearServer.strong(), DropbearServer.weak());
    }

    @SideBySide
    @ParameterizedTest
    @MethodSource("servers")
    void findsWhatSshAuditFinds(LabServer server) throws Exception {
        Assumptions.assumeTrue(
                Files.exists(Lab.tree().root().resolve("usr/bin/ssh-audit")), "the lab tree has no ssh-audit");
        try (RunningServer running = Lab.start(server)) {
            LabLook look = LabLook.at(running, List.of(new SshProtocol()));
            JsonNode audit = audit(running);

            assertThat(names(look, SshFacts.KEY_EXCHANGES)).isEqualTo(names(audit.path("kex")));
            assertThat(names(look, SshFacts.HOST_KEY_ALGORITHMS)).isEqualTo(names(audit.path("key")));
            assertThat(names(look, SshFacts.CIPHERS)).isEqualTo(names(audit.path("enc")));
            assertThat(names(look, SshFacts.MACS)).isEqualTo(names(audit.path("mac")));
            assertThat(fingerprints(look)).isEqualTo(fingerprints(audit));
            assertThat(smallestGroup(look)).isEqualTo(smallestGroup(audit));
            assertThat(look.facts(SshFacts.HOST_KEY)).allMatch(Fact::complete);
        }
    }

    @SideBySide
    @Test
    void tellsTheGroupsThatAnOldServerHandsOut() throws Exception {
        LabLook look = LabLook.at(OpenSshServer.weak(), List.of(new SshProtocol()));

        assertThat(look.facts(SshFacts.GROUP))
                .containsExactly(
                        SshFacts.GROUP.complete(2048), SshFacts.GROUP.complete(3072), SshFacts.GROUP.complete(4096));
    }

    @SideBySide
    @Test
    void tellsThatDropbearHandsOutNoGroupAndShowsItsBanner() throws Exception {
        LabLook look = LabLook.at(DropbearServer.strong(), List.of(new SshProtocol()));

        assertThat(look.facts(SshFacts.GROUP)).containsExactly(SshFacts.GROUP.none());
        assertThat(look.facts(SshFacts.BANNER))
                .containsExactly(SshFacts.BANNER.complete(true, "Authorised users only."));
        assertThat(look.facts(SshFacts.AUTHENTICATION_METHODS))
                .containsExactly(SshFacts.AUTHENTICATION_METHODS.complete(List.of("publickey"), false));
        assertThat(look.facts(CommonFacts.SOFTWARE).get(0).text("product")).contains("Dropbear");
    }

    @SideBySide
    @Test
    void tellsThatWeakDropbearTakesPasswordsAndShowsNothing() throws Exception {
        LabLook look = LabLook.at(DropbearServer.weak(), List.of(new SshProtocol()));

        assertThat(look.facts(SshFacts.BANNER)).containsExactly(SshFacts.BANNER.complete(false, null));
        assertThat(look.facts(SshFacts.AUTHENTICATION_METHODS).get(0).names("methods"))
                .contains("password");
        assertThat(look.facts(SshFacts.HOST_KEY))
                .extracting(key -> key.number("bits").orElseThrow())
                .containsExactlyInAnyOrder(1024L, 256L);
    }

    private static JsonNode audit(RunningServer running) throws IOException {
        String command = "ssh-audit -jj -p " + running.port() + " " + running.address() + " || true";
        return new ObjectMapper().readTree(running.place().run("sh", "-c", command));
    }

    private static Set<String> names(LabLook look, FactType type) {
        return new TreeSet<>(look.facts(type).get(0).names("algorithms"));
    }

    private static Set<String> names(JsonNode algorithms) {
        Set<String> names = new TreeSet<>();
        algorithms.forEach(each -> names.add(
                each.isTextual() ? each.asText() : each.path("algorithm").asText()));
        return names;
    }

    /** Without ECDSA, of which ssh-audit says nothing. */
    private static Set<String> fingerprints(LabLook look) {
        Set<String> fingerprints = new TreeSet<>();
        look.facts(SshFacts.HOST_KEY).stream()
                .filter(key -> !key.text("type").orElseThrow().startsWith("ecdsa"))
                .forEach(key -> fingerprints.add(key.text("fingerprint").orElseThrow()));
        return fingerprints;
    }

    private static Set<String> fingerprints(JsonNode audit) {
        Set<String> fingerprints = new TreeSet<>();
        audit.path("fingerprints").forEach(each -> {
            if (each.path("hash_alg").asText().equals("SHA256")) {
                fingerprints.add("SHA256:" + each.path("hash").asText());
            }
        });
        return fingerprints;
    }

    private static long smallestGroup(LabLook look) {
        return look.facts(SshFacts.GROUP).stream()
                .mapToLong(group -> group.number("bits").orElse(Long.MAX_VALUE))
                .filter(bits -> bits < Long.MAX_VALUE)
                .min()
                .orElse(0);
    }

    private static long smallestGroup(JsonNode audit) {
        long smallest = 0;
        for (JsonNode each : audit.path("kex")) {
            if (each.path("algorithm").asText().contains("group-exchange")) {
                smallest = each.path("keysize").asLong();
            }
        }
        return smallest;
    }
}
