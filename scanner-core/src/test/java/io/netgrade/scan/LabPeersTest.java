// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netgrade.fact.Fact;
import io.netgrade.fact.FactType;
import io.netgrade.lab.Lab;
import io.netgrade.lab.LabServer;
import io.netgrade.lab.NginxServer;
import io.netgrade.lab.OpenSshServer;
import io.netgrade.lab.RunningServer;
import io.netgrade.protocol.ssh.SshFacts;
import io.netgrade.protocol.tls.TlsFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same servers asked by ssh-audit and sslscan of the lab tree: the lists must be equal, name by name. */
class LabPeersTest {
    /** {@code <cipher status="accepted" sslversion="TLSv1.2" bits="256" cipher="ECDHE-..." id="0xC02C" ...>} */
    private static final Pattern ACCEPTED = Pattern.compile(
            "<cipher status=\"(?:accepted|preferred)\" sslversion=\"([^\"]+)\"[^>]* id=\"0x([0-9A-Fa-f]+)\"");

    private static final Pattern ENABLED =
            Pattern.compile("<protocol type=\"(ssl|tls)\" version=\"([0-9.]+)\" enabled=\"1\"");

    static Stream<LabServer> sshServers() {
        return Stream.of(OpenSshServer.strong(), OpenSshServer.weak());
    }

    static Stream<LabServer> tlsServers() {
        return Stream.of(NginxServer.strong(), NginxServer.weak());
    }

    @ParameterizedTest
    @MethodSource("sshServers")
    void offersWhatSshAuditFinds(LabServer server) throws Exception {
        needs("ssh-audit");
        try (RunningServer running = Lab.start(server)) {
            LabLook look = LabLook.at(running, ProtocolCatalog.asked());
            JsonNode audit = new ObjectMapper()
                    .readTree(said(running, "ssh-audit -jj -p " + running.port() + " " + running.address()));

            assertThat(names(look, SshFacts.KEY_EXCHANGES)).isEqualTo(names(audit.path("kex")));
            assertThat(names(look, SshFacts.HOST_KEY_ALGORITHMS)).isEqualTo(names(audit.path("key")));
            assertThat(names(look, SshFacts.CIPHERS)).isEqualTo(names(audit.path("enc")));
            assertThat(names(look, SshFacts.MACS)).isEqualTo(names(audit.path("mac")));
        }
    }

    @ParameterizedTest
    @MethodSource("tlsServers")
    void acceptsWhatSslscanFinds(LabServer server) throws Exception {
        needs("sslscan");
        try (RunningServer running = Lab.start(server)) {
            LabLook look = LabLook.at(running, ProtocolCatalog.asked());
            String scan = said(running, "sslscan --xml=- " + running.address() + ":" + running.port());

            Set<String> versions = new TreeSet<>();
            for (Matcher found = ENABLED.matcher(scan); found.find(); ) {
                versions.add((found.group(1).equals("ssl") ? "SSLv" : "TLSv") + found.group(2));
            }
            assertThat(new TreeSet<>(
                            look.facts(TlsFacts.VERSIONS_ACCEPTED).get(0).names("versions")))
                    .isEqualTo(versions);
            assertThat(suites(look)).isEqualTo(suites(scan));
        }
    }

