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
import io.netgrade.json.JsonFault;
import io.netgrade.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What netgrade reads of public captures against what tshark, and the authors of JA4, read of them. */
class TlsAgainstTsharkTest {
    private static final Path CAPTURES = Path.of(System.getProperty("netgrade.root", ".."), "..", "shared", "captures")
            .normalize();
    private static final Path EXPECTED = CAPTURES.resolve("expected");

    /** Captures in which tshark sees what netgrade does not, or the other way round, each with its reason. */
    private static final Map<String, String> DIFFERENCES = Map.ofEntries(
            Map.entry("4in6tunnel.pcap", "inside a tunnel"),
            Map.entry("6in4tunnel.pcap", "inside a tunnel"),
            Map.entry("KakaoTalk_talk.pcap", "tshark takes port 8080 for HTTP"),
            Map.entry("anydesk.pcapng", "tshark takes port 80 for HTTP; it also lists the clients' certificates"),
            Map.entry("chrome-cloudflare-quic-with-secrets.pcapng", "tshark decrypts with secrets in the capture"),
            Map.entry("gnutella.pcap", "after words of Gnutella; tshark takes port 6888 for BitTorrent"),
            Map.entry("google_ssl.pcap", "tshark gives up where segments come late and out of order"),
            Map.entry("haproxy.pcap", "after a line of the PROXY protocol"),
            Map.entry("http2-with-cookies.pcapng", "tshark decrypts with secrets in the capture"),
            Map.entry("http_connect.pcap", "after HTTP CONNECT"),
            Map.entry("https-connect.pcap", "after HTTP CONNECT"),
            Map.entry("imap-starttls.pcap", "after STARTTLS, which TLS alone does not read"),
            Map.entry("ldap-ssl.pcap", "after StartTLS of LDAP"),
            Map.entry("malware.pcap", "tshark gives up where segments come out of order"),
            Map.entry("nomachine.pcapng", "after words of NX"),
            Map.entry("ookla.pcap", "tshark takes port 8080 for HTTP"),
            Map.entry("openvpn_tcp_multi.pcap", "inside OpenVPN"),
            Map.entry("ossfuzz_seed_fake_traces_1.pcapng", "fuzzed: the stream begins with a byte that is no TLS"),
            Map.entry("pop3_stls.pcap", "after STLS"),
            Map.entry("pppoe.pcap", "inside PPPoE"),
            Map.entry("ssl-selfsign.pcap", "tshark also lists the client's certificate"),
            Map.entry("tls-non-ascii-alpn.pcapng", "the authors' tool writes 99 where their text asks for hexadecimal"),
            Map.entry(
                    "tls_client_certificate_with_missing_server_one.pcapng",
                    "tshark also lists the client's certificate"),
            Map.entry("tls_heur__trojan-tcp-tls.pcapng", "after words of SOCKS"),
            Map.entry("tls_heur__vmess-tcp-tls.pcapng", "after words of SOCKS"),
            Map.entry("tls_heur__vmess-tcp.pcapng", "after words of SOCKS"),
            Map.entry("tls_heur__vmess-websocket.pcapng", "after words of SOCKS"),
            Map.entry("tls_invalid_reads.pcap", "fuzzed: broken hellos, and a SYN whose length claims 4 KiB"),
            Map.entry("tls_port_80.pcapng", "tshark takes port 80 for HTTP"));

    private static final Map<String, List<Observation>> SEEN = new TreeMap<>();

