// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import static io.netgrade.protocol.tls.PublicCaptures.facts;
import static io.netgrade.protocol.tls.PublicCaptures.place;
import static io.netgrade.protocol.tls.PublicCaptures.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.Observation;
import io.netgrade.json.JsonFault;
import io.netgrade.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
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
    /** Captures in which tshark sees what netgrade does not, or the other way round, each with its reason. */
    private static final Map<String, String> DIFFERENCES = Map.ofEntries(
            Map.entry("6in4tunnel.pcap", "tshark names the end of the tunnel for the server inside it"),
            Map.entry("KakaoTalk_talk.pcap", "tshark takes port 8080 for HTTP"),
            Map.entry("anydesk.pcapng", "tshark takes port 80 for HTTP"),
            Map.entry("chrome-cloudflare-quic-with-secrets.pcapng", "tshark decrypts with secrets in the capture"),
            Map.entry("gnutella.pcap", "after words of Gnutella; tshark takes port 6888 for BitTorrent"),
            Map.entry("google_ssl.pcap", "tshark gives up where segments come late and out of order"),
            Map.entry("heuristic_tcp_ack_payload.pcap", "tshark takes zeros that pad an ACK for payload"),
            Map.entry("http2-with-cookies.pcapng", "tshark decrypts with secrets in the capture"),
            Map.entry("malware.pcap", "tshark gives up where segments come out of order"),
            Map.entry("nomachine.pcapng", "after words of NX"),
            Map.entry("ookla.pcap", "tshark takes port 8080 for HTTP"),
            Map.entry("openvpn_tcp_multi.pcap", "inside OpenVPN"),
            Map.entry("ossfuzz_seed_fake_traces_1.pcapng", "fuzzed: the stream begins with a byte that is no TLS"),
            Map.entry("quic-33.pcapng", "tshark decrypts with secrets in the capture"),
            Map.entry("quic-forcing-vn-with-data.pcapng", "tshark gives up behind a version negotiation"),
            Map.entry("quic-v2.pcapng", "tshark decrypts with secrets in the capture"),
            Map.entry("tls_invalid_reads.pcap", "fuzzed: broken hellos, and a SYN whose length claims 4 KiB"),
            Map.entry("tls_port_80.pcapng", "tshark takes port 80 for HTTP"));

    private static Map<String, List<Observation>> seen = new TreeMap<>();

    @BeforeAll
    static void readTheCaptures() {
        seen = PublicCaptures.seen();
    }

    @Test
    void readsTheServerHellosOfTshark() throws Exception {
        Set<String> ours = new TreeSet<>();
        seen.forEach((capture, all) -> facts(all, "tls.server-hello")
                .forEach(one -> ours.add(String.join(
                        " ", capture, place(one), text(one, "version"), text(one, "suite"), text(one, "ja3s")))));
        compare("server hellos", expected("tls-server-hello", TlsAgainstTsharkTest::serverHello), ours, 222);
    }

    @Test
    void readsTheClientHellosOfTshark() throws Exception {
        Set<String> ours = new TreeSet<>();
        seen.forEach((capture, all) -> facts(all, "tls.client-hello", "quic.client-hello")
                .filter(one -> one.service().protocol().equals("tls")
                        || one.fact().text("ja3").isPresent())
                .forEach(one -> ours.add(String.join(
                        " ",
                        capture,
                        place(one),
                        text(one, "sni"),
                        one.fact().names("alpn").toString(),
                        text(one, "ja3")))));
        compare("client hellos", expected("tls-client-hello", TlsAgainstTsharkTest::clientHello), ours, 280);
    }

    /** Without their place: those of clients are told of the server that they were sent to. */
    @Test
    void readsTheCertificatesOfTshark() throws Exception {
        Set<String> ours = new TreeSet<>();
        seen.forEach((capture, all) -> facts(all, "tls.certificate", "tls.client-certificate-sent")
                .forEach(one -> ours.add(capture + " " + text(one, "sha256"))));
        compare("certificates", expected("tls-certificates", TlsAgainstTsharkTest::certificates), ours, 176);
    }

    @Test
    void computesTheJa4OfItsAuthors() throws Exception {
        Set<String> theirs = new TreeSet<>();
        Set<String> captures = new TreeSet<>();
        String capture = "";
        Pattern name = Pattern.compile("^ \"(.*)\": \\[");
        Pattern value = Pattern.compile("\"JA4(?:\\.\\d+)?\": \"(t.*)\"");
        for (String line : PublicCaptures.expected("ja4.json")) {
            Matcher opens = name.matcher(line);
            capture = opens.find() ? opens.group(1) : capture;
            captures.add(capture);
            Matcher holds = value.matcher(line);
            if (holds.find()) {
                theirs.add(capture + " " + holds.group(1));
            }
        }
        Set<String> ours = new TreeSet<>();
        seen.forEach((file, all) -> facts(all, "tls.client-hello")
                .filter(one -> captures.contains(file))
                .forEach(one -> ours.add(file + " " + text(one, "ja4"))));
        Set<String> more = new TreeSet<>(ours);
        more.removeAll(theirs);

        assertThat(ours).containsAll(theirs);
        // The authors' tool does not look behind HTTP CONNECT.
        assertThat(more).allMatch(one -> one.startsWith("https-connect.pcap "));
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
        for (String line : PublicCaptures.expected("tshark-facts.jsonl")) {
            JsonObject one = JsonObject.read(line);
            if (one.text("kind").equals(kind)) {
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
        String capture = line.text("capture");
        return line.texts("sha256").stream().map(sha -> capture + " " + sha).toList();
    }

    private static String first(List<String> texts) {
        return texts.isEmpty() ? "-" : texts.get(0);
    }
}