    @ParameterizedTest
    @MethodSource("tlsServers")
    void readsTheCertificateThatSslscanReads(LabServer server) throws Exception {
        needs("sslscan");
        try (RunningServer running = Lab.start(server)) {
            Fact ours = LabLook.at(running, ProtocolCatalog.asked())
                    .facts(TlsFacts.CERTIFICATE)
                    .get(0);
            String scan = said(running, "sslscan --xml=- " + running.address() + ":" + running.port());

            // Of a name sslscan has the common name.
            assertThat(found(ours.text("subject").orElseThrow(), "CN=([^,]*)"))
                    .isEqualTo(found(scan, "<subject><!\\[CDATA\\[([^]]*)]]"));
            assertThat(found(ours.text("issuer").orElseThrow(), "CN=([^,]*)"))
                    .isEqualTo(found(scan, "<issuer><!\\[CDATA\\[([^]]*)]]"));
            assertThat(ours.text("key-algorithm")).contains(found(scan, "<pk [^>]*type=\"([A-Z]+)\""));
            // Of an elliptic key sslscan has the curve, and for bits how many a symmetric key as strong would have.
            boolean elliptic = ours.text("curve").isPresent();
            assertThat(ours.text("curve")
                            .map(curve -> curve.replace("secp256r1", "prime256v1"))
                            .or(() -> ours.number("key-bits").map(String::valueOf)))
                    .contains(found(scan, "<pk [^>]*" + (elliptic ? "curve_name" : "bits") + "=\"([^\"]*)\""));
            assertThat(ours.text("signature-algorithm").map(LabPeersTest::sorted))
                    .contains(sorted(found(scan, "<signature-algorithm>([^<]*)<")));
            assertThat(String.valueOf(ours.flag("self-signed").orElseThrow()))
                    .isEqualTo(found(scan, "<self-signed>([^<]*)<"));
            assertThat(ours.instant("not-before")).contains(moment(found(scan, "<not-valid-before>([^<]*)<")));
            assertThat(ours.instant("not-after")).contains(moment(found(scan, "<not-valid-after>([^<]*)<")));
        }
    }

    private static String found(String scan, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(scan);
        assertThat(matcher.find()).as("%s in %s", pattern, scan).isTrue();
        return matcher.group(1);
    }

    /** The parts of an algorithm's name, as {@code ecdsa-with-SHA256} and {@code SHA256withECDSA} have them. */
    private static Set<String> sorted(String algorithm) {
        return new TreeSet<>(List.of(algorithm
                .toLowerCase(Locale.ROOT)
                .replace("encryption", "")
                .replace("-", "")
                .split("with")));
    }

    private static Instant moment(String openssl) {
        return ZonedDateTime.parse(openssl, DateTimeFormatter.ofPattern("MMM ppd HH:mm:ss yyyy z", Locale.ENGLISH))
                .toInstant();
    }

    private static void needs(String tool) {
        Assumptions.assumeTrue(
                Files.exists(Lab.tree().root().resolve("usr/bin/" + tool)), "the lab tree has no " + tool);
    }

    /** What a peer prints; it may end with a status of its own where it finds fault. */
    private static String said(RunningServer running, String command) throws IOException {
        return running.place().run("sh", "-c", command + " || true");
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

    private static Map<String, Set<String>> suites(LabLook look) {
        Map<String, Set<String>> suites = new TreeMap<>();
        for (Fact fact : look.facts(TlsFacts.SUITES_ACCEPTED)) {
            suites.put(fact.text("version").orElseThrow(), new TreeSet<>(fact.names("suites")));
        }
        return suites;
    }

    /** By number, as sslscan has OpenSSL's names for them. */
    private static Map<String, Set<String>> suites(String scan) throws IOException {
        Map<Integer, String> names = registry();
        Map<String, Set<String>> suites = new TreeMap<>();
        for (Matcher found = ACCEPTED.matcher(scan); found.find(); ) {
            int number = Integer.parseInt(found.group(2), 16);
            suites.computeIfAbsent(found.group(1), any -> new TreeSet<>())
                    .add(names.getOrDefault(number, "0x" + found.group(2)));
        }
        return suites;
    }

    private static Map<Integer, String> registry() throws IOException {
        Map<Integer, String> names = new HashMap<>();
        String standard =
                Lab.tree().run(List.of("openssl", "ciphers", "-V", "-stdname", "ALL:COMPLEMENTOFALL:@SECLEVEL=0"));
        Matcher line =
                Pattern.compile("0x([0-9A-F]{2}),0x([0-9A-F]{2}) - (\\S+)").matcher(standard);
        while (line.find()) {
            names.put(Integer.parseInt(line.group(1) + line.group(2), 16), line.group(3));
        }
        return names;
    }
}