    @BeforeAll
    static void readTheCaptures() throws IOException {
        assumeTrue(Files.isDirectory(EXPECTED), "skipped: no public captures at " + CAPTURES);
        try (Stream<Path> all = Files.walk(CAPTURES)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                if (!file.startsWith(EXPECTED)) {
                    SEEN.computeIfAbsent(file.getFileName().toString(), name -> new ArrayList<>())
                            .addAll(read(file));
                }
            }
        }
    }

    private static List<Observation> read(Path file) {
        List<Observation> seen = new ArrayList<>();
        try (PacketEye eye = new PacketEye(List.of(new TlsProtocol()), FlowLimits.standard(), seen::add)) {
            eye.begin(file.toString());
            CaptureReader.read(file, eye::frame);
            assertThat(eye.end().faults()).as("%s", file).isEmpty();
        } catch (NotACaptureException e) {
            assertThat(seen).isEmpty();
        }
        return seen;
    }

    @Test
    void readsTheServerHellosOfTshark() throws Exception {
        Set<String> ours = new TreeSet<>();
        SEEN.forEach((capture, seen) -> of(seen, TlsFacts.SERVER_HELLO.id())
                .forEach(one -> ours.add(String.join(
                        " ", capture, place(one), text(one, "version"), text(one, "suite"), text(one, "ja3s")))));
        compare("server hellos", expected("tls-server-hello", TlsAgainstTsharkTest::serverHello), ours, 212);
    }

    @Test
    void readsTheClientHellosOfTshark() throws Exception {
        Set<String> ours = new TreeSet<>();
        SEEN.forEach((capture, seen) -> of(seen, TlsFacts.CLIENT_HELLO.id())
                .forEach(one -> ours.add(String.join(
                        " ",
                        capture,
                        place(one),
                        text(one, "sni"),
                        one.fact().names("alpn").toString(),
                        text(one, "ja3")))));
        compare("client hellos", expected("tls-client-hello", TlsAgainstTsharkTest::clientHello), ours, 238);
    }

    @Test
    void readsTheCertificatesOfTshark() throws Exception {
        Set<String> ours = new TreeSet<>();
        SEEN.forEach((capture, seen) -> of(seen, TlsFacts.CERTIFICATE.id())
                .forEach(one -> ours.add(String.join(" ", capture, place(one), text(one, "sha256")))));
        compare("certificates", expected("tls-certificates", TlsAgainstTsharkTest::certificates), ours, 197);
    }

    @Test
    void computesTheJa4OfItsAuthors() throws Exception {
        Set<String> theirs = new TreeSet<>();
        Set<String> captures = new TreeSet<>();
        String capture = "";
        Pattern name = Pattern.compile("^ \"(.*)\": \\[");
        Pattern value = Pattern.compile("\"JA4(?:\\.\\d+)?\": \"(t.*)\"");
        for (String line : Files.readAllLines(EXPECTED.resolve("ja4.json"))) {
            Matcher opens = name.matcher(line);
            capture = opens.find() ? opens.group(1) : capture;
            captures.add(capture);
            Matcher holds = value.matcher(line);
            if (holds.find()) {
                theirs.add(capture + " " + holds.group(1));
            }
        }
        Set<String> ours = new TreeSet<>();
        SEEN.forEach((file, seen) -> of(seen, TlsFacts.CLIENT_HELLO.id())
                .filter(one -> captures.contains(file))
                .forEach(one -> ours.add(file + " " + text(one, "ja4"))));
        compare("JA4", theirs, ours, 12);
    }

    /** @param atLeast how many agreed when this was written */
    private static void compare(String what, Set<String> theirs, Set<String> ours, int atLeast) {
        Set<String> missing = new TreeSet<>(theirs);
        missing.removeAll(ours);
        Set<String> more = new TreeSet<>(ours);
        more.removeAll(theirs);
        System.out.println(what + ": " + theirs.size() + " expected, " + (theirs.size() - missing.size()) + " agree, "
                + more.size() + " more");
        assertThat(theirs.size() - missing.size()).as("%s that agree", what).isGreaterThanOrEqualTo(atLeast);
        assertThat(Stream.concat(missing.stream(), more.stream())
                        .filter(one -> !DIFFERENCES.containsKey(one.substring(0, one.indexOf(' ')))))
                .as("differences without a reason")
                .isEmpty();
    }

    private static Set<String> expected(String kind, Reading reading) throws IOException, JsonFault {
        Set<String> lines = new TreeSet<>();
        for (String line : Files.readAllLines(EXPECTED.resolve("tshark-facts.jsonl"))) {
            JsonObject one = JsonObject.read(line);
            if (one.text("kind").equals(kind) && one.text("transport").equals("tcp")) {
                lines.addAll(reading.of(one));
            }
        }
        return lines;
    }

    private interface Reading {
        List<String> of(JsonObject line) throws JsonFault;
    }

    private static List<String> serverHello(JsonObject line) throws JsonFault {
        List<String> versions = line.texts("supported_version");
        String version = versions.isEmpty() ? line.texts("legacy_version").get(0) : versions.get(0);
        return List.of(String.join(
                " ",
                line.text("capture"),
                line.text("server"),
                String.valueOf(line.number("port")),
                TlsVersion.name(Integer.decode(version)),
                TlsSuite.of(Integer.decode(line.texts("cipher").get(0))).name(),
                line.texts("ja3s").get(0)));
    }

    private static List<String> clientHello(JsonObject line) throws JsonFault {
        return List.of(String.join(
                " ",
                line.text("capture"),
                line.text("server"),
                String.valueOf(line.number("port")),
                first(line.texts("sni")),
                line.texts("alpn").toString(),
                first(line.texts("ja3"))));
    }

    private static List<String> certificates(JsonObject line) throws JsonFault {
        String place = String.join(" ", line.text("capture"), line.text("sender"), String.valueOf(line.number("port")));
        return line.texts("sha256").stream().map(sha -> place + " " + sha).toList();
    }

    private static String first(List<String> texts) {
        return texts.isEmpty() ? "-" : texts.get(0);
    }

    private static Stream<Observation> of(List<Observation> seen, String type) {
        return seen.stream().filter(one -> one.fact().type().equals(type));
    }

    private static String place(Observation one) {
        Endpoint endpoint = one.service().endpoint();
        return Endpoint.text(endpoint.address()) + " " + endpoint.port();
    }

    private static String text(Observation one, String field) {
        Optional<String> text = one.fact().text(field);
        return text.orElse("-");
    }
}
