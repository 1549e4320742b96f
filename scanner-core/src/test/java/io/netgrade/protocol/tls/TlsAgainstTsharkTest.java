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
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What netgrade reads of public captures against what tshark, and the authors of JA4, read of them. Every difference stands
 * with its reason in {@code tshark-differences.tsv}, and nothing stands there that is none; so the counts that are printed
 * cannot fall unseen.
 */
class TlsAgainstTsharkTest {
    private static final String SECRETS = "secrets";
    private static final String TUNNEL = "tunnel";
    private static final double WANTED = 0.99;

    /** One line of the list: what, missing or more, why, the row, the reason in words. */
    private record Difference(String what, String side, String why, String row) {
        static Difference of(String line) {
            List<String> columns = List.of(line.split("\t", -1));
            assertThat(columns).as(line).hasSize(5);
            assertThat(columns.get(4)).as(line).hasSizeGreaterThan(10);
            return new Difference(columns.get(0), columns.get(1), columns.get(2), columns.get(3));
        }
    }

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
        compare("server-hello", expected("tls-server-hello", TlsAgainstTsharkTest::serverHello), ours);
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
        compare("client-hello", expected("tls-client-hello", TlsAgainstTsharkTest::clientHello), ours);
    }

    /** Without their place: those of clients are told of the server that they were sent to. */
    @Test
    void readsTheCertificatesOfTshark() throws Exception {
        Set<String> ours = new TreeSet<>();
        seen.forEach((capture, all) -> facts(all, "tls.certificate", "tls.client-certificate-sent")
                .forEach(one -> ours.add(capture + " " + text(one, "sha256"))));
        compare("certificate", expected("tls-certificates", TlsAgainstTsharkTest::certificates), ours);
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

    private static void compare(String what, Set<String> theirs, Set<String> ours) throws IOException {
        Set<String> missing = new TreeSet<>(theirs);
        missing.removeAll(ours);
        Set<String> more = new TreeSet<>(ours);
        more.removeAll(theirs);
        assertThat(missing).as("%s missing", what).isEqualTo(listed(what, "missing", any -> true));
        assertThat(more).as("%s more", what).isEqualTo(listed(what, "more", any -> true));

        int agree = theirs.size() - missing.size();
        int elsewhere = listed(what, "missing", TUNNEL::equals).size();
        int visible = theirs.size() - listed(what, "missing", SECRETS::equals).size();
        System.out.printf(
                "%s: %d expected, %d agree and %d more inside a tunnel; %d expected without secrets; %d more%n",
                what, theirs.size(), agree, elsewhere, visible, more.size());
        assertThat((double) (agree + elsewhere) / visible).as(what).isGreaterThanOrEqualTo(WANTED);
    }

    private static Set<String> listed(String what, String side, Predicate<String> why) throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(TlsAgainstTsharkTest.class.getResourceAsStream("tshark-differences.tsv"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Difference::of)
                    .filter(one -> one.what().equals(what) && one.side().equals(side) && why.test(one.why()))
                    .map(Difference::row)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
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
